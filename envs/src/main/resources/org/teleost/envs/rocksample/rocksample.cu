/* RockSample(n, k): the twin of RockSample.java, on the map of rocks.cuh. */

#define CELL 0

/* N, E, S, W here is E, N, S, W on the map; the exchange is its own inverse */
TELEOST_DEVICE static inline int rover_action(int action) { return action < 2 ? 1 - action : action; }

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
  s->ints[CELL] = tables.startCell[0];
  rocks_draw(s, r);
}

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  int cell = s->ints[CELL];
  if (action < SAMPLE) {
    int move = rover_action(action);
    int next = tables.next[4 * cell + move];
    s->ints[CELL] = next;
    outcome_set(out, tables.moveReward[4 * cell + move], SEEN_NONE, next == GONE);
  } else if (action == SAMPLE) {
    int rock = tables.rockAt[cell];
    double reward = rock < 0 ? PENALTY : rock_is_good(s, rock) ? PRIZE : -PRIZE;
    if (rock >= 0) {
      rock_set_bad(s, rock);
    }
    outcome_set(out, reward, SEEN_NONE, 0);
  } else {
    int rock = action - SENSE;
    bool right = stream_next_double(r) < tables.accuracy[cell * ROCKS + rock];
    outcome_set(out, 0.0, right == rock_is_good(s, rock) ? SEEN_GOOD : SEEN_BAD, 0);
  }
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int action, const State* next) {
  if (action < SENSE) {
    return observation == SEEN_NONE ? 0.0 : -TL_INFINITY;
  }
  if (observation == SEEN_NONE) {
    return -TL_INFINITY;
  }
  int rock = action - SENSE;
  bool right = rock_is_good(next, rock) == (observation == SEEN_GOOD);
  return sensor_log_likelihood(next->ints[CELL], rock, right);
}

TELEOST_DEVICE static inline double model_heuristic(const State* s) { return tour_value(s->history); }

TELEOST_DEVICE static inline int model_propose(const State* s, Stream* r) {
  return rover_action(rover_propose(s->ints[CELL], GONE, s->history, r));
}

TELEOST_DEVICE static inline int model_legal(const State* s, int action) {
  return rover_may(s->ints[CELL], rover_action(action));
}

TELEOST_DEVICE static inline void model_initial_history(State* s) { odds_initialise(s->history); }

TELEOST_DEVICE static inline void model_update_history(State* s, int action, int64_t observation) {
  int cell = s->ints[CELL];
  s->history[CELL] = (float)cell;
  if (action == SAMPLE) {
    odds_sampled(s->history, cell);
  } else if (action >= SENSE) {
    odds_sensed(s->history, cell, action - SENSE, observation == SEEN_GOOD);
  }
}

TELEOST_DEVICE static inline int model_rejuvenate(State* s, Stream* r) {
  odds_redraw(s, r);
  return 1;
}
