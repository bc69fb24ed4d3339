/* Navigation in a partially known map: the twin of NavigationModel.java, PathHeuristic.java and NeighbourSensor.java. */

/* inverts the distribution of the flipped bits at `uniform` in [0, 1) */
TELEOST_DEVICE static inline int sensor_flips(double uniform) {
  int i = 0;
  while (uniform >= tables.cumulativeFlips[i]) {
    i++;
  }
  return tables.flips[i];
}

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
  int* lanes = s->ints;
  int free;
  do {
    for (int word = 0; word < WORDS; word++) {
      lanes[SEEN + word] = 0;
    }
    prior_redraw_unseen(lanes, r);
    free = ROW_0 & ~lanes[MAP];
  } while (free == 0);
  /* the start: one of the free cells of row 0 */
  for (int skip = stream_next_int(r, tl_bit_count((uint32_t)free)); skip > 0; skip--) {
    free &= free - 1;
  }
  int robot = tl_trailing_zeros((uint32_t)free);
  lanes[ROBOT] = robot;
  lanes[SEEN + (robot >> 5)] |= (int)(1U << (robot & 31));
}

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  int* lanes = s->ints;
  int robot = lanes[ROBOT];
  double reward;
  if (action == STAY) {
    reward = STAY_REWARD;
  } else if (((grid_neighbours(lanes, robot) | tables.outside[robot]) >> action & 1) != 0) {
    reward = BLOCKED_REWARD;
  } else {
    reward = MOVE_REWARD;
    if (stream_next_double(r) >= STAY_PUT_PROBABILITY) {
      robot += tables.offset[action];
      lanes[ROBOT] = robot;
    }
  }
  grid_see_block(lanes, robot);
  bool goal = robot == GOAL;
  int observation = grid_neighbours(lanes, robot) ^ sensor_flips(stream_next_double(r));
  outcome_set(out, goal ? GOAL_REWARD : reward, observation, goal);
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int, const State* next) {
  int bits = grid_neighbours(next->ints, next->ints[ROBOT]);
  return tables.logLikelihood[tl_bit_count((uint64_t)(observation ^ bits))];
}

TELEOST_DEVICE static inline double model_heuristic(const State* s) {
  int path = path_search(s->ints, s->ints[ROBOT]);
  return path < 0 ? UNREACHABLE_VALUE : tables.valueByLength[path >> 8];
}

/* a first step of a shortest path, ties at random; sometimes any move; STAY rarely */
TELEOST_DEVICE static inline int model_propose(const State* s, Stream* r) {
  double uniform = stream_next_double(r);
  if (uniform < FOLLOW_PATH) {
    int path = path_search(s->ints, s->ints[ROBOT]);
    if (path > 0) {
      int left = path & 0xFF;
      for (int skip = stream_next_int(r, tl_bit_count((uint32_t)left)); skip > 0; skip--) {
        left &= left - 1;
      }
      return tl_trailing_zeros((uint32_t)left);
    }
  }
  return uniform >= 1.0 - STAY_SHARE ? STAY : stream_next_int(r, STAY);
}

TELEOST_DEVICE static inline int model_rejuvenate(State* s, Stream* r) {
  int* lanes = s->ints;
  int before = lanes[MAP] & ROW_0;
  prior_redraw_unseen(lanes, r);
  int after = lanes[MAP] & ROW_0;
  int free_before = GRID_SIZE - tl_bit_count((uint32_t)before);
  int free_after = GRID_SIZE - tl_bit_count((uint32_t)after);
  if (free_after > free_before && stream_next_double(r) * free_after >= free_before) {
    lanes[MAP] = (lanes[MAP] & ~ROW_0) | before;
  }
  return 1;
}
