/* CrowdNav: the twin of CrowdNavModel.java and CrowdRules.java; arithmetic in floats as there. */

#define CURIOUS 0
#define CLOSER 1
#define ROBOT_X 0
#define ROBOT_Y 1
#define FIRST_X 2

#define NORTH 0
#define EAST 1
#define SOUTH 2
#define WEST 3
#define YELL 4

TELEOST_DEVICE static inline float crowd_robot_x(float x, int action) {
  return action == NORTH ? tl_min_float(x + 1.0f, MAX_X) : action == SOUTH ? tl_max_float(x - 1.0f, MIN_X) : x;
}

TELEOST_DEVICE static inline float crowd_robot_y(float y, int action) {
  return action == EAST ? tl_min_float(y + 1.0f, MAX_Y) : action == WEST ? tl_max_float(y - 1.0f, MIN_Y) : y;
}

/* speed away from the robot of a pedestrian that acts */
TELEOST_DEVICE static inline float crowd_speed(bool curious, bool yell) {
  return yell ? FLEE_SPEED : curious ? CURIOUS_SPEED : SHY_SPEED;
}

TELEOST_DEVICE static inline double crowd_reward(bool collision, bool yell, bool goal) {
  return (collision ? COLLISION_REWARD : STEP_REWARD) + (yell ? YELL_REWARD : 0.0) + (goal ? GOAL_REWARD : 0.0);
}

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
  for (int lane = 0; lane < MODEL_FLOATS; lane++) {
    s->floats[lane] = tables.start[lane];
  }
  s->ints[CURIOUS] = (int)(stream_next_long(r) >> (64 - TRACKED));
  s->ints[CLOSER] = 0;
}

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  float* floats = s->floats;
  const float robot_x = crowd_robot_x(floats[ROBOT_X], action);
  const float robot_y = crowd_robot_y(floats[ROBOT_Y], action);
  const bool yell = action == YELL;
  const int curious = s->ints[CURIOUS];
  int closer = 0;
  bool collision = false;
  for (int slot = 0, lane = FIRST_X; slot < TRACKED; slot++, lane += 2) {
    float dx = floats[lane] - robot_x;
    float dy = floats[lane + 1] - robot_y;
    float before = dx * dx + dy * dy;
    bool near = before <= REACTION_SQUARED;
    /* one word per pedestrian: two draws of noise, the upper bits for whether it acts */
    uint64_t random = stream_next_long(r);
    float walk = 0.0f;
    if (near && before > 0.0f && (yell || random >> (64 - ACT_BITS) < ACT_BELOW)) {
      walk = crowd_speed((curious >> slot & 1) != 0, yell) / (float)tl_sqrt((double)before);
    }
    float noise_x = tables.noise[random & NOISE_MASK];
    float noise_y = tables.noise[random >> NOISE_BITS & NOISE_MASK];
    float x = tl_max_float(MIN_X, tl_min_float(MAX_X, floats[lane] + walk * dx + noise_x));
    float y = tl_max_float(MIN_Y, tl_min_float(MAX_Y, floats[lane + 1] + walk * dy + noise_y));
    floats[lane] = x;
    floats[lane + 1] = y;
    float after = (x - robot_x) * (x - robot_x) + (y - robot_y) * (y - robot_y);
    closer |= near && after < before ? 1 << slot : 0;
    collision |= after <= COLLISION_SQUARED;
  }
  floats[ROBOT_X] = robot_x;
  floats[ROBOT_Y] = robot_y;
  s->ints[CLOSER] = closer;
  bool goal = robot_x > GOAL_X;
  outcome_set(out, crowd_reward(collision, yell, goal), closer, goal);
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int, const State* next) {
  return observation == next->ints[CLOSER] ? 0.0 : -TL_INFINITY;
}

TELEOST_DEVICE static inline double model_heuristic(const State* s) {
  return tables.valueBySteps[(int)(GOAL_X - s->floats[ROBOT_X]) + 1];
}

/* bit per move N, E, S, W that may end in a collision */
TELEOST_DEVICE static inline int crowd_risky_moves(const State* s) {
  const float* floats = s->floats;
  float robot_x = floats[ROBOT_X];
  float robot_y = floats[ROBOT_Y];
  int risky = 0;
  for (int slot = 0, lane = FIRST_X; slot < TRACKED; slot++, lane += 2) {
    float dx = floats[lane] - robot_x;
    float dy = floats[lane + 1] - robot_y;
    float reach = (s->ints[CURIOUS] >> slot & 1) != 0 ? CURIOUS_REACH : SHY_REACH;
    float margin = reach - dx * dx - dy * dy - 1.0f;
    risky |= (-2.0f * dx < margin ? 1 << NORTH : 0) | (-2.0f * dy < margin ? 1 << EAST : 0) |
             (2.0f * dx < margin ? 1 << SOUTH : 0) | (2.0f * dy < margin ? 1 << WEST : 0);
  }
  return risky;
}

TELEOST_DEVICE static inline int model_propose(const State* s, Stream* r) {
  int row = MODEL_ACTIONS * crowd_risky_moves(s);
  double uniform = stream_next_double(r);
  int action = 0;
  while (uniform >= tables.cumulativeActions[row + action]) {
    action++;
  }
  return action;
}
