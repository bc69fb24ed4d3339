/*
 * What a model's twin is written against. The generated lines before it define MODEL_INTS, MODEL_FLOATS, MODEL_HISTORY
 * (lanes), MODEL_ACTIONS, MODEL_OBSERVATIONS (0: 64-bit keys), MODEL_DISCOUNT and MODEL_SHARED_LEAF; the lines after it
 * declare `tables`. A twin defines the first three functions, and of the others those that the Java model overrides
 * (model_defaults.cuh has the defaults):
 *
 *   void model_initial(State* s, Stream* r)
 *   void model_step(State* s, int action, Stream* r, Outcome* out)
 *   double model_log_likelihood(int64_t observation, int action, const State* next)
 *
 *   double model_heuristic(const State* s)
 *   int model_propose(const State* s, Stream* r)
 *   int model_legal(const State* s, int action)
 *   void model_initial_history(State* s)
 *   void model_update_history(State* s, int action, int64_t observation)
 *   int model_rejuvenate(State* s, Stream* r)
 *
 * All of them TELEOST_DEVICE static inline.
 */
#pragma once

#include "random.cuh"

/* the lanes of one state; C has no empty arrays, hence one unused element at least */
struct State {
  int ints[MODEL_INTS > 0 ? MODEL_INTS : 1];
  float floats[MODEL_FLOATS > 0 ? MODEL_FLOATS : 1];
  float history[MODEL_HISTORY > 0 ? MODEL_HISTORY : 1];
};

struct Outcome {
  double reward;
  int64_t observation;
  int terminal;
};

TELEOST_DEVICE static inline void outcome_set(Outcome* out, double reward, int64_t observation, int terminal) {
  out->reward = reward;
  out->observation = observation;
  out->terminal = terminal;
}

TELEOST_DEVICE static inline int tl_min_int(int a, int b) { return a < b ? a : b; }
TELEOST_DEVICE static inline int tl_max_int(int a, int b) { return a > b ? a : b; }

/* as Java's Math.min and Math.max where neither argument is a NaN and not both are zeros */
TELEOST_DEVICE static inline float tl_min_float(float a, float b) { return a < b ? a : b; }
TELEOST_DEVICE static inline float tl_max_float(float a, float b) { return a > b ? a : b; }

#if defined(TELEOST_EMULATED) || defined(__clang__)
TELEOST_DEVICE static inline int tl_bit_count(uint64_t bits) { return __builtin_popcountll(bits); }
/* 64 of no bits */
TELEOST_DEVICE static inline int tl_trailing_zeros(uint64_t bits) { return bits == 0 ? 64 : __builtin_ctzll(bits); }
#else
TELEOST_DEVICE static inline int tl_bit_count(uint64_t bits) { return __popcll(bits); }
TELEOST_DEVICE static inline int tl_trailing_zeros(uint64_t bits) { return bits == 0 ? 64 : __ffsll((long long)bits) - 1; }
#endif

TELEOST_DEVICE static inline uint64_t tl_rotate_right(uint64_t bits, int places) {
  return bits >> (places & 63) | bits << (-places & 63);
}
