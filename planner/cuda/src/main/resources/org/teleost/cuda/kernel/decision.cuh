/* The frame of a decision: an empty tree, the size of the next pass, and its inverse temperature. */
#pragma once
#include "tree.cuh"

/* Room for fewer new nodes than this counts as none. */
#define SMALLEST_GROWTH 64

/* Forgets the tree of the last decision. */
TELEOST_KERNEL(forget, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    int64_t step = TELEOST_THREADS_IN_GRID;
    for (int64_t i = TELEOST_THREAD; i <= plan->table_mask; i += step) {
      plan->child_table[i] = 0;
      plan->action_table[i] = 0;
    }
    for (int64_t i = TELEOST_THREAD; i < plan->id_limit; i += step) {
      plan->nodes[i].parent_edge = UNUSED;
    }
    for (int64_t i = TELEOST_THREAD; i < MODEL_ACTIONS; i += step) {
      RootAction none = {{0, 0}, {0, 0}, 0};
      plan->root[i] = none;
    }
    for (int64_t i = TELEOST_THREAD; i < 2 * (int64_t)argument; i += step) {
      plan->spare_counts[i] = 0;
    }
  }
}

/* Creates the root; one thread. */
TELEOST_KERNEL(start_decision, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    Control control = {};
    control.node_count = 1;
    control.node_ids = 1;
    control.eta = plan->eta_setting;
    control.not_deepest = ~0u;
    control.fault.kind = plan->bytes == (int64_t)sizeof(Plan) ? 0 : -1;
    *plan->control = control;
    create_node(plan, 0, NONE, 0, 0, 0);
    uint64_t hash = table_hash(NONE, 0);
    plan->child_table[hash & plan->table_mask] = (hash & 0xFFFFFFFF00000000ull) | 1;
  }
}

/* Sizes of the passes: geometric growth, cut to the budget and to the room in the tree. */
TELEOST_DEVICE static inline int64_t pass_size(const Plan* plan, int64_t done) {
  double grown = plan->pass_growth * (double)done;
  int64_t wanted = (int64_t)(grown < (double)plan->max_pass_episodes ? grown : (double)plan->max_pass_episodes);
  wanted = wanted < plan->first_pass_episodes ? plan->first_pass_episodes : wanted;
  int64_t left = plan->episode_limit - done;
  return wanted < left ? wanted : left;
}

/* Sets up the next pass, or a pass of no episodes when the budget is spent or a model has failed; one thread. */
TELEOST_KERNEL(begin_pass, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    Control* control = plan->control;
    control->episodes += control->size;
    int64_t size = control->fault.kind == 0 ? pass_size(plan, control->episodes) : 0;
    int most = control->node_count > control->edge_count ? control->node_count : control->edge_count;
    int64_t room = plan->capacity - most;
    control->frozen = room < SMALLEST_GROWTH;
    if (size > 0) {
      control->full |= control->frozen;
      control->pass++;
    }
    control->size = control->frozen || size < room ? size : room;
    control->edge_segments = 0;
    control->child_segments = 0;
    control->touched_edges = 0;
    control->touched_nodes = size > 0;
    plan->touched_nodes[0] = 0;
    for (int64_t level = 0; level < plan->max_depth + 2; level++) {
      plan->level_cursor[level] = 0;
    }
  }
}

/* Relative differences below this are rounding. */
#define ROUNDING 1e-12

#define PREPARE_THREADS 128

struct RootPart { /* what a thread has seen of the root's actions */
  double low;
  double high;
  WideSum returns;
  WideSum squares;
  int64_t visits;
};

TELEOST_DEVICE static inline void merge_part(RootPart* all, const RootPart* part) {
  all->low = part->low < all->low ? part->low : all->low;
  all->high = part->high > all->high ? part->high : all->high;
  all->returns.high += part->returns.high;
  all->returns.low += part->returns.low;
  all->squares.high += part->squares.high;
  all->squares.low += part->squares.low;
  all->visits += part->visits;
}

/* The part of every `threads`-th action; integers and extremes are the same in any order. */
TELEOST_DEVICE static inline RootPart root_part(const Plan* plan, int thread, int threads) {
  RootPart part = {1e300, -1e300, {0, 0}, {0, 0}, 0};
  for (int action = thread; action < MODEL_ACTIONS; action += threads) {
    const RootAction* row = plan->root + action;
    if (row->visits > 0) {
      double mean = wide_value(&row->returns, plan->scale) / (double)row->visits;
      RootPart own = {mean, mean, row->returns, row->squares, row->visits};
      merge_part(&part, &own);
    }
  }
  return part;
}

/* The scale of value differences at the root: largest minus smallest mean return over its actions; where they do not
   differ, two standard deviations of the episodes' returns. A float, so that the last bits of the sums do not show. */
TELEOST_DEVICE static inline float root_range(const Plan* plan, const RootPart* all) {
  double size = tl_abs(all->low) > tl_abs(all->high) ? tl_abs(all->low) : tl_abs(all->high);
  if (all->high - all->low > ROUNDING * size) {
    return (float)(all->high - all->low);
  }
  double mean = wide_value(&all->returns, plan->scale) / (double)all->visits;
  double variance = wide_value(&all->squares, plan->square_scale) / (double)all->visits - mean * mean;
  double deviation = tl_sqrt(variance > 0.0 ? variance : 0.0);
  return deviation > tl_sqrt(ROUNDING) * tl_abs(mean) ? (float)(2.0 * deviation) : 0.0f;
}

/* Where each level begins. */
TELEOST_DEVICE static inline void start_levels(const Plan* plan) {
  Control* control = plan->control;
  int start = 0;
  control->levels = 0;
  for (int64_t level = 0; level <= plan->max_depth; level++) {
    int count = plan->level_cursor[level];
    plan->level_start[level] = start;
    plan->level_cursor[level] = start;
    start += count;
    control->levels = count > 0 ? (int)level + 1 : control->levels;
  }
  plan->level_start[plan->max_depth + 1] = start;
}

/* Levels, and the inverse temperature of this pass's backup; one block of PREPARE_THREADS threads at most. */
TELEOST_KERNEL(prepare_backup, Plan) {
  const Plan* plan = arguments;
  TELEOST_SHARED(RootPart, parts[PREPARE_THREADS]);
  TELEOST_THREADS { parts[threadIdx.x] = root_part(plan, (int)threadIdx.x, (int)blockDim.x); }
  TELEOST_THREADS {
    if (threadIdx.x == 0) {
      start_levels(plan);
      for (int i = 1; i < (int)blockDim.x; i++) {
        merge_part(&parts[0], &parts[i]);
      }
      if (plan->control->size > 0) {
        double range = plan->eta_per_range ? root_range(plan, &parts[0]) : 0.0;
        plan->control->eta = range > 0.0 ? plan->eta_setting / range : plan->eta_setting;
      }
    }
  }
}
