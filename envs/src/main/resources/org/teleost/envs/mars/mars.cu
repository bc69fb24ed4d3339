/* MARS(n, k): the twin of Mars.java, on the map of rocks.cuh. */

#define SEEN 3
#define ROVER_ACTIONS (SENSE + ROCKS)

/* int lane 0 holds both cells, rover 1 from bit 16 on */
#define CELLS 0

TELEOST_DEVICE static inline int mars_cell0(const State* s) { return s->ints[CELLS] & 0xFFFF; }
TELEOST_DEVICE static inline int mars_cell1(const State* s) { return (int)((uint32_t)s->ints[CELLS] >> 16); }

TELEOST_DEVICE static inline void mars_set_cells(State* s, int cell0, int cell1) {
  s->ints[CELLS] = (int)((uint32_t)cell0 | (uint32_t)cell1 << 16);
}

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
  mars_set_cells(s, tables.startCell[0], tables.startCell[1]);
  rocks_draw(s, r);
}

TELEOST_DEVICE static inline double mars_sample(State* s, int cell) {
  int rock = tables.rockAt[cell];
  if (rock < 0) {
    return cell == GONE ? 0.0 : PENALTY;
  }
  double reward = rock_is_good(s, rock) ? PRIZE : -PRIZE;
  rock_set_bad(s, rock);
  return reward;
}

TELEOST_DEVICE static inline int mars_sense(const State* s, int cell, int rock, Stream* r) {
  if (cell == GONE) {
    return SEEN_NONE;
  }
  bool right = stream_next_double(r) < tables.accuracy[cell * ROCKS + rock];
  return right == rock_is_good(s, rock) ? SEEN_GOOD : SEEN_BAD;
}

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  int action0 = action / ROVER_ACTIONS;
  int action1 = action - action0 * ROVER_ACTIONS;
  int cell0 = mars_cell0(s);
  int cell1 = mars_cell1(s);
  double reward = 0.0;

  /* moves */
  if (action0 < SAMPLE) {
    reward += tables.moveReward[4 * cell0 + action0];
    cell0 = tables.next[4 * cell0 + action0];
  }
  if (action1 < SAMPLE) {
    reward += tables.moveReward[4 * cell1 + action1];
    cell1 = tables.next[4 * cell1 + action1];
  }
  mars_set_cells(s, cell0, cell1);

  /* samples, rover 0 first */
  if (action0 == SAMPLE) {
    reward += mars_sample(s, cell0);
  }
  if (action1 == SAMPLE) {
    reward += mars_sample(s, cell1);
  }

  /* senses, on the rocks as they are now */
  int seen0 = action0 < SENSE ? SEEN_NONE : mars_sense(s, cell0, action0 - SENSE, r);
  int seen1 = action1 < SENSE ? SEEN_NONE : mars_sense(s, cell1, action1 - SENSE, r);
  outcome_set(out, reward, seen0 * SEEN + seen1, cell0 == GONE && cell1 == GONE);
}

TELEOST_DEVICE static inline double mars_rover_likelihood(int seen, int action, int cell, const State* next) {
  bool looks = action >= SENSE && cell != GONE;
  if (looks == (seen == SEEN_NONE)) {
    return -TL_INFINITY;
  }
  return looks ? sensor_log_likelihood(cell, action - SENSE, rock_is_good(next, action - SENSE) == (seen == SEEN_GOOD))
               : 0.0;
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int action, const State* next) {
  int action0 = action / ROVER_ACTIONS;
  int seen0 = (int)observation / SEEN;
  return mars_rover_likelihood(seen0, action0, mars_cell0(next), next) +
         mars_rover_likelihood((int)observation - seen0 * SEEN, action - action0 * ROVER_ACTIONS, mars_cell1(next),
                               next);
}

#if MODEL_SHARED_LEAF
TELEOST_DEVICE static inline double model_heuristic(const State* s) { return tour_value(s->history); }
#else
TELEOST_DEVICE static inline double model_heuristic(const State* s) {
  return published_value(s, mars_cell0(s), mars_cell1(s));
}
#endif

TELEOST_DEVICE static inline int model_propose(const State* s, Stream* r) {
  int cell0 = mars_cell0(s);
  int cell1 = mars_cell1(s);
  int action0 = rover_propose(cell0, cell1, s->history, r);
  return action0 * ROVER_ACTIONS + rover_propose(cell1, cell0, s->history, r);
}

TELEOST_DEVICE static inline int model_legal(const State* s, int action) {
  int action0 = action / ROVER_ACTIONS;
  return rover_may(mars_cell0(s), action0) && rover_may(mars_cell1(s), action - action0 * ROVER_ACTIONS);
}

TELEOST_DEVICE static inline void model_initial_history(State* s) { odds_initialise(s->history); }

TELEOST_DEVICE static inline void model_update_history(State* s, int action, int64_t observation) {
  int action0 = action / ROVER_ACTIONS;
  int action1 = action - action0 * ROVER_ACTIONS;
  int seen0 = (int)observation / SEEN;
  int seen1 = (int)observation - seen0 * SEEN;
  int cell0 = mars_cell0(s);
  int cell1 = mars_cell1(s);
  float* history = s->history;
  history[0] = (float)cell0;
  history[1] = (float)cell1;
  if (action0 == SAMPLE) {
    odds_sampled(history, cell0);
  }
  if (action1 == SAMPLE) {
    odds_sampled(history, cell1);
  }
  if (seen0 != SEEN_NONE) {
    odds_sensed(history, cell0, action0 - SENSE, seen0 == SEEN_GOOD);
  }
  if (seen1 != SEEN_NONE) {
    odds_sensed(history, cell1, action1 - SENSE, seen1 == SEEN_GOOD);
  }
}

TELEOST_DEVICE static inline int model_rejuvenate(State* s, Stream* r) {
  odds_redraw(s, r);
  return 1;
}
