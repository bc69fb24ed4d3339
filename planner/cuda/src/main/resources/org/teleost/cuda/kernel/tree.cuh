/*
 * The belief tree in device memory: rows of nodes and edges, and two tables (parent, value) -> id by open addressing.
 *
 * Ids come from per-block reservations, so they depend on the schedule; nothing else may. What is summed in any order
 * is an integer (fixed point); what is a sequence (slots of a node, touched edges of a node, touched children of an
 * edge) is ordered by the first episode of the pass that came there, latest first, which is the host engine's order.
 *
 * Fields marked [search] are written by the episodes of a pass with atomics; all others only between passes, so that
 * during a pass they are constant and may be cached.
 */
#pragma once
#include "shim.h"

#define NONE (-1)
#define NO_EPISODE 0xFFFFFFFFu

struct Node { /* 32 bytes: what an episode reads on its way down */
  int64_t observation;
  int32_t parent_edge; /* NONE for the root, UNUSED for an id that names no node */
  int32_t created_pass;
  float pool; /* probability of drawing from the model's proposal */
  int32_t slot_start;
  int32_t slot_count;
  int32_t open_visits; /* visits when the last pass that came here ended */
};

#define UNUSED (-2)

struct NodeCounts {
  int32_t fresh;      /* visits of this pass [search] */
  uint32_t first;     /* first episode of this pass that came here [search] */
  int32_t leaf_count; /* [search] */
  int32_t edge_count; /* edges touched by this pass [search] */
  int32_t visits;
  int32_t depth;
  int32_t slot_capacity;
  int32_t edge_start; /* segment of the touched edges */
};

struct NodeSums {
  int64_t leaf_sum; /* fixed point [search] */
  double value;
  double booked_mass;
  uint32_t created_episode;
  uint32_t unused;
};

struct Edge {
  int32_t fresh;     /* visits of this pass [search] */
  uint32_t first;    /* first episode of this pass that came here [search] */
  int32_t terminals; /* [search] */
  int32_t child_count; /* children touched by this pass [search] */
  int32_t visits;
  int32_t node;
  int32_t action;
  int32_t created_pass;
};

struct EdgeSums {
  int64_t reward;  /* fixed point [search] */
  int64_t refused; /* leaf values of children that a full tree refused, fixed point [search] */
  double future;   /* sum over children of N(b,a,o) V(b,a,o) */
  int32_t place;   /* in the node's slots */
  int32_t child_start; /* segment of the touched children */
};

struct Slot {
  int32_t edge;
  int32_t action;
};

/* A sum in two fixed-point words: high counts 2^-bits, low what is left of each addend, 2^-32 finer. */
struct WideSum {
  int64_t high;
  int64_t low;
};

struct RootAction { /* discounted returns of the episodes that began with the action [search] */
  WideSum returns;
  WideSum squares;
  int64_t visits;
};

struct Fault {
  int32_t kind; /* 0 none */
  int32_t action;
  int32_t depth;
  int32_t particle;
  int64_t observation;
  double number;
};

struct Control {
  int64_t episodes; /* of this decision, before this pass */
  int64_t steps;    /* of this decision */
  int64_t size;     /* episodes of this pass; 0 when the budget is spent */
  double eta;       /* effective, 1/reward */
  int32_t pass;
  int32_t frozen;
  int32_t full;
  int32_t node_count;
  int32_t edge_count;
  int32_t node_ids; /* ids handed out, named or not */
  int32_t edge_ids;
  int32_t slots_used;
  int32_t touched_nodes;
  int32_t touched_edges;
  int32_t edge_segments;
  int32_t child_segments;
  uint32_t not_deepest; /* complement of the greatest depth of a node */
  int32_t levels;
  Fault fault;
};

/* Everything a kernel needs. All fields take 8 bytes; written by DevicePlan, in this order. */
struct Plan {
  int64_t bytes; /* sizeof(Plan) */
  int64_t seed;
  int64_t decision;
  int64_t episode_limit;
  int64_t particles;
  int64_t uniform; /* all particles have the same weight */
  uint64_t picker_offset;
  int64_t capacity; /* nodes, and edges */
  int64_t id_limit;
  int64_t table_mask;
  int64_t max_depth;
  int64_t expand_visits;
  int64_t first_pass_episodes;
  int64_t max_pass_episodes;
  int64_t value_rule;
  int64_t eta_per_range;
  double pass_growth;
  double eta_setting;
  double retention;
  double trust;
  double explore;
  double scale;        /* quanta per reward unit, 2^bits */
  double square_scale; /* quanta per squared reward unit */
  double largest;      /* largest reward, leaf value or return in size */
  Control* control;
  Node* nodes;
  NodeCounts* node_counts;
  NodeSums* node_sums;
  Edge* edges;
  EdgeSums* edge_sums;
  uint64_t* child_table;
  uint64_t* action_table;
  Slot* slots;
  float* slot_cumulative;
  double* slot_weight;
  double* slot_value;
  RootAction* root;
  int32_t* touched_nodes;
  int32_t* touched_edges;
  int32_t* level_start; /* max_depth + 2 */
  int32_t* level_cursor;
  int32_t* level_nodes;
  int32_t* edge_list;
  int32_t* edge_chunks;
  double* edge_values; /* Q of the touched edges, beside edge_list */
  int32_t* child_list;
  int32_t* child_chunks;
  int32_t* spare_nodes; /* per block: ids reserved and not used */
  int32_t* spare_edges;
  int32_t* spare_counts; /* per block: nodes, edges */
  const int32_t* particle_ints;
  const float* particle_floats;
  const double* particle_cumulative;
  const float* history;
  void* answer;
};

TELEOST_DEVICE static inline uint64_t table_hash(int parent, int64_t value) {
  uint64_t h = ((uint64_t)value ^ ((uint64_t)(int64_t)parent * 0x9E3779B97F4A7C15ull)) * 0xBF58476D1CE4E5B9ull;
  return h ^ (h >> 29);
}

/* Keys of rows that another block may just have published: past the first-level cache, which may hold an older line.
   The address comes out of the table's slot, so the read can't run ahead of it. */
TELEOST_DEVICE static inline int fresh32(const int32_t* at) { return *(const volatile int32_t*)at; }
TELEOST_DEVICE static inline int64_t fresh64(const int64_t* at) { return *(const volatile int64_t*)at; }

TELEOST_DEVICE static inline bool is_child(const Plan* plan, int node, int edge, int64_t observation) {
  const Node* row = plan->nodes + node;
  return fresh32(&row->parent_edge) == edge && fresh64(&row->observation) == observation;
}

TELEOST_DEVICE static inline bool is_edge(const Plan* plan, int edge, int node, int action) {
  const Edge* row = plan->edges + edge;
  return fresh32(&row->node) == node && fresh32(&row->action) == action;
}

TELEOST_DEVICE static inline int slot_id(uint64_t slot) { return (int)(uint32_t)slot - 1; }

TELEOST_DEVICE static inline int find_child(const Plan* plan, int edge, int64_t observation) {
  uint64_t hash = table_hash(edge, observation);
  for (uint64_t at = hash & plan->table_mask;; at = (at + 1) & plan->table_mask) {
    uint64_t slot = TELEOST_LOAD64(plan->child_table + at);
    if (slot == 0) {
      return NONE;
    }
    if (slot >> 32 == hash >> 32 && is_child(plan, slot_id(slot), edge, observation)) {
      return slot_id(slot);
    }
  }
}

TELEOST_DEVICE static inline int find_edge(const Plan* plan, int node, int action) {
  uint64_t hash = table_hash(node, action);
  for (uint64_t at = hash & plan->table_mask;; at = (at + 1) & plan->table_mask) {
    uint64_t slot = TELEOST_LOAD64(plan->action_table + at);
    if (slot == 0) {
      return NONE;
    }
    if (slot >> 32 == hash >> 32 && is_edge(plan, slot_id(slot), node, action)) {
      return slot_id(slot);
    }
  }
}

/* Writes all fields of a node that no other thread knows yet. */
TELEOST_DEVICE static inline void create_node(
    const Plan* plan, int id, int edge, int64_t observation, int depth, int pass) {
  Node row = {observation, edge, pass, 1.0f, 0, 0, 0};
  NodeCounts counts = {0, NO_EPISODE, 0, 0, 0, depth, 0, 0};
  NodeSums sums = {0, 0.0, 0.0, 0, 0};
  plan->nodes[id] = row;
  plan->node_counts[id] = counts;
  plan->node_sums[id] = sums;
}

TELEOST_DEVICE static inline void create_edge(const Plan* plan, int id, int node, int action, int pass) {
  Edge row = {0, NO_EPISODE, 0, 0, 0, node, action, pass};
  EdgeSums sums = {0, 0, 0.0, 0, 0};
  plan->edges[id] = row;
  plan->edge_sums[id] = sums;
}

TELEOST_DEVICE static inline void lower(uint32_t* least, uint32_t value) {
  if (*(volatile uint32_t*)least > value) {
    TELEOST_ATOMIC_MIN_U32(least, value);
  }
}

TELEOST_DEVICE static inline double wide_value(const WideSum* sum, double scale) {
  return ((double)sum->high + (double)sum->low * 0x1p-32) / scale;
}
