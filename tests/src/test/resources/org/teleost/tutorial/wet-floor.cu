#define DRIVE 0
#define CREEP 1
#define LOOK 2
#define DRY 0
#define WET 1

#define CELL 0
#define PATCH 1

TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
  s->ints[CELL] = 0;
  s->ints[PATCH] = stream_next_int(r, GOAL);
}

TELEOST_DEVICE static inline void model_step(State* s, int action, Stream* r, Outcome* out) {
  int next = s->ints[CELL] + 1;
  bool wet = next == s->ints[PATCH];
  if (action == LOOK) {
    bool right = stream_next_boolean(r, CAMERA_RIGHT);
    outcome_set(out, -0.5, right == wet ? WET : DRY, 0);
    return;
  }
  /* the robot moves, and its wheels feel the patch */
  s->ints[CELL] = next;
  double cost = action == CREEP ? 3.0 : wet ? 25.0 : 1.0;
  bool arrived = next == GOAL;
  outcome_set(out, arrived ? DELIVERY - cost : -cost, wet ? WET : DRY, arrived);
}

TELEOST_DEVICE static inline double model_log_likelihood(int64_t observation, int action, const State* next) {
  int cell = next->ints[CELL];
  bool wet = next->ints[PATCH] == (action == LOOK ? cell + 1 : cell);
  bool right = wet == (observation == WET);
  double accuracy = action == LOOK ? CAMERA_RIGHT : 1.0;
  return tl_log(right ? accuracy : 1.0 - accuracy);
}

TELEOST_DEVICE static inline double model_heuristic(const State* s) {
  double value = DELIVERY;
  for (int cell = GOAL; cell > s->ints[CELL]; cell--) {
    double future = cell == GOAL ? value : MODEL_DISCOUNT * value;
    value = future - (cell == s->ints[PATCH] ? 3.0 : 1.0);
  }
  return value;
}
