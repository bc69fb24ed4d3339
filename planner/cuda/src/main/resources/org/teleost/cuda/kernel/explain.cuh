/* The root for the decision: its actions, and the likeliest observations after one of them. */
#pragma once
#include "tree.cuh"

#define EXPLAIN_THREADS 128
#define MAX_OBSERVATIONS 4

struct ActionRow {
  int32_t action;
  int32_t edge;
  int32_t visits;
  int32_t terminals;
  double weight;
  double value;
  double mean_return;
  double mean_square;
};

struct ObservationRow {
  int64_t observation;
  int32_t visits;
  int32_t created_pass;
  uint32_t created_episode;
  int32_t unused;
};

/* One ActionRow per slot of the root into plan->answer. */
TELEOST_KERNEL(explain_actions, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    ActionRow* rows = (ActionRow*)plan->answer;
    for (int64_t i = TELEOST_THREAD; i < plan->nodes[0].slot_count; i += TELEOST_THREADS_IN_GRID) {
      int slot = plan->nodes[0].slot_start + (int)i;
      int edge = plan->slots[slot].edge;
      const RootAction* root = plan->root + plan->slots[slot].action;
      double visits = plan->edges[edge].visits;
      ActionRow row = {
          plan->slots[slot].action,
          edge,
          plan->edges[edge].visits,
          plan->edges[edge].terminals,
          plan->slot_weight[slot],
          plan->slot_value[slot],
          wide_value(&root->returns, plan->scale) / visits,
          wide_value(&root->squares, plan->square_scale) / visits,
      };
      rows[i] = row;
    }
  }
}

/* More visits first, then the newer node. */
TELEOST_DEVICE static inline bool comes_before(const ObservationRow* a, const ObservationRow* b) {
  if (a->visits != b->visits) {
    return a->visits > b->visits;
  }
  if (a->created_pass != b->created_pass) {
    return a->created_pass > b->created_pass;
  }
  return a->created_episode > b->created_episode;
}

TELEOST_DEVICE static inline void insert_row(ObservationRow* rows, ObservationRow row) {
  for (int i = 0; i < MAX_OBSERVATIONS; i++) {
    if (comes_before(&row, rows + i)) {
      ObservationRow moved = rows[i];
      rows[i] = row;
      row = moved;
    }
  }
}

TELEOST_DEVICE static inline void no_rows(ObservationRow* rows) {
  for (int i = 0; i < MAX_OBSERVATIONS; i++) {
    ObservationRow none = {0, 0, -1, 0, 0};
    rows[i] = none;
  }
}

/* Merges `others` sets of rows into those at `rows`. */
TELEOST_DEVICE static inline void insert_rows(ObservationRow* rows, const ObservationRow* more, int others) {
  for (int set = 0; set < others; set++) {
    for (int i = 0; i < MAX_OBSERVATIONS && more[set * MAX_OBSERVATIONS + i].visits > 0; i++) {
      insert_row(rows, more[set * MAX_OBSERVATIONS + i]);
    }
  }
}

/* The MAX_OBSERVATIONS most visited children of edge `argument` that each block finds, into plan->answer; visits 0 for
   none. */
TELEOST_KERNEL(explain_observations, Plan) {
  const Plan* plan = arguments;
  TELEOST_SHARED(ObservationRow, best[EXPLAIN_THREADS][MAX_OBSERVATIONS]);
  TELEOST_THREADS {
    no_rows(best[threadIdx.x]);
    for (int64_t id = TELEOST_THREAD; id < plan->control->node_ids; id += TELEOST_THREADS_IN_GRID) {
      if (plan->nodes[id].parent_edge == argument) {
        ObservationRow row = {
            plan->nodes[id].observation,
            plan->node_counts[id].visits,
            plan->nodes[id].created_pass,
            plan->node_sums[id].created_episode,
            0,
        };
        insert_row(best[threadIdx.x], row);
      }
    }
  }
  TELEOST_THREADS {
    if (threadIdx.x == 0) {
      insert_rows(best[0], best[1], (int)blockDim.x - 1);
      for (int i = 0; i < MAX_OBSERVATIONS; i++) {
        ((ObservationRow*)plan->answer)[(int)blockIdx.x * MAX_OBSERVATIONS + i] = best[0][i];
      }
    }
  }
}

/* The same of all children, from what `argument` blocks have found. One block. */
TELEOST_KERNEL(merge_observations, Plan) {
  const Plan* plan = arguments;
  ObservationRow* rows = (ObservationRow*)plan->answer;
  TELEOST_SHARED(ObservationRow, best[EXPLAIN_THREADS][MAX_OBSERVATIONS]);
  TELEOST_THREADS {
    no_rows(best[threadIdx.x]);
    for (int block = (int)threadIdx.x; block < argument; block += (int)blockDim.x) {
      insert_rows(best[threadIdx.x], rows + block * MAX_OBSERVATIONS, 1);
    }
  }
  TELEOST_THREADS {
    if (threadIdx.x == 0) {
      insert_rows(best[0], best[1], (int)blockDim.x - 1);
      for (int i = 0; i < MAX_OBSERVATIONS; i++) {
        rows[i] = best[0][i];
      }
    }
  }
}
