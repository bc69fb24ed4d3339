/*
 * Counter-based random numbers: the twin of org.teleost.random.RandomStream, bit for bit. Value i of a stream is a pure
 * function of its key (seed, decision, episode, depth) and i.
 */
#pragma once

#include "maths.cuh"

#define STREAM_GOLDEN 0x9E3779B97F4A7C15ULL

struct Stream {
  uint64_t episode_key;
  uint64_t state;
};

TELEOST_DEVICE static inline uint64_t stream_mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/* moves to the first number of the given depth of the current episode */
TELEOST_DEVICE static inline void stream_start_depth(Stream* r, int depth) {
  r->state = stream_mix(r->episode_key + (uint64_t)(int64_t)(depth + 1) * STREAM_GOLDEN);
}

/* moves to depth 0 of the given episode */
TELEOST_DEVICE static inline void stream_start_episode(Stream* r, int64_t seed, int64_t decision, int64_t episode) {
  uint64_t key = stream_mix((uint64_t)seed + STREAM_GOLDEN);
  key = stream_mix(key + ((uint64_t)decision + 1) * STREAM_GOLDEN);
  r->episode_key = stream_mix(key + ((uint64_t)episode + 1) * STREAM_GOLDEN);
  stream_start_depth(r, 0);
}

/* a child seed for an independent purpose */
TELEOST_DEVICE static inline int64_t stream_derive(int64_t seed, int64_t purpose) {
  return (int64_t)stream_mix(stream_mix((uint64_t)seed + STREAM_GOLDEN) ^ (((uint64_t)purpose + 1) * STREAM_GOLDEN));
}

/* 64 uniform bits */
TELEOST_DEVICE static inline uint64_t stream_next_long(Stream* r) {
  r->state += STREAM_GOLDEN;
  return stream_mix(r->state);
}

/* uniform in [0, 1), 53 bits */
TELEOST_DEVICE static inline double stream_next_double(Stream* r) {
  return (double)(stream_next_long(r) >> 11) * 0x1.0p-53;
}

/* uniform in 0 .. bound - 1 */
TELEOST_DEVICE static inline int stream_next_int(Stream* r, int bound) {
  return (int)(((stream_next_long(r) >> 32) * (uint64_t)bound) >> 32);
}

/* 1 with the given probability */
TELEOST_DEVICE static inline int stream_next_boolean(Stream* r, double probability) {
  return stream_next_double(r) < probability;
}

/* standard normal (Box and Muller, the cosine branch), always two draws */
TELEOST_DEVICE static inline double stream_next_gaussian(Stream* r) {
  double radius = tl_sqrt(-2.0 * tl_log(1.0 - stream_next_double(r)));
  return radius * tl_cosine_of_turns(stream_next_double(r));
}
