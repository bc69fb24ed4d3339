/* A rover action worth trying, from the history lanes: the twin of RoverProposal.java. */

TELEOST_DEVICE static inline int rover_uniform(int cell, Stream* r) {
  int actions = SENSE + ROCKS;
  int action = stream_next_int(r, actions);
  while (!rover_may(cell, action)) {
    action = stream_next_int(r, actions);
  }
  return action;
}

TELEOST_DEVICE static inline int rover_most_telling(int cell, const float* history, int first, uint64_t among) {
  int row = cell * ROCKS;
  int best = -1;
  float best_score = 0.0f;
  int looked = 0;
  for (uint64_t left = tl_rotate_right(among, first); left != 0 && looked < PROPOSAL_LOOKED_AT; left &= left - 1) {
    int rock = (tl_trailing_zeros(left) + first) & 63;
    float log_odds = history[ROVERS + rock];
    if (-PROPOSAL_DECIDED < log_odds && log_odds < PROPOSAL_DECIDED) {
      float p = odds_quick_probability(log_odds);
      float edge = 2.0f * tables.accuracy[row + rock] - 1.0f;
      float score = p * (1.0f - p) * edge * edge * tables.proposalPower[tables.distance[row + rock]];
      best = score > best_score ? rock : best;
      best_score = tl_max_float(best_score, score);
      looked++;
    }
  }
  return best;
}

TELEOST_DEVICE static inline int rover_best_paying(int cell, int other, const float* history, int first,
                                                   uint64_t among) {
  int row = cell * ROCKS;
  int other_row = other * ROCKS;
  int best = -1;
  float best_score = -TL_FLOAT_INFINITY;
  int looked = 0;
  for (uint64_t left = tl_rotate_right(among, first); left != 0 && looked < PROPOSAL_LOOKED_AT; left &= left - 1) {
    int rock = (tl_trailing_zeros(left) + first) & 63;
    float log_odds = history[ROVERS + rock];
    int d = tables.distance[row + rock];
    if (log_odds > -PROPOSAL_DECIDED && d > 0) {
      float p = odds_quick_probability(log_odds);
      int detour = tl_max_int(0, d - tables.distance[other_row + rock]);
      float score = p * tables.proposalPower[d] - PROPOSAL_COST * ((float)(d + detour + 1) + p);
      best = score > best_score ? rock : best;
      best_score = tl_max_float(best_score, score);
      looked++;
    }
  }
  return best;
}

/* whether checking the rock pays more than the delayed exit costs */
TELEOST_DEVICE static inline bool rover_pays(int cell, int rock, const float* history) {
  int d = tables.distance[cell * ROCKS + rock];
  float p = odds_quick_probability(history[ROVERS + rock]);
  int wasted = d + 1 + tables.exitDistance[tables.rockCell[rock]];
  float later = tables.proposalPower[tl_min_int(wasted, PROPOSAL_POWERS - 1)];
  return p * tables.proposalPower[d] + later > tables.proposalPower[tables.exitDistance[cell]];
}

TELEOST_DEVICE static inline int rover_step_towards(int cell, int target, Stream* r) {
  int dx = target % SIZE - cell % SIZE;
  int dy = target / SIZE - cell / SIZE;
  bool along_x = dy == 0 || (dx != 0 && (int64_t)stream_next_long(r) >= 0);
  if (along_x) {
    return dx > 0 ? EAST : WEST;
  }
  return dy > 0 ? NORTH : SOUTH;
}

/* one step towards the best paying of a few rocks, near ones first, or east when none pays */
TELEOST_DEVICE static inline int rover_travel(int cell, int other, const float* history, Stream* r) {
  int first = stream_next_int(r, 64);
  int rock = rover_best_paying(cell, other, history, first, (uint64_t)tables.near[cell]);
  if (rock < 0) {
    rock = rover_best_paying(cell, other, history, first, ALL_ROCKS);
  }
  return rock < 0 || !rover_pays(cell, rock, history) ? EAST : rover_step_towards(cell, tables.rockCell[rock], r);
}

/* looks at the most telling of a few undecided rocks: uncertain, near, paying */
TELEOST_DEVICE static inline int rover_sense(int cell, int other, const float* history, Stream* r) {
  int first = stream_next_int(r, 64);
  int rock = rover_most_telling(cell, history, first, (uint64_t)tables.near[cell]);
  if (rock < 0) {
    rock = rover_most_telling(cell, history, first, ALL_ROCKS);
  }
  return rock < 0 ? rover_travel(cell, other, history, r) : SENSE + rock;
}

/* an action for the rover on `cell`, EAST when it is gone; `other` is the other's cell, or GONE */
TELEOST_DEVICE static inline int rover_propose(int cell, int other, const float* history, Stream* r) {
  if (cell == GONE) {
    return EAST;
  }
  double draw = stream_next_double(r);
  if (draw < PROPOSAL_UNIFORM_SHARE) {
    return rover_uniform(cell, r);
  }
  int here = tables.rockAt[cell];
  if (here >= 0 && history[ROVERS + here] > -PROPOSAL_DECIDED && stream_next_double(r) < PROPOSAL_ON_ROCK_SHARE) {
    return history[ROVERS + here] > PROPOSAL_LIKELY ? SAMPLE : SENSE + here;
  }
  return draw < PROPOSAL_SENSE_SHARE ? rover_sense(cell, other, history, r) : rover_travel(cell, other, history, r);
}
