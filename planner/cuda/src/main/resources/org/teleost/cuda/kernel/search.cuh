/*
 * The search half of a planning pass in one kernel: a thread owns an episode, from a belief particle down the tree to a
 * terminal transition, an unknown child or the depth limit. Twin of EpisodeRunner and Accumulator of the host engine.
 *
 * What all episodes would write to at once (the edges and nodes nearest to the root, the root's returns) is first
 * added up in shared memory and merged when the block is done.
 */
#pragma once
#include "tree.cuh"

#define SEARCH_THREADS 128
#define ID_ROOM (2 * SEARCH_THREADS)
#define STAGE 256
#define HOT 64
#define HOT_DEPTH 2
#define SHARED_ACTIONS 16

/* kinds of faults */
#define BAD_ACTION 1
#define BAD_REWARD 2
#define BAD_OBSERVATION 3
#define BAD_LEAF 4
#define BAD_RETURN 5

struct HotRow { /* visits of a node or edge near the root, not yet in its row */
  int32_t id;
  int32_t fresh;
  uint32_t first;
  int32_t ends; /* terminals of an edge, leaf visits of a node */
  int64_t sum;  /* rewards of an edge, leaf values of a node */
};

struct IdPool { /* ids reserved by the block; every episode takes at most one */
  int32_t ids[2][ID_ROOM];
  int32_t returned[SEARCH_THREADS];
  int32_t count;
  int32_t taken;
  int32_t returns;
  int32_t base;
  int32_t created;
};

struct Stage { /* rows that this pass has come to for the first time, not yet in the global list */
  int32_t ids[STAGE];
  int32_t count;
  int32_t base;
};

struct SearchBlock {
  HotRow hot_edges[HOT];
  HotRow hot_nodes[HOT];
  RootAction root[SHARED_ACTIONS];
  IdPool nodes;
  IdPool edges;
  Stage touched_nodes;
  Stage touched_edges;
  int32_t side; /* which half of the id pools is in use */
  int64_t steps;
};

struct Episode {
  State state;
  Stream stream;
  uint32_t index; /* within the pass */
  int particle;
  int node;
  int depth;
  int action;
};

TELEOST_DEVICE static inline void fail(
    const Plan* plan, const Episode* episode, int kind, int64_t observation, double number) {
  Fault* fault = &plan->control->fault;
  if (TELEOST_ATOMIC_CAS32(&fault->kind, 0, kind) == 0) {
    fault->action = episode->action;
    fault->depth = episode->depth;
    fault->particle = episode->particle;
    fault->observation = observation;
    fault->number = number;
  }
}

/* ---- first visits ---- */

TELEOST_DEVICE static inline void stage(Stage* stage, int32_t* list, int32_t* length, int id) {
  int at = TELEOST_ATOMIC_ADD(&stage->count, 1);
  if (at < STAGE) {
    stage->ids[at] = id;
  } else {
    list[TELEOST_ATOMIC_ADD(length, 1)] = id;
  }
}

/* ---- booking; `times` visits at once ---- */

TELEOST_DEVICE static inline void add_to_edge(
    const Plan* plan, SearchBlock* block, int id, int times, uint32_t first, int terminals, int64_t reward) {
  Edge* edge = plan->edges + id;
  lower(&edge->first, first);
  if (terminals > 0) {
    TELEOST_ATOMIC_ADD(&edge->terminals, terminals);
  }
  if (reward != 0) {
    TELEOST_ATOMIC_ADD(&plan->edge_sums[id].reward, reward);
  }
  if (TELEOST_ATOMIC_ADD(&edge->fresh, times) == 0) {
    TELEOST_ATOMIC_ADD(&plan->node_counts[fresh32(&edge->node)].edge_count, 1);
    stage(&block->touched_edges, plan->touched_edges, &plan->control->touched_edges, id);
  }
}

TELEOST_DEVICE static inline void add_to_node(
    const Plan* plan, SearchBlock* block, int id, int times, uint32_t first, int leaves, int64_t leaf) {
  NodeCounts* counts = plan->node_counts + id;
  lower(&counts->first, first);
  if (leaves > 0) {
    TELEOST_ATOMIC_ADD(&counts->leaf_count, leaves);
  }
  if (leaf != 0) {
    TELEOST_ATOMIC_ADD(&plan->node_sums[id].leaf_sum, leaf);
  }
  if (TELEOST_ATOMIC_ADD(&counts->fresh, times) == 0) {
    TELEOST_ATOMIC_ADD(&plan->edges[fresh32(&plan->nodes[id].parent_edge)].child_count, 1);
    stage(&block->touched_nodes, plan->touched_nodes, &plan->control->touched_nodes, id);
  }
}

/* The block's row for the id; null when another id has it. */
TELEOST_DEVICE static inline HotRow* hot_row(HotRow* rows, int id) {
  HotRow* row = rows + (id & (HOT - 1));
  int owner = *(volatile int32_t*)&row->id;
  if (owner == NONE) {
    owner = TELEOST_ATOMIC_CAS32(&row->id, NONE, id);
  }
  return owner == NONE || owner == id ? row : nullptr;
}

TELEOST_DEVICE static inline void add_to_hot(HotRow* row, uint32_t first, int ends, int64_t sum) {
  TELEOST_ATOMIC_ADD(&row->fresh, 1);
  lower(&row->first, first);
  if (ends > 0) {
    TELEOST_ATOMIC_ADD(&row->ends, ends);
  }
  if (sum != 0) {
    TELEOST_ATOMIC_ADD(&row->sum, sum);
  }
}

/* depth: of the edge's node */
TELEOST_DEVICE static inline void visit_edge(
    const Plan* plan, SearchBlock* block, int id, int depth, uint32_t index, int terminal, int64_t reward) {
  HotRow* row = depth < HOT_DEPTH ? hot_row(block->hot_edges, id) : nullptr;
  if (row != nullptr) {
    add_to_hot(row, index, terminal, reward);
  } else {
    add_to_edge(plan, block, id, 1, index, terminal, reward);
  }
}

TELEOST_DEVICE static inline void visit_node(
    const Plan* plan, SearchBlock* block, int id, int depth, uint32_t index, int leaves, int64_t leaf) {
  HotRow* row = depth <= HOT_DEPTH ? hot_row(block->hot_nodes, id) : nullptr;
  if (row != nullptr) {
    add_to_hot(row, index, leaves, leaf);
  } else {
    add_to_node(plan, block, id, 1, index, leaves, leaf);
  }
}

TELEOST_DEVICE static inline void add_wide(WideSum* sum, double value, double scale) {
  double high = tl_rint(value * scale);
  double low = tl_rint((value - high / scale) * scale * 0x1p32);
  TELEOST_ATOMIC_ADD(&sum->high, (int64_t)high);
  TELEOST_ATOMIC_ADD(&sum->low, (int64_t)low);
}

TELEOST_DEVICE static inline void add_return(const Plan* plan, SearchBlock* block, int action, double value) {
  RootAction* row = MODEL_ACTIONS <= SHARED_ACTIONS ? block->root + action : plan->root + action;
  add_wide(&row->returns, value, plan->scale);
  add_wide(&row->squares, value * value, plan->square_scale);
  TELEOST_ATOMIC_ADD(&row->visits, (int64_t)1);
}

/* ---- creation ---- */

TELEOST_DEVICE static inline int take_id(IdPool* pool, int side) {
  return pool->ids[side][TELEOST_ATOMIC_ADD(&pool->taken, 1)];
}

/* Another thread was faster to publish the key. */
TELEOST_DEVICE static inline void return_id(IdPool* pool, int id) {
  pool->returned[TELEOST_ATOMIC_ADD(&pool->returns, 1)] = id;
}

/* The edge of an action, created when unknown; NONE when the tree is full. */
TELEOST_DEVICE static inline int find_or_create_edge(const Plan* plan, SearchBlock* block, int node, int action) {
  uint64_t hash = table_hash(node, action);
  int mine = NONE;
  for (uint64_t at = hash & plan->table_mask;; at = (at + 1) & plan->table_mask) {
    uint64_t slot = TELEOST_LOAD64(plan->action_table + at);
    if (slot == 0) {
      if (plan->control->frozen) {
        return NONE;
      }
      if (mine == NONE) {
        mine = take_id(&block->edges, block->side);
        create_edge(plan, mine, node, action, plan->control->pass);
        TELEOST_FENCE();
      }
      uint64_t entry = (hash & 0xFFFFFFFF00000000ull) | (uint64_t)(mine + 1);
      slot = TELEOST_ATOMIC_CAS64(plan->action_table + at, (uint64_t)0, entry);
      if (slot == 0) {
        TELEOST_ATOMIC_ADD(&block->edges.created, 1);
        return mine;
      }
    }
    if (slot >> 32 == hash >> 32 && is_edge(plan, slot_id(slot), node, action)) {
      if (mine != NONE) {
        return_id(&block->edges, mine);
      }
      return slot_id(slot);
    }
  }
}

/* The child of an edge, created when unknown; NONE when the tree is full. */
TELEOST_DEVICE static inline int find_or_create_child(
    const Plan* plan, SearchBlock* block, int edge, int64_t observation, int depth) {
  uint64_t hash = table_hash(edge, observation);
  int mine = NONE;
  for (uint64_t at = hash & plan->table_mask;; at = (at + 1) & plan->table_mask) {
    uint64_t slot = TELEOST_LOAD64(plan->child_table + at);
    if (slot == 0) {
      if (plan->control->frozen) {
        return NONE;
      }
      if (mine == NONE) {
        mine = take_id(&block->nodes, block->side);
        create_node(plan, mine, edge, observation, depth, plan->control->pass);
        TELEOST_FENCE();
      }
      uint64_t entry = (hash & 0xFFFFFFFF00000000ull) | (uint64_t)(mine + 1);
      slot = TELEOST_ATOMIC_CAS64(plan->child_table + at, (uint64_t)0, entry);
      if (slot == 0) {
        TELEOST_ATOMIC_ADD(&block->nodes.created, 1);
        return mine;
      }
    }
    if (slot >> 32 == hash >> 32 && is_child(plan, slot_id(slot), edge, observation)) {
      if (mine != NONE) {
        plan->nodes[mine].parent_edge = UNUSED;
        return_id(&block->nodes, mine);
      }
      return slot_id(slot);
    }
  }
}

/* ---- the episode ---- */

/* Start particle of an episode: a low-discrepancy sequence over the cumulative weights. */
TELEOST_DEVICE static inline int pick_particle(const Plan* plan, int64_t episode) {
  uint64_t bits = plan->picker_offset + (uint64_t)episode * 0x9E3779B97F4A7C15ull;
  double position = (double)(int64_t)(bits >> 11) * 0x1p-53;
  int n = (int)plan->particles;
  if (plan->uniform) {
    return (int)(position * n);
  }
  double target = position * plan->particle_cumulative[n - 1];
  int low = 0, high = n - 1;
  while (low < high) {
    int middle = (low + high) >> 1;
    if (plan->particle_cumulative[middle] > target) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

TELEOST_DEVICE static inline void load_particle(const Plan* plan, int particle, State* state) {
  for (int i = 0; i < MODEL_INTS; i++) {
    state->ints[i] = plan->particle_ints[(int64_t)particle * MODEL_INTS + i];
  }
  for (int i = 0; i < MODEL_FLOATS; i++) {
    state->floats[i] = plan->particle_floats[(int64_t)particle * MODEL_FLOATS + i];
  }
  for (int i = 0; i < MODEL_HISTORY; i++) {
    state->history[i] = plan->history[i];
  }
}

/* Draws from the reference policy of the node: sets the action, returns its edge or NONE when it is not known. */
TELEOST_DEVICE static inline int choose_action(const Plan* plan, Episode* episode) {
  const Node* node = plan->nodes + episode->node;
  double u = stream_next_double(&episode->stream);
  float pool = node->pool;
  int count = node->slot_count;
  if (u < pool || count == 0) {
    episode->action = model_propose(&episode->state, &episode->stream);
    if (count == 0) {
      return NONE; /* edges of a node without slots are of this pass */
    }
    int edge = find_edge(plan, episode->node, episode->action);
    return edge != NONE && fresh32(&plan->edges[edge].created_pass) == plan->control->pass ? NONE : edge;
  }
  float target = (float)(u - pool);
  int low = node->slot_start;
  int high = low + count - 1;
  while (low < high) {
    int middle = (low + high) >> 1;
    if (plan->slot_cumulative[middle] > target) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  episode->action = plan->slots[low].action;
  return plan->slots[low].edge;
}

TELEOST_DEVICE static inline bool may_grow(const Plan* plan, int node) {
  return plan->nodes[node].slot_count > 0 || plan->nodes[node].open_visits >= plan->expand_visits;
}

/* Rewards and leaf values are multiples of 1 / scale: their sums are then exact in any order. */
TELEOST_DEVICE static inline int64_t quantise(const Plan* plan, double value) {
  return (int64_t)tl_rint(value * plan->scale);
}

TELEOST_DEVICE static inline bool is_in_range(const Plan* plan, double value) { return tl_abs(value) <= plan->largest; }

/* Leaf value of the state in quanta; false when the model's value is out of range. */
TELEOST_DEVICE static inline bool leaf_value(const Plan* plan, Episode* episode, int64_t* leaf) {
  double value = model_heuristic(&episode->state);
  if (!is_in_range(plan, value)) {
    fail(plan, episode, BAD_LEAF, 0, value);
    return false;
  }
  *leaf = quantise(plan, value);
  return true;
}

TELEOST_DEVICE static inline bool step(const Plan* plan, Episode* episode, Outcome* outcome) {
  if (episode->action < 0 || episode->action >= MODEL_ACTIONS) {
    fail(plan, episode, BAD_ACTION, 0, 0.0);
    return false;
  }
  model_step(&episode->state, episode->action, &episode->stream, outcome);
  if (!is_in_range(plan, outcome->reward)) {
    fail(plan, episode, BAD_REWARD, 0, outcome->reward);
    return false;
  }
  if (MODEL_OBSERVATIONS > 0 && !outcome->terminal
      && (outcome->observation < 0 || outcome->observation >= MODEL_OBSERVATIONS)) {
    fail(plan, episode, BAD_OBSERVATION, outcome->observation, 0.0);
    return false;
  }
  return true;
}

/* Books the last step of an episode whose child, and perhaps edge, the search did not know. */
TELEOST_DEVICE static inline void book_unknown(
    const Plan* plan, SearchBlock* block, Episode* episode, int edge, const Outcome* outcome, int64_t reward,
    int64_t leaf) {
  int depth = episode->depth - 1;
  if (edge == NONE) {
    edge = find_or_create_edge(plan, block, episode->node, episode->action);
    if (edge == NONE) {
      return;
    }
  }
  visit_edge(plan, block, edge, depth, episode->index, outcome->terminal != 0, reward);
  if (outcome->terminal) {
    return;
  }
  int child = find_or_create_child(plan, block, edge, outcome->observation, episode->depth);
  if (child == NONE) {
    TELEOST_ATOMIC_ADD(&plan->edge_sums[edge].refused, leaf);
  } else {
    visit_node(plan, block, child, episode->depth, episode->index, 1, leaf);
  }
}

/* One episode; returns its simulated steps. */
TELEOST_DEVICE static inline int run_episode(const Plan* plan, SearchBlock* block, uint32_t index) {
  Episode episode;
  Outcome outcome;
  int64_t number = plan->control->episodes + index;
  episode.index = index;
  episode.particle = pick_particle(plan, number);
  episode.node = 0;
  episode.depth = 0;
  load_particle(plan, episode.particle, &episode.state);
  stream_start_episode(&episode.stream, plan->seed, plan->decision, number);
  double collected = 0.0;
  double gamma = 1.0;
  int root_action = NONE;
  for (;;) {
    stream_start_depth(&episode.stream, episode.depth);
    int edge = choose_action(plan, &episode);
    if (!step(plan, &episode, &outcome)) {
      return episode.depth;
    }
    root_action = episode.depth == 0 ? episode.action : root_action;
    int64_t reward = quantise(plan, outcome.reward);
    collected += gamma * ((double)reward / plan->scale);
    gamma *= MODEL_DISCOUNT;
    episode.depth++;
    int64_t leaf = 0;
    int child = NONE;
    if (!outcome.terminal) {
      model_update_history(&episode.state, episode.action, outcome.observation);
      child = edge == NONE ? NONE : find_child(plan, edge, outcome.observation);
      if (child != NONE && fresh32(&plan->nodes[child].created_pass) == plan->control->pass) {
        child = NONE;
      }
    }
    if (child != NONE) {
      visit_edge(plan, block, edge, episode.depth - 1, index, 0, reward);
      if (episode.depth < plan->max_depth && may_grow(plan, child)) {
        visit_node(plan, block, child, episode.depth, index, 0, 0);
        episode.node = child;
        continue;
      }
    }
    if (child != NONE && MODEL_SHARED_LEAF) {
      leaf = quantise(plan, plan->node_sums[child].value);
    } else if (!outcome.terminal && !leaf_value(plan, &episode, &leaf)) {
      return episode.depth;
    }
    if (child != NONE) {
      visit_node(plan, block, child, episode.depth, index, 1, leaf);
    } else {
      book_unknown(plan, block, &episode, edge, &outcome, reward, leaf);
    }
    collected += gamma * ((double)leaf / plan->scale);
    if (is_in_range(plan, collected)) {
      add_return(plan, block, root_action, collected);
    } else {
      fail(plan, &episode, BAD_RETURN, 0, collected);
    }
    return episode.depth;
  }
}

/* ---- the block ---- */

/* Every episode of the next round may take one id: reserves more when the block has too few. */
TELEOST_DEVICE static inline void plan_ids(IdPool* pool, int32_t* reserved, int frozen) {
  int left = pool->count - pool->taken + pool->returns;
  pool->base = NONE;
  if (left < SEARCH_THREADS && !frozen) {
    pool->base = TELEOST_ATOMIC_ADD(reserved, SEARCH_THREADS);
  }
}

/* Moves what is left of one half of the pool to the other. */
TELEOST_DEVICE static inline void move_ids(IdPool* pool, int side, unsigned thread, unsigned threads) {
  int kept = pool->count - pool->taken;
  int old = kept + pool->returns;
  int total = pool->base == NONE ? old : old + SEARCH_THREADS;
  for (int i = (int)thread; i < total; i += (int)threads) {
    pool->ids[1 - side][i] = i < kept  ? pool->ids[side][pool->taken + i]
                             : i < old ? pool->returned[i - kept]
                                       : pool->base + i - old;
  }
}

TELEOST_DEVICE static inline void open_pool(IdPool* pool) {
  pool->count += pool->returns - pool->taken + (pool->base == NONE ? 0 : SEARCH_THREADS);
  pool->taken = 0;
  pool->returns = 0;
}

TELEOST_DEVICE static inline void clear_block(
    const Plan* plan, SearchBlock* block, unsigned thread, unsigned threads) {
  HotRow cold = {NONE, 0, NO_EPISODE, 0, 0};
  RootAction none = {{0, 0}, {0, 0}, 0};
  for (unsigned i = thread; i < HOT; i += threads) {
    block->hot_edges[i] = cold;
    block->hot_nodes[i] = cold;
  }
  for (unsigned i = thread; i < SHARED_ACTIONS; i += threads) {
    block->root[i] = none;
  }
  const int32_t* spare = plan->spare_counts + 2 * blockIdx.x;
  for (unsigned i = thread; i < ID_ROOM; i += threads) {
    block->nodes.ids[0][i] = plan->spare_nodes[(int64_t)blockIdx.x * ID_ROOM + i];
    block->edges.ids[0][i] = plan->spare_edges[(int64_t)blockIdx.x * ID_ROOM + i];
  }
  if (thread == 0) {
    block->nodes.count = spare[0];
    block->edges.count = spare[1];
    block->nodes.taken = block->nodes.returns = block->nodes.created = 0;
    block->edges.taken = block->edges.returns = block->edges.created = 0;
    block->touched_nodes.count = block->touched_edges.count = 0;
    block->side = 0;
    block->steps = 0;
  }
}

/* Adds what was gathered in shared memory to the tree. */
TELEOST_DEVICE static inline void merge_block(
    const Plan* plan, SearchBlock* block, unsigned thread, unsigned threads) {
  for (unsigned i = thread; i < HOT; i += threads) {
    const HotRow* edge = block->hot_edges + i;
    if (edge->id != NONE) {
      add_to_edge(plan, block, edge->id, edge->fresh, edge->first, edge->ends, edge->sum);
    }
    const HotRow* node = block->hot_nodes + i;
    if (node->id != NONE) {
      add_to_node(plan, block, node->id, node->fresh, node->first, node->ends, node->sum);
    }
  }
  for (unsigned i = thread; i < SHARED_ACTIONS && i < MODEL_ACTIONS; i += threads) {
    const RootAction* row = block->root + i;
    if (row->visits > 0) {
      TELEOST_ATOMIC_ADD(&plan->root[i].returns.high, row->returns.high);
      TELEOST_ATOMIC_ADD(&plan->root[i].returns.low, row->returns.low);
      TELEOST_ATOMIC_ADD(&plan->root[i].squares.high, row->squares.high);
      TELEOST_ATOMIC_ADD(&plan->root[i].squares.low, row->squares.low);
      TELEOST_ATOMIC_ADD(&plan->root[i].visits, row->visits);
    }
  }
}

TELEOST_DEVICE static inline void reserve_stage(Stage* stage, int32_t* length) {
  stage->count = stage->count < STAGE ? stage->count : STAGE;
  stage->base = TELEOST_ATOMIC_ADD(length, stage->count);
}

TELEOST_DEVICE static inline void empty_stage(const Stage* stage, int32_t* list, unsigned thread, unsigned threads) {
  for (int i = (int)thread; i < stage->count; i += (int)threads) {
    list[stage->base + i] = stage->ids[i];
  }
}

/* Ids that the block has left wait for its next pass. */
TELEOST_DEVICE static inline void save_ids(const Plan* plan, SearchBlock* block, unsigned thread, unsigned threads) {
  int side = block->side;
  for (unsigned i = thread; i < ID_ROOM; i += threads) {
    plan->spare_nodes[(int64_t)blockIdx.x * ID_ROOM + i] = block->nodes.ids[side][i];
    plan->spare_edges[(int64_t)blockIdx.x * ID_ROOM + i] = block->edges.ids[side][i];
  }
  if (thread == 0) {
    plan->spare_counts[2 * blockIdx.x] = block->nodes.count;
    plan->spare_counts[2 * blockIdx.x + 1] = block->edges.count;
    TELEOST_ATOMIC_ADD(&plan->control->node_count, block->nodes.created);
    TELEOST_ATOMIC_ADD(&plan->control->edge_count, block->edges.created);
    TELEOST_ATOMIC_ADD(&plan->control->steps, block->steps);
  }
}

/* The episodes of a pass; SEARCH_THREADS threads per block at most. */
TELEOST_KERNEL(search, Plan) {
  const Plan* plan = arguments;
  TELEOST_SHARED(SearchBlock, block);
  int64_t size = plan->control->size;
  int64_t stride = TELEOST_THREADS_IN_GRID;
  TELEOST_THREADS { clear_block(plan, &block, threadIdx.x, blockDim.x); }
  /* one round more than there are episodes: it only merges */
  bool merged = false;
  for (int64_t base = (int64_t)blockIdx.x * blockDim.x; !merged; base += stride) {
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        plan_ids(&block.nodes, &plan->control->node_ids, base >= size || plan->control->frozen);
        plan_ids(&block.edges, &plan->control->edge_ids, base >= size || plan->control->frozen);
      }
    }
    TELEOST_THREADS {
      move_ids(&block.nodes, block.side, threadIdx.x, blockDim.x);
      move_ids(&block.edges, block.side, threadIdx.x, blockDim.x);
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        block.side = 1 - block.side;
        open_pool(&block.nodes);
        open_pool(&block.edges);
      }
    }
    TELEOST_THREADS {
      if (base + threadIdx.x < size) {
        int steps = run_episode(plan, &block, (uint32_t)(base + threadIdx.x));
        TELEOST_ATOMIC_ADD(&block.steps, (int64_t)steps);
      } else if (base >= size) {
        merge_block(plan, &block, threadIdx.x, blockDim.x);
      }
    }
    merged = base >= size;
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        reserve_stage(&block.touched_nodes, &plan->control->touched_nodes);
        reserve_stage(&block.touched_edges, &plan->control->touched_edges);
      }
    }
    TELEOST_THREADS {
      empty_stage(&block.touched_nodes, plan->touched_nodes, threadIdx.x, blockDim.x);
      empty_stage(&block.touched_edges, plan->touched_edges, threadIdx.x, blockDim.x);
    }
    TELEOST_THREADS {
      if (threadIdx.x == 0) {
        block.touched_nodes.count = block.touched_edges.count = 0;
      }
    }
  }
  TELEOST_THREADS { save_ids(plan, &block, threadIdx.x, blockDim.x); }
}
