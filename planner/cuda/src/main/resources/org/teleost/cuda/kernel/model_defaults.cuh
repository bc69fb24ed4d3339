/*
 * What org.teleost.model.GenerativeModel does when a model overrides nothing. The states are untyped here, so a twin's
 * own function of the same name is the better match of every call.
 */
#pragma once

TELEOST_DEVICE static inline double model_heuristic(const void*) { return 0.0; }

TELEOST_DEVICE static inline int model_legal(const void*, int) { return 1; }

/* uniform over the legal actions; a model without any is broken, and 0 is as good as another */
TELEOST_DEVICE static inline int model_propose(const void* untyped, Stream* r) {
  const State* s = (const State*)untyped;
  int first = stream_next_int(r, MODEL_ACTIONS);
  for (int tries = 0; tries < 8; tries++) {
    if (model_legal(s, first)) {
      return first;
    }
    first = stream_next_int(r, MODEL_ACTIONS);
  }
  for (int i = 0; i < MODEL_ACTIONS; i++) {
    int action = first + i < MODEL_ACTIONS ? first + i : first + i - MODEL_ACTIONS;
    if (model_legal(s, action)) {
      return action;
    }
  }
  return 0;
}

TELEOST_DEVICE static inline void model_initial_history(void*) {}

TELEOST_DEVICE static inline void model_update_history(void*, int, int64_t) {}

TELEOST_DEVICE static inline int model_rejuvenate(void*, Stream*) { return 0; }

#if MODEL_TABLE_BYTES > 0
/* fills `tables` from the image that lies at `arguments`, before anything else of the model runs */
TELEOST_KERNEL(model_load_tables, ModelTables) {
  TELEOST_THREADS {
    const uint64_t* from = (const uint64_t*)arguments;
    uint64_t* to = (uint64_t*)&tables;
    for (int64_t i = TELEOST_THREAD; i < (int64_t)(sizeof(ModelTables) / 8); i += TELEOST_THREADS_IN_GRID) {
      to[i] = from[i];
    }
  }
}
#endif
