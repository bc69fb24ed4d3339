/*
 * The second half of a belief update: weights, effective sample size, systematic resampling (Kitagawa 1996) by cumulative
 * weights, and the rejuvenation of duplicates. See belief.cuh for the order of the launches and of the sums.
 */
#pragma once
#include "belief.cuh"

/* weights relative to the largest, and their sums by chunk */
TELEOST_KERNEL(belief_weigh, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    double best = of_ordered_bits(b->report->best);
    int64_t chunks = b->report->lost ? 0 : belief_chunks(b);
    for (int64_t chunk = TELEOST_THREAD; chunk < chunks; chunk += TELEOST_THREADS_IN_GRID) {
      int64_t end = chunk * SPAN + SPAN < b->particles ? chunk * SPAN + SPAN : b->particles;
      double sum = 0.0;
      int unequal = 0;
      for (int64_t i = chunk * SPAN; i < end; i++) {
        double weight = tl_exp(b->log_weights[i] - best);
        b->log_weights[i] = weight;
        sum += weight;
        unequal += weight < 1.0 ? 1 : 0;
      }
      b->chunk_sums[chunk] = sum;
      if (unequal > 0) {
        TELEOST_ATOMIC_ADD(&b->report->unequal, unequal);
      }
    }
  }
}

TELEOST_KERNEL(belief_group_weights, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    int64_t groups = b->report->lost ? 0 : belief_groups(b);
    int64_t chunks = belief_chunks(b);
    for (int64_t group = TELEOST_THREAD; group < groups; group += TELEOST_THREADS_IN_GRID) {
      double sum = 0.0;
      for (int64_t chunk = group * SPAN; chunk < group * SPAN + SPAN && chunk < chunks; chunk++) {
        sum += b->chunk_sums[chunk];
      }
      b->group_sums[group] = sum;
    }
  }
}

TELEOST_DEVICE static inline double belief_total(const Belief* b) {
  double total = 0.0;
  for (int64_t group = 0; group < belief_groups(b); group++) {
    total += b->group_sums[group];
  }
  return total;
}

/* weights of sum 1; sums of their squares and shares by chunk */
TELEOST_KERNEL(belief_normalise, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    int64_t chunks = b->report->lost ? 0 : belief_chunks(b);
    double total = TELEOST_THREAD < chunks ? belief_total(b) : 1.0;
    double scale = 1.0 / total;
    if (TELEOST_THREAD == 0 && chunks > 0) {
      b->report->log_evidence = of_ordered_bits(b->report->best) + tl_log(total);
    }
    for (int64_t chunk = TELEOST_THREAD; chunk < chunks; chunk += TELEOST_THREADS_IN_GRID) {
      int64_t end = chunk * SPAN + SPAN < b->particles ? chunk * SPAN + SPAN : b->particles;
      double squares = 0.0;
      uint64_t shares = 0;
      int positive = 0;
      uint32_t last = 0;
      for (int64_t i = chunk * SPAN; i < end; i++) {
        double weight = b->log_weights[i] * scale;
        b->log_weights[i] = weight;
        squares += weight * weight;
        shares += (uint64_t)(weight * SHARE_ONE);
        positive += weight > 0.0 ? 1 : 0;
        last = weight > 0.0 ? (uint32_t)i : last;
      }
      b->chunk_sums[chunk] = squares;
      b->chunk_shares[chunk] = shares;
      if (positive > 0) {
        TELEOST_ATOMIC_ADD(&b->report->positive, positive);
        lower_first(&b->report->not_last, ~last);
      }
    }
  }
}

/* within each group: sum of squares, shares of the group, and shares before each of its chunks */
TELEOST_KERNEL(belief_group_shares, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    int64_t groups = b->report->lost ? 0 : belief_groups(b);
    int64_t chunks = belief_chunks(b);
    for (int64_t group = TELEOST_THREAD; group < groups; group += TELEOST_THREADS_IN_GRID) {
      double squares = 0.0;
      uint64_t before = 0;
      for (int64_t chunk = group * SPAN; chunk < group * SPAN + SPAN && chunk < chunks; chunk++) {
        uint64_t shares = b->chunk_shares[chunk];
        b->chunk_shares[chunk] = before;
        before += shares;
        squares += b->chunk_sums[chunk];
      }
      b->group_shares[group] = before;
      b->group_sums[group] = squares;
    }
  }
}

/* one thread: whether to resample; shares before each group */
TELEOST_KERNEL(belief_decide, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    if (!b->report->lost) {
      uint64_t before = 0;
      for (int64_t group = 0; group < belief_groups(b); group++) {
        uint64_t shares = b->group_shares[group];
        b->group_shares[group] = before;
        before += shares;
      }
      b->report->effective_sample_size = 1.0 / belief_total(b);
      b->report->resampled = b->report->effective_sample_size < b->resample_below;
    }
  }
}

/* how many of the positions (u + k) / n lie below a cumulative weight, for the u of this update */
TELEOST_DEVICE static inline int belief_positions_below(double cumulative, double first, int n) {
  int count = (int)((cumulative - first) * n);
  count = tl_max_int(0, tl_min_int(n, count));
  while (count < n && first + (double)count / n < cumulative) {
    count++;
  }
  while (count > 0 && !(first + (double)(count - 1) / n < cumulative)) {
    count--;
  }
  return count;
}

/* cumulative weights, and copies of each particle and those before it */
TELEOST_KERNEL(belief_place, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    BeliefReport* report = b->report;
    int n = (int)b->particles;
    int64_t last = (int64_t)~report->not_last;
    Stream r;
    stream_start_episode(&r, b->seed, b->resample_key, b->particles);
    double first = stream_next_double(&r) / n;
    int64_t chunks = report->lost ? 0 : belief_chunks(b);
    for (int64_t chunk = TELEOST_THREAD; chunk < chunks; chunk += TELEOST_THREADS_IN_GRID) {
      int64_t end = chunk * SPAN + SPAN < n ? chunk * SPAN + SPAN : n;
      uint64_t shares = b->group_shares[chunk / SPAN] + b->chunk_shares[chunk];
      /* rounding may leave the last positions past the sum: they go to the last particle of positive weight */
      int before = chunk * SPAN > last ? n : belief_positions_below((double)shares / SHARE_ONE, first, n);
      int survivors = 0;
      for (int64_t i = chunk * SPAN; i < end; i++) {
        shares += (uint64_t)(b->log_weights[i] * SHARE_ONE);
        double cumulative = (double)shares / SHARE_ONE;
        b->cumulative[i] = cumulative;
        int placed = i >= last ? n : belief_positions_below(cumulative, first, n);
        b->placed[i] = placed;
        survivors += placed > before ? 1 : 0;
        before = placed;
      }
      if (survivors > 0) {
        TELEOST_ATOMIC_ADD(&report->survivors, survivors);
      }
    }
  }
}

/* the particle that place t of the new belief copies: the first with more than t placed */
TELEOST_DEVICE static inline int belief_ancestor(const Belief* b, int t) {
  int low = 0;
  int high = (int)b->particles - 1;
  while (low < high) {
    int middle = (int)(((uint32_t)low + (uint32_t)high) >> 1);
    if (b->placed[middle] > t) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/* the new belief; of each survivor all copies but the first are rejuvenated */
TELEOST_KERNEL(belief_settle, Belief) {
  TELEOST_THREADS {
    Belief* b = arguments;
    int64_t n = b->report->lost ? 0 : b->particles;
    for (int64_t i = TELEOST_THREAD; i < n; i += TELEOST_THREADS_IN_GRID) {
      State s;
      int from = b->report->resampled ? belief_ancestor(b, (int)i) : (int)i;
      belief_load(b, b->moved_ints, b->moved_floats, b->moved_history, from, &s);
      b->weights[i] = b->log_weights[i];
      if (b->report->resampled) {
        bool is_first = i == (from == 0 ? 0 : b->placed[from - 1]);
        if (!is_first) {
          Stream r;
          stream_start_episode(&r, b->seed, b->resample_key, n + 1 + i);
          State redrawn = s;
          s = model_rejuvenate(&redrawn, &r) ? redrawn : s;
        }
        b->weights[i] = 1.0 / n;
        b->cumulative[i] = (double)(i + 1) / n;
      }
      belief_store(b->ints, b->floats, i, &s);
      if (i == 0) {
        belief_store_history(b->history, &s);
      }
    }
  }
}
