/*
 * The particle belief over one real step, without leaving the device: propagate (here), then weigh and resample
 * systematically when the effective sample size is low (resample.cuh). Twin of ParticleFilter, ParticleStep and
 * Resampler of the host engine.
 *
 * One update is these launches, in this order; only the report comes back:
 *   belief_begin, belief_propagate, belief_history, belief_weigh, belief_group_weights, belief_normalise,
 *   belief_group_shares, belief_decide, belief_place, belief_settle
 *
 * Nothing depends on the number of blocks or threads: sums go over chunks of SPAN particles, groups of SPAN chunks
 * and then all groups, always in ascending order, and the cumulative weights are sums of 62-bit fixed-point shares,
 * which are exact in any order. Rows are ints[particle][lane] as on the host: a particle drawn at random is then one
 * or two sectors of memory.
 *
 * Until belief_settle the belief is the old one, so an observation that no particle explains leaves it as it was.
 */
#pragma once
#include "model.cuh"

#define SPAN 128 /* particles per chunk, chunks per group */
#define SHARE_ONE 0x1p62 /* fixed-point shares of the weight 1 */
#define SAMPLED 32 /* particles that tell how likely the observations are that they simulate themselves */
#define NO_PARTICLE 0xFFFFFFFFu

struct BeliefReport { /* written by DeviceBelief's reader in this order */
  double log_evidence;
  double effective_sample_size;
  double fault_likelihood;
  uint64_t best;           /* ordered bits of the largest log weight */
  uint32_t first_agreeing; /* first particle of finite log weight */
  uint32_t not_last;       /* complement of the last particle of positive weight */
  uint32_t fault_particle; /* first particle whose likelihood is not a number or infinite */
  int32_t terminal;
  int32_t positive;  /* particles of positive weight */
  int32_t survivors; /* distinct particles that were drawn */
  int32_t resampled;
  int32_t lost; /* no particle agrees, or the model is at fault: nothing was changed */
  int32_t unequal; /* particles whose weight before resampling is not the largest */
  int32_t unused;
  uint64_t most_observed;        /* ordered bits of the largest log likelihood */
  uint64_t most_simulated;       /* the same of the observations that some particles simulated themselves */
  uint64_t not_least_simulated;  /* complement of the ordered bits of the least of those */
};

/* All fields take 8 bytes; written by DeviceBelief, in this order. */
struct Belief {
  int64_t bytes; /* sizeof(Belief) */
  int64_t particles;
  int64_t seed;
  int64_t move_key;     /* streams of the motion: (seed, move_key, particle) */
  int64_t resample_key; /* stream of the resampling: (seed, resample_key, particles) */
  int64_t action;
  int64_t observation;
  double resample_below; /* effective sample size, in particles */
  int32_t* ints;
  float* floats;
  double* weights;
  double* cumulative;
  float* history;
  int32_t* moved_ints;
  float* moved_floats;
  float* moved_history;
  double* log_weights; /* then the new weights */
  int32_t* placed;     /* copies of this particle and those before it */
  double* chunk_sums;
  double* group_sums;
  uint64_t* chunk_shares; /* then shares before the chunk, within its group */
  uint64_t* group_shares; /* then shares before the group */
  BeliefReport* report;
};

TELEOST_DEVICE static inline int64_t belief_chunks(const Belief* b) { return (b->particles + SPAN - 1) / SPAN; }
TELEOST_DEVICE static inline int64_t belief_groups(const Belief* b) { return (belief_chunks(b) + SPAN - 1) / SPAN; }

TELEOST_DEVICE static inline void belief_load(
    const Belief* b, const int32_t* ints, const float* floats, const float* history, int64_t i, State* s) {
  for (int lane = 0; lane < MODEL_INTS; lane++) {
    s->ints[lane] = ints[i * MODEL_INTS + lane];
  }
  for (int lane = 0; lane < MODEL_FLOATS; lane++) {
    s->floats[lane] = floats[i * MODEL_FLOATS + lane];
  }
  for (int lane = 0; lane < MODEL_HISTORY; lane++) {
    s->history[lane] = history[lane];
  }
}

TELEOST_DEVICE static inline void belief_store(int32_t* ints, float* floats, int64_t i, const State* s) {
  for (int lane = 0; lane < MODEL_INTS; lane++) {
    ints[i * MODEL_INTS + lane] = s->ints[lane];
  }
  for (int lane = 0; lane < MODEL_FLOATS; lane++) {
    floats[i * MODEL_FLOATS + lane] = s->floats[lane];
  }
}

TELEOST_DEVICE static inline void belief_store_history(float* history, const State* s) {
  for (int lane = 0; lane < MODEL_HISTORY; lane++) {
    history[lane] = s->history[lane];
  }
}

/* bits whose unsigned order is the order of the numbers, and back */
TELEOST_DEVICE static inline uint64_t ordered_bits(double number) {
  uint64_t bits = tl_to_bits(number);
  return bits >> 63 ? ~bits : bits | 1ULL << 63;
}

TELEOST_DEVICE static inline double of_ordered_bits(uint64_t bits) {
  return tl_of_bits(bits >> 63 ? bits & ~(1ULL << 63) : ~bits);
}

TELEOST_DEVICE static inline void raise(uint64_t* most, uint64_t value) {
  uint64_t seen = TELEOST_LOAD64(most);
  while (seen < value) {
    uint64_t before = TELEOST_ATOMIC_CAS64(most, seen, value);
    if (before == seen) {
      return;
    }
    seen = before;
  }
}

TELEOST_DEVICE static inline void lower_first(uint32_t* least, uint32_t value) {
  if (*(volatile uint32_t*)least > value) {
    TELEOST_ATOMIC_MIN_U32(least, value);
  }
}

/* particles from the prior: particle i uses stream (seed, 0, i) */
TELEOST_KERNEL(belief_initial, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    for (int64_t i = TELEOST_THREAD; i < b->particles; i += TELEOST_THREADS_IN_GRID) {
      State s;
      Stream r;
      stream_start_episode(&r, b->seed, 0, i);
      model_initial_history(&s);
      if (i == 0) {
        belief_store_history(b->history, &s);
      }
      model_initial(&s, &r);
      belief_store(b->ints, b->floats, i, &s);
      b->weights[i] = 1.0 / b->particles;
      b->cumulative[i] = (double)(i + 1) / b->particles;
    }
  }
}

/* one thread */
TELEOST_KERNEL(belief_begin, Belief) {
  TELEOST_THREADS {
    BeliefReport clear = {0.0, 0.0, 0.0, 0, NO_PARTICLE, NO_PARTICLE, NO_PARTICLE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    /* a host that counts the fields otherwise finds nothing done */
    clear.lost = arguments->bytes != (int64_t)sizeof(Belief);
    clear.best = ordered_bits(-TL_INFINITY);
    clear.most_observed = ordered_bits(-TL_INFINITY);
    clear.most_simulated = ordered_bits(-TL_INFINITY);
    clear.not_least_simulated = ~ordered_bits(TL_INFINITY);
    *arguments->report = clear;
  }
}

TELEOST_KERNEL(belief_propagate, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    uint64_t best = ordered_bits(-TL_INFINITY);
    uint64_t most = ordered_bits(-TL_INFINITY);
    double least = TL_INFINITY;
    double largest = -TL_INFINITY;
    int64_t every = b->particles < SAMPLED ? 1 : b->particles / SAMPLED;
    int terminal = 0;
    for (int64_t i = TELEOST_THREAD; i < b->particles; i += TELEOST_THREADS_IN_GRID) {
      State s;
      belief_load(b, b->ints, b->floats, b->history, i, &s);
      double log_weight = -TL_INFINITY;
      if (b->weights[i] > 0.0) {
        Stream r;
        Outcome out;
        stream_start_episode(&r, b->seed, b->move_key, i);
        model_step(&s, (int)b->action, &r, &out);
        terminal += out.terminal ? 1 : 0;
        if (!out.terminal) {
          double likelihood = model_log_likelihood(b->observation, (int)b->action, &s);
          if (!(likelihood < TL_INFINITY)) {
            lower_first(&b->report->fault_particle, (uint32_t)i);
          }
          log_weight = tl_log(b->weights[i]) + likelihood;
          if (likelihood > -TL_INFINITY && likelihood < TL_INFINITY) {
            uint64_t seen = ordered_bits(likelihood);
            most = seen > most ? seen : most;
          }
          if (i % every == 0) {
            double own = model_log_likelihood(out.observation, (int)b->action, &s);
            if (own > -TL_INFINITY && own < TL_INFINITY) {
              least = own < least ? own : least;
              largest = own > largest ? own : largest;
            }
          }
        }
        if (log_weight > -TL_INFINITY) {
          lower_first(&b->report->first_agreeing, (uint32_t)i);
          uint64_t bits = ordered_bits(log_weight);
          best = bits > best ? bits : best;
        }
      }
      belief_store(b->moved_ints, b->moved_floats, i, &s);
      b->log_weights[i] = log_weight;
    }
    raise(&b->report->best, best);
    raise(&b->report->most_observed, most);
    raise(&b->report->most_simulated, ordered_bits(largest));
    raise(&b->report->not_least_simulated, ~ordered_bits(least));
    if (terminal > 0) {
      TELEOST_ATOMIC_ADD(&b->report->terminal, terminal);
    }
  }
}

/* one thread: the history after the observation, or the end of the update */
TELEOST_KERNEL(belief_history, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    BeliefReport* report = b->report;
    if (report->fault_particle != NO_PARTICLE) {
      report->fault_likelihood = b->log_weights[report->fault_particle];
    }
    if (report->first_agreeing == NO_PARTICLE || report->fault_particle != NO_PARTICLE) {
      report->lost = 1;
    } else {
      State s;
      belief_load(b, b->moved_ints, b->moved_floats, b->history, report->first_agreeing, &s);
      model_update_history(&s, (int)b->action, b->observation);
      belief_store_history(b->moved_history, &s);
    }
  }
}
