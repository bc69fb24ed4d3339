/*
 * Calls every function of a model's twin and writes down all that it did, one thread per case, as 32-bit words. The
 * host does the same with the Java model (ModelProbe.java).
 */
#pragma once
#include "model.cuh"

struct Probe {
  const uint32_t* input;
  uint32_t* output;
};

TELEOST_DEVICE static inline void put(uint32_t** at, uint32_t word) { *(*at)++ = word; }

TELEOST_DEVICE static inline void put_long(uint32_t** at, uint64_t bits) {
  put(at, (uint32_t)bits);
  put(at, (uint32_t)(bits >> 32));
}

TELEOST_DEVICE static inline void put_double(uint32_t** at, double number) { put_long(at, tl_to_bits(number)); }

TELEOST_DEVICE static inline void put_floats(uint32_t** at, const float* floats, int count) {
  for (int i = 0; i < count; i++) {
    union {
      float number;
      uint32_t bits;
    } word;
    word.number = floats[i];
    put(at, word.bits);
  }
}

TELEOST_DEVICE static inline void put_lanes(uint32_t** at, const State* s) {
  for (int i = 0; i < MODEL_INTS; i++) {
    put(at, (uint32_t)s->ints[i]);
  }
  put_floats(at, s->floats, MODEL_FLOATS);
}

TELEOST_DEVICE static inline void put_history(uint32_t** at, const State* s) {
  put_floats(at, s->history, MODEL_HISTORY);
}

TELEOST_DEVICE static inline int64_t get_long(const uint32_t* from) {
  return (int64_t)((uint64_t)from[0] | (uint64_t)from[1] << 32);
}

TELEOST_DEVICE static inline void get_floats(const uint32_t* from, float* floats, int count) {
  for (int i = 0; i < count; i++) {
    floats[i] = tl_float_of_bits(from[i]);
  }
}

#define CASE_WORDS (MODEL_INTS + MODEL_FLOATS + MODEL_HISTORY + 7)

/* one state, one action: input lanes, action, seed, episode, an observation */
TELEOST_DEVICE static inline void probe_case(const uint32_t* from, uint32_t* at) {
  State s;
  for (int i = 0; i < MODEL_INTS; i++) {
    s.ints[i] = (int)from[i];
  }
  from += MODEL_INTS;
  get_floats(from, s.floats, MODEL_FLOATS);
  from += MODEL_FLOATS;
  get_floats(from, s.history, MODEL_HISTORY);
  from += MODEL_HISTORY;
  int action = (int)from[0];
  Stream r;
  stream_start_episode(&r, get_long(from + 1), 0, get_long(from + 3));
  Outcome out;

  put(&at, (uint32_t)(model_legal(&s, action) != 0));
  put_double(&at, model_heuristic(&s));
  put(&at, (uint32_t)model_propose(&s, &r));
  put_long(&at, stream_next_long(&r));

  model_step(&s, action, &r, &out);
  put_lanes(&at, &s);
  put_double(&at, out.reward);
  put_long(&at, (uint64_t)out.observation);
  put(&at, (uint32_t)out.terminal);
  put_long(&at, stream_next_long(&r));
  put_double(&at, model_log_likelihood(out.observation, action, &s));
  put_double(&at, model_log_likelihood(get_long(from + 5), action, &s));
  if (!out.terminal) {
    model_update_history(&s, action, out.observation);
  }
  put_history(&at, &s);

  put(&at, (uint32_t)(model_rejuvenate(&s, &r) != 0));
  put_lanes(&at, &s);
  put_long(&at, stream_next_long(&r));
}

TELEOST_KERNEL(probe_cases, Probe) {
  TELEOST_THREADS {
    for (int64_t i = TELEOST_THREAD; i < argument; i += TELEOST_THREADS_IN_GRID) {
      probe_case(arguments->input + i * CASE_WORDS, arguments->output + i * PROBE_RESULT_WORDS);
    }
  }
}

/* a whole episode from the initial belief; proposals and, every fourth step, any action */
TELEOST_DEVICE static inline void probe_episode(int64_t seed, int64_t episode, uint32_t* at) {
  State s;
  Stream r;
  Outcome out;
  stream_start_episode(&r, seed, 1, episode);
  model_initial_history(&s);
  model_initial(&s, &r);
  put_lanes(&at, &s);
  put_history(&at, &s);
  for (int step = 0; step < PROBE_STEPS; step++) {
    stream_start_depth(&r, step + 1);
    int action = step % 4 == 3 ? stream_next_int(&r, MODEL_ACTIONS) : model_propose(&s, &r);
    model_step(&s, action, &r, &out);
    put(&at, (uint32_t)action);
    put_double(&at, out.reward);
    put_long(&at, (uint64_t)out.observation);
    put(&at, (uint32_t)out.terminal);
    put_lanes(&at, &s);
    if (out.terminal) {
      return;
    }
    model_update_history(&s, action, out.observation);
    put_history(&at, &s);
    put_double(&at, model_heuristic(&s));
  }
}

TELEOST_KERNEL(probe_episodes, Probe) {
  TELEOST_THREADS {
    for (int64_t i = TELEOST_THREAD; i < argument; i += TELEOST_THREADS_IN_GRID) {
      probe_episode(get_long((const uint32_t*)arguments->input), i, arguments->output + i * PROBE_EPISODE_WORDS);
    }
  }
}
