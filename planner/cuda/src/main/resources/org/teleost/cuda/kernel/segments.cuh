/*
 * Between search and backup: the touched nodes by level, the touched edges of each node and the touched children of
 * each edge as contiguous segments, each segment ordered by first episode, latest first.
 *
 * A segment is ordered in two steps without barriers or shared memory: every item finds its rank within its chunk of
 * CHUNK items by comparing with all of them, then its rank in the segment by binary search in the other, ordered chunks.
 */
#pragma once
#include "tree.cuh"

#define CHUNK 128

/* Brings the visits up to date, values the leaves, reserves the segments and counts the nodes of each level that have
   something to back up. */
TELEOST_KERNEL(reserve_segments, Plan) {
  const Plan* plan = arguments;
  Control* control = plan->control;
  TELEOST_THREADS {
    for (int64_t i = TELEOST_THREAD; i < control->touched_nodes; i += TELEOST_THREADS_IN_GRID) {
      int id = plan->touched_nodes[i];
      NodeCounts* counts = plan->node_counts + id;
      Node* node = plan->nodes + id;
      counts->visits += counts->fresh;
      node->open_visits = counts->visits;
      if (node->created_pass == control->pass) {
        plan->node_sums[id].created_episode = counts->first;
        lower(&control->not_deepest, ~(uint32_t)counts->depth);
      }
      if (counts->edge_count > 0) {
        /* the end of the segment: it is filled from there */
        counts->edge_start = TELEOST_ATOMIC_ADD(&control->edge_segments, counts->edge_count) + counts->edge_count;
        TELEOST_ATOMIC_ADD(plan->level_cursor + counts->depth, 1);
      } else if (node->slot_count == 0 && counts->leaf_count > 0) {
        /* an interior node is touched without an edge only when the memory budget refused one */
        plan->node_sums[id].value = (double)plan->node_sums[id].leaf_sum / plan->scale / counts->leaf_count;
      }
    }
    for (int64_t i = TELEOST_THREAD; i < control->touched_edges; i += TELEOST_THREADS_IN_GRID) {
      int id = plan->touched_edges[i];
      Edge* edge = plan->edges + id;
      edge->visits += edge->fresh;
      if (edge->child_count > 0) {
        plan->edge_sums[id].child_start =
            TELEOST_ATOMIC_ADD(&control->child_segments, edge->child_count) + edge->child_count;
      }
    }
  }
}

/* Fills levels and segments, in any order. */
TELEOST_KERNEL(fill_segments, Plan) {
  const Plan* plan = arguments;
  Control* control = plan->control;
  TELEOST_THREADS {
    for (int64_t i = TELEOST_THREAD; i < control->touched_nodes; i += TELEOST_THREADS_IN_GRID) {
      int id = plan->touched_nodes[i];
      const NodeCounts* counts = plan->node_counts + id;
      if (counts->edge_count > 0) {
        plan->level_nodes[TELEOST_ATOMIC_ADD(plan->level_cursor + counts->depth, 1)] = id;
      }
      int edge = plan->nodes[id].parent_edge;
      if (edge >= 0) {
        plan->child_list[TELEOST_ATOMIC_ADD(&plan->edge_sums[edge].child_start, -1) - 1] = id;
      }
    }
    for (int64_t i = TELEOST_THREAD; i < control->touched_edges; i += TELEOST_THREADS_IN_GRID) {
      int id = plan->touched_edges[i];
      NodeCounts* counts = plan->node_counts + plan->edges[id].node;
      plan->edge_list[TELEOST_ATOMIC_ADD(&counts->edge_start, -1) - 1] = id;
    }
  }
}

struct Segment {
  int start;
  int count;
};

TELEOST_DEVICE static inline Segment edge_segment(const Plan* plan, int edge) {
  const NodeCounts* counts = plan->node_counts + plan->edges[edge].node;
  return Segment{counts->edge_start, counts->edge_count};
}

TELEOST_DEVICE static inline Segment child_segment(const Plan* plan, int node) {
  int edge = plan->nodes[node].parent_edge;
  return Segment{plan->edge_sums[edge].child_start, plan->edges[edge].child_count};
}

TELEOST_DEVICE static inline uint32_t first_of_edge(const Plan* plan, int edge) { return plan->edges[edge].first; }
TELEOST_DEVICE static inline uint32_t first_of_node(const Plan* plan, int node) {
  return plan->node_counts[node].first;
}

/* Orders the chunks of all segments: `first` and `segment` are those of an item. */
#define ORDER_CHUNKS(total, list, chunks, first, segment)                                                 \
  for (int64_t i = TELEOST_THREAD; i < (total); i += TELEOST_THREADS_IN_GRID) {                           \
    int id = (list)[i];                                                                                   \
    Segment own = segment(plan, id);                                                                      \
    int begin = own.start + ((int)i - own.start) / CHUNK * CHUNK;                                         \
    int end = begin + CHUNK < own.start + own.count ? begin + CHUNK : own.start + own.count;              \
    uint32_t key = first(plan, id);                                                                       \
    int rank = 0;                                                                                         \
    for (int j = begin; j < end; j++) {                                                                   \
      rank += first(plan, (list)[j]) > key;                                                               \
    }                                                                                                     \
    (chunks)[begin + rank] = id;                                                                          \
  }

/* Merges the ordered chunks of each segment. */
#define MERGE_CHUNKS(total, list, chunks, first, segment)                                                 \
  for (int64_t i = TELEOST_THREAD; i < (total); i += TELEOST_THREADS_IN_GRID) {                           \
    int id = (chunks)[i];                                                                                 \
    Segment own = segment(plan, id);                                                                      \
    int mine = ((int)i - own.start) / CHUNK;                                                              \
    int rank = ((int)i - own.start) % CHUNK;                                                              \
    uint32_t key = first(plan, id);                                                                       \
    for (int chunk = 0; chunk * CHUNK < own.count; chunk++) {                                             \
      int low = own.start + chunk * CHUNK;                                                                \
      int from = low;                                                                                     \
      int high = low + CHUNK < own.start + own.count ? low + CHUNK : own.start + own.count;               \
      while (chunk != mine && low < high) {                                                               \
        int middle = (low + high) >> 1;                                                                   \
        if (first(plan, (chunks)[middle]) > key) {                                                        \
          low = middle + 1;                                                                               \
        } else {                                                                                          \
          high = middle;                                                                                  \
        }                                                                                                 \
      }                                                                                                   \
      rank += low - from;                                                                                 \
    }                                                                                                     \
    (list)[own.start + rank] = id;                                                                        \
  }

TELEOST_KERNEL(order_chunks, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    ORDER_CHUNKS(plan->control->edge_segments, plan->edge_list, plan->edge_chunks, first_of_edge, edge_segment)
    ORDER_CHUNKS(plan->control->child_segments, plan->child_list, plan->child_chunks, first_of_node, child_segment)
  }
}

TELEOST_KERNEL(merge_chunks, Plan) {
  const Plan* plan = arguments;
  TELEOST_THREADS {
    MERGE_CHUNKS(plan->control->edge_segments, plan->edge_list, plan->edge_chunks, first_of_edge, edge_segment)
    MERGE_CHUNKS(plan->control->child_segments, plan->child_list, plan->child_chunks, first_of_node, child_segment)
  }
}

/* Forgets what belonged to the pass. */
TELEOST_KERNEL(finish_pass, Plan) {
  const Plan* plan = arguments;
  Control* control = plan->control;
  TELEOST_THREADS {
    for (int64_t i = TELEOST_THREAD; i < control->touched_nodes; i += TELEOST_THREADS_IN_GRID) {
      NodeCounts* counts = plan->node_counts + plan->touched_nodes[i];
      counts->fresh = 0;
      counts->first = NO_EPISODE;
      counts->edge_count = 0;
    }
    for (int64_t i = TELEOST_THREAD; i < control->touched_edges; i += TELEOST_THREADS_IN_GRID) {
      Edge* edge = plan->edges + plan->touched_edges[i];
      edge->fresh = 0;
      edge->first = NO_EPISODE;
      edge->child_count = 0;
    }
  }
}
