/* Tiger: the twin of Tiger.java; HEARING, the rewards, the logarithms and tables.value come from there. */

#define LISTEN 0
#define OPEN_LEFT 1
#define OPEN_RIGHT 2
#define LEFT 0
#define SIDE 0
#define LEAD 0

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) { s->ints[SIDE] = stream_next_int(r, 2); }

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  int side = s->ints[SIDE];
  if (action == LISTEN) {
    outcome_set(out, LISTEN_REWARD, stream_next_boolean(r, HEARING) ? side : 1 - side, 0);
    return;
  }
  bool met = (action == OPEN_LEFT) == (side == LEFT);
  s->ints[SIDE] = stream_next_int(r, 2);
  outcome_set(out, met ? TIGER_REWARD : FREE_REWARD, stream_next_int(r, 2), 0);
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int action, const State* next) {
  if (action != LISTEN) {
    return LOG_HALF;
  }
  return observation == next->ints[SIDE] ? LOG_RIGHT : LOG_WRONG;
}

TELEOST_DEVICE static inline double model_heuristic(const State* s) {
  int lead = (int)s->history[LEAD];
  return tables.value[LEAD_LIMIT + tl_max_int(-LEAD_LIMIT, tl_min_int(LEAD_LIMIT, lead))];
}

TELEOST_DEVICE static inline int model_propose(const State* s, Stream* r) {
  if (stream_next_boolean(r, UNIFORM_SHARE)) {
    return stream_next_int(r, 3);
  }
  float lead = s->history[LEAD];
  return -2.0f < lead && lead < 2.0f ? LISTEN : lead > 0.0f ? OPEN_RIGHT : OPEN_LEFT;
}

TELEOST_DEVICE static inline void model_initial_history(State* s) { s->history[LEAD] = 0.0f; }

TELEOST_DEVICE static inline void model_update_history(State* s, int action, int64_t observation) {
  float lead = s->history[LEAD];
  s->history[LEAD] = action != LISTEN ? 0.0f : observation == LEFT ? lead + 1.0f : lead - 1.0f;
}
