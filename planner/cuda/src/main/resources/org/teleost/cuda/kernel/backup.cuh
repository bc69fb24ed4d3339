/*
 * The backup half of a planning pass: one launch per level, deepest first, a block per node. Twin of PreferenceUpdate of
 * the host engine. Q and the weights of a node's edges are found in parallel; sums of doubles run through one thread in
 * the order of the slots or of the touched edges, so that they do not depend on the schedule.
 */
#pragma once
#include "tree.cuh"

#define BACKUP_THREADS 32
#define FIRST_SEGMENT 4
#define LARGEST_EXPONENT 300.0
#define SMALLEST_WEIGHT 1e-200
/* A pool may outweigh all known actions, but they keep a share: without it their mean value would be 0 / 0. */
#define LARGEST_SHARE (1.0 - 1e-9)

#define RULE_SOFT 0
#define RULE_MEAN 1
#define RULE_MAX 2
#define RULE_LEAF_AND_MEAN 3

struct NodeUpdate {
  int32_t old_start;
  int32_t start;
  int32_t known;  /* slots before this pass */
  int32_t count;  /* slots after it */
  int32_t created; /* edges that this pass has created */
  int32_t placed;  /* those of them that have a slot */
  int32_t flags[BACKUP_THREADS];
  int32_t visits; /* fresh visits of all edges */
  double anchor;
  double pool;
  double scale;
};

TELEOST_DEVICE static inline double clamp_exponent(double exponent) {
  return exponent > LARGEST_EXPONENT ? LARGEST_EXPONENT : exponent < -LARGEST_EXPONENT ? -LARGEST_EXPONENT : exponent;
}

/* ---- slots of the edges that this pass has created ---- */

/* Room for `more` slots: the segment doubles as often as needed. */
TELEOST_DEVICE static inline void grow_slots(const Plan* plan, int id, NodeUpdate* update, int more) {
  NodeCounts* counts = plan->node_counts + id;
  update->count = update->known + more;
  int wanted = counts->slot_capacity;
  while (wanted < update->count) {
    wanted = wanted == 0 ? FIRST_SEGMENT : 2 * wanted;
  }
  if (wanted > counts->slot_capacity) {
    update->start = TELEOST_ATOMIC_ADD(&plan->control->slots_used, wanted);
    counts->slot_capacity = wanted;
  }
}

TELEOST_DEVICE static inline void copy_slots(const Plan* plan, const NodeUpdate* update, int thread, int threads) {
  for (int i = thread; update->start != update->old_start && i < update->known; i += threads) {
    plan->slots[update->start + i] = plan->slots[update->old_start + i];
    plan->slot_weight[update->start + i] = plan->slot_weight[update->old_start + i];
    plan->slot_value[update->start + i] = plan->slot_value[update->old_start + i];
  }
}

TELEOST_DEVICE static inline void place_edge(const Plan* plan, const NodeUpdate* update, int id, int thread) {
  int place = update->known + update->placed;
  for (int i = 0; i < thread; i++) {
    place += update->flags[i];
  }
  Slot slot = {id, plan->edges[id].action};
  plan->slots[update->start + place] = slot;
  plan->slot_weight[update->start + place] = 0.0;
  plan->edge_sums[id].place = place;
}

/* ---- Q of an edge ---- */

/* Q(b,a) = mean r + gamma sum_o N(b,a,o) / N(b,a) V(b,a,o); brings the masses of the touched children up to date.
   What the sums over all edges need is left beside the segment, at `at`: one thread adds it up, and must not wait for a
   row of memory per edge. */
TELEOST_DEVICE static inline void evaluate_edge(const Plan* plan, const NodeUpdate* update, int id, int at) {
  const Edge* edge = plan->edges + id;
  EdgeSums* sums = plan->edge_sums + id;
  double future = sums->future;
  for (int i = 0; i < edge->child_count; i++) {
    int child = plan->child_list[sums->child_start + i];
    double mass = plan->node_counts[child].visits * plan->node_sums[child].value;
    future += mass - plan->node_sums[child].booked_mass;
    plan->node_sums[child].booked_mass = mass;
  }
  sums->future = future;
  double reward = (double)sums->reward / plan->scale;
  double refused = (double)sums->refused / plan->scale;
  double value = (reward + MODEL_DISCOUNT * (future + refused)) / edge->visits;
  plan->slot_value[update->start + sums->place] = value;
  plan->edge_values[at] = value;
  /* the chunks are merged: their memory is free */
  plan->edge_chunks[at] = edge->created_pass == plan->control->pass ? -edge->fresh : edge->fresh;
}

/* ---- preferences ---- */

/* Fresh visits, and what the action values are compared with: V, at the first update their mean. */
TELEOST_DEVICE static inline void anchor_node(const Plan* plan, int id, NodeUpdate* update) {
  const NodeCounts* counts = plan->node_counts + id;
  int visits = 0;
  double sum = 0.0;
  for (int i = counts->edge_start; i < counts->edge_start + counts->edge_count; i++) {
    int fresh = plan->edge_chunks[i] < 0 ? -plan->edge_chunks[i] : plan->edge_chunks[i];
    visits += fresh;
    sum += fresh * plan->edge_values[i];
  }
  update->visits = visits;
  update->anchor = update->known == 0 ? sum / visits : plan->node_sums[id].value;
}

/* w(a) <- w(a) exp(eta (Q(a) - V)) for an action visited in this pass; a new one starts with its share of the visits. */
TELEOST_DEVICE static inline void reweigh_edge(const Plan* plan, const NodeUpdate* update, int id) {
  const Edge* edge = plan->edges + id;
  int slot = update->start + plan->edge_sums[id].place;
  double weight = edge->created_pass == plan->control->pass ? (double)edge->fresh / update->visits
                                                            : plan->slot_weight[slot];
  double rate = plan->control->eta * edge->visits / (edge->visits + plan->trust);
  double moved = weight * tl_exp(clamp_exponent(rate * (plan->slot_value[slot] - update->anchor)));
  plan->slot_weight[slot] = moved > SMALLEST_WEIGHT ? moved : SMALLEST_WEIGHT;
}

/* Mass of the actions not seen yet: those seen once stand for them (Good and Turing). */
TELEOST_DEVICE static inline double pool_mass(const Plan* plan, int id, const NodeUpdate* update) {
  const NodeCounts* counts = plan->node_counts + id;
  int new_visits = 0;
  int singles = 0;
  double new_value = 0.0;
  for (int i = counts->edge_start; i < counts->edge_start + counts->edge_count; i++) {
    if (plan->edge_chunks[i] < 0) {
      int fresh = -plan->edge_chunks[i];
      new_visits += fresh;
      new_value += fresh * plan->edge_values[i];
      singles += fresh == 1;
    }
  }
  double old = plan->nodes[id].pool;
  double expected = update->visits * old;
  double pool = old * (singles + 0.5) / ((new_visits > expected ? new_visits : expected) + 0.5);
  return new_visits == 0
             ? pool
             : pool * tl_exp(clamp_exponent(plan->control->eta * (new_value / new_visits - update->anchor)));
}

/* The share of the proposal, and the factor that makes all weights sum to 1; leaves sum + pool in update->pool. */
TELEOST_DEVICE static inline void weigh_pool(const Plan* plan, int id, NodeUpdate* update) {
  double pool = pool_mass(plan, id, update);
  double sum = 0.0;
  for (int slot = update->start; slot < update->start + update->count; slot++) {
    sum += plan->slot_weight[slot];
  }
  double share = pool / (pool + sum);
  share = share > plan->explore ? share : plan->explore;
  share = share < LARGEST_SHARE ? share : LARGEST_SHARE;
  update->scale = (1.0 - share) / sum;
  update->pool = sum + pool;
  plan->nodes[id].pool = (float)share;
}

TELEOST_DEVICE static inline double with_leaf(const Plan* plan, int id, double mean) {
  int visits = plan->node_counts[id].visits;
  int leaves = plan->node_counts[id].leaf_count;
  /* the root has no visits of its own and no leaf value */
  double leaf = (double)plan->node_sums[id].leaf_sum / plan->scale;
  return visits == 0 ? mean : (leaf + (visits - leaves) * mean) / visits;
}

/* Cumulative weights for the search, and V. */
TELEOST_DEVICE static inline void value_node(const Plan* plan, int id, const NodeUpdate* update) {
  double cumulative = 0.0;
  double mean = 0.0;
  double best = -1e300;
  for (int slot = update->start; slot < update->start + update->count; slot++) {
    double weight = plan->slot_weight[slot];
    double value = plan->slot_value[slot];
    cumulative += weight;
    plan->slot_cumulative[slot] = (float)cumulative;
    mean += weight * value;
    best = value > best ? value : best;
  }
  plan->nodes[id].slot_start = update->start;
  plan->nodes[id].slot_count = update->count;
  int rule = (int)plan->value_rule;
  plan->node_sums[id].value = rule == RULE_SOFT  ? update->anchor + tl_log(update->pool) / plan->control->eta
                              : rule == RULE_MAX ? best
                              : rule == RULE_MEAN ? mean / cumulative
                                                  : with_leaf(plan, id, mean / cumulative);
}

/* All nodes of level `argument`; BACKUP_THREADS threads per block. */
TELEOST_KERNEL(backup_level, Plan) {
  const Plan* plan = arguments;
  TELEOST_SHARED(NodeUpdate, update);
  int end = argument < plan->control->levels ? plan->level_start[argument + 1] : 0;
  int begin = argument < plan->control->levels ? plan->level_start[argument] : 0;
  for (int at = begin + (int)blockIdx.x; at < end; at += (int)gridDim.x) {
    int id = plan->level_nodes[at];
    const int32_t* edges = plan->edge_list + plan->node_counts[id].edge_start;
    int touched = plan->node_counts[id].edge_count;
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        update.old_start = update.start = plan->nodes[id].slot_start;
        update.known = update.count = plan->nodes[id].slot_count;
        update.created = update.placed = 0;
      }
    }
    TELEOST_THREADS {
      for (int i = (int)threadIdx.x; i < touched; i += (int)blockDim.x) {
        if (plan->edges[edges[i]].created_pass == plan->control->pass) {
          TELEOST_ATOMIC_ADD(&update.created, 1);
        }
      }
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        grow_slots(plan, id, &update, update.created);
      }
    }
    TELEOST_THREADS { copy_slots(plan, &update, (int)threadIdx.x, (int)blockDim.x); }
    int known = update.known;
    int count = update.count;
    for (int from = 0; count > known && from < touched; from += (int)blockDim.x) {
      TELEOST_THREADS {
        int i = from + (int)threadIdx.x;
        update.flags[threadIdx.x] = i < touched && plan->edges[edges[i]].created_pass == plan->control->pass;
      }
      TELEOST_THREADS {
        if (update.flags[threadIdx.x]) {
          place_edge(plan, &update, edges[from + (int)threadIdx.x], (int)threadIdx.x);
        }
      }
      TELEOST_THREADS {
        for (int i = 0; threadIdx.x == 0 && i < (int)blockDim.x; i++) {
          update.placed += update.flags[i];
        }
      }
    }
    TELEOST_THREADS {
      for (int i = (int)threadIdx.x; i < touched; i += (int)blockDim.x) {
        evaluate_edge(plan, &update, edges[i], plan->node_counts[id].edge_start + i);
      }
      for (int i = (int)threadIdx.x; plan->retention < 1.0 && i < known; i += (int)blockDim.x) {
        double* weight = plan->slot_weight + update.start + i;
        *weight = tl_exp(plan->retention * tl_log(*weight));
      }
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        anchor_node(plan, id, &update);
      }
    }
    TELEOST_THREADS {
      for (int i = (int)threadIdx.x; i < touched; i += (int)blockDim.x) {
        reweigh_edge(plan, &update, edges[i]);
      }
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        weigh_pool(plan, id, &update);
      }
    }
    TELEOST_THREADS {
      for (int i = (int)threadIdx.x; i < count; i += (int)blockDim.x) {
        plan->slot_weight[update.start + i] *= update.scale;
      }
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        value_node(plan, id, &update);
      }
    }
  }
}
