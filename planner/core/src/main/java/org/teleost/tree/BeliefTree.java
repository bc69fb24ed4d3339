package org.teleost.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The belief tree as flat tensors, allocated once for a byte budget and reused by every decision. It knows neither
 * beliefs nor models: ids, counts and sums only.
 *
 * <p>Node and edge ids are handed out in episode order by one thread, so they are the same for any number of threads.
 */
public final class BeliefTree {
    /** Smallest number of nodes that planning works with. */
    public static final int MIN_NODES = 1024;

    private static final int SLOTS_PER_EDGE = 4;
    private static final int FIRST_SEGMENT = 4;
    private static final int SLOT_ROW = 4;
    private static final int BYTES_PER_ENTRY =
            NodeTensor.BYTES + EdgeTensor.BYTES + SLOTS_PER_EDGE * (4 + 8 + 8 + 4 * SLOT_ROW) + 2 * 4 * 8 + 2 * 4;
    private static final int SHARED_BYTES = 8 + 8 + 4 + 4 + 4;
    private static final int ASKED_BYTES = 4 + 4 + 4;

    /** Pairs of states of the whole tree that an edge is taken to have seen before its own. */
    private static final double COMMON_PAIRS = 4.0;

    private static final VarHandle SLOTS_USED;

    static {
        try {
            SLOTS_USED = MethodHandles.lookup().findVarHandle(BeliefTree.class, "slotsUsed", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    public final NodeTensor nodes;
    public final EdgeTensor edges;

    /** Cumulative weights of the edges of a node, slot by slot: what the search draws from. */
    public final float[] slotCumulative;

    /** Probability of the slot's action under the reference policy, and Q(b,a) of its last backup. */
    public final double[] slotWeight;

    public final double[] slotValue;

    private final int[] slotRows;

    private final boolean sharesObservations;
    private final int actionLanes;
    private final boolean shaped;
    private final boolean asks;
    private long rootPotentials;
    private long asked;
    private long differed;
    private final IdTable children;
    private final IdTable actions;
    private final SubtreeCut cut;
    private final int capacity;
    private int nodeCount;
    private int edgeCount;

    @SuppressWarnings("UnusedVariable") // through SLOTS_USED
    private volatile int slotsUsed;

    private int deepest;

    /** A tree that uses at most {@code memoryBytes} bytes, with a child for every observation. */
    public BeliefTree(long memoryBytes) {
        this(memoryBytes, false, 0, false);
    }

    /** A tree that asks no states for their best actions. */
    public BeliefTree(long memoryBytes, boolean sharesObservations, int actionLanes, boolean shaped) {
        this(memoryBytes, sharesObservations, actionLanes, shaped, false);
    }

    /**
     * The same for other kinds of problems.
     *
     * @param sharesObservations whether children stand for more than the observation that opened them
     * @param actionLanes coordinates of an action, 0 where actions are ids
     * @param shaped whether rewards are shaped by potentials, so that values are told less the potential of the states
     * @param asks whether states are asked for their best actions
     */
    public BeliefTree(long memoryBytes, boolean sharesObservations, int actionLanes, boolean shaped, boolean asks) {
        this.shaped = shaped;
        this.asks = asks;
        this.sharesObservations = sharesObservations;
        this.actionLanes = actionLanes;
        long each = BYTES_PER_ENTRY
                + (sharesObservations ? SHARED_BYTES : 0)
                + 4L * actionLanes
                + (shaped ? 8 : 0)
                + (asks ? ASKED_BYTES : 0);
        long fits = memoryBytes / each;
        if (fits < MIN_NODES) {
            throw new IllegalArgumentException("memoryBytes=" + memoryBytes + " holds " + fits + " nodes; at least "
                    + MIN_NODES + " are needed, which takes memoryBytes=" + minimumBytes());
        }
        capacity = (int) Math.min(fits, Integer.MAX_VALUE / (SLOTS_PER_EDGE * SLOT_ROW));
        nodes = new NodeTensor(capacity, sharesObservations, shaped, asks);
        edges = new EdgeTensor(capacity, sharesObservations, actionLanes, asks);
        slotRows = new int[capacity * SLOTS_PER_EDGE * SLOT_ROW];
        slotWeight = new double[capacity * SLOTS_PER_EDGE];
        slotValue = new double[capacity * SLOTS_PER_EDGE];
        slotCumulative = new float[capacity * SLOTS_PER_EDGE];
        cut = new SubtreeCut(nodes, edges);
        children = new IdTable(capacity, new IdTable.Keys() {
            @Override
            public int parent(int id) {
                return nodes.parentEdge(id);
            }

            @Override
            public long value(int id) {
                return nodes.observation(id);
            }
        });
        actions = new IdTable(capacity, new IdTable.Keys() {
            @Override
            public int parent(int id) {
                return edges.node(id);
            }

            @Override
            public long value(int id) {
                return edges.action(id);
            }
        });
    }

    /** Whether children stand for more than the observation that opened them. */
    public boolean sharesObservations() {
        return sharesObservations;
    }

    /** Coordinates of an action, 0 where actions are ids. */
    public int actionLanes() {
        return actionLanes;
    }

    /** Books the potential of a state that an episode began in. */
    public void addRootPotential(double potential) {
        nodes.addPotential(0, potential);
        rootPotentials++;
    }

    /** Mean potential of the states that came to a node, 0 without shaping: what its values have to be raised by. */
    public double potential(int node) {
        long count = node == 0 ? rootPotentials : nodes.visits(node);
        return shaped && count > 0 ? nodes.potentialSum(node) / count : 0.0;
    }

    /** V(b) in units of the model's own rewards. */
    public double value(int node) {
        return nodes.value(node) + potential(node);
    }

    /** Whether states are asked for their best actions. */
    public boolean asks() {
        return asks;
    }

    /** Books two states of one child of the edge: in how many of {@code parts} of an action the best ones differ. */
    public void addDisagreement(int edge, int different, int parts) {
        asked += parts;
        differed += different;
        edges.addDisagreement(edge, different, parts);
    }

    /**
     * Probability that the best action of one state is not that of another one of the same child of the edge; the whole
     * tree's where the edge has seen few pairs.
     */
    public double disagreement(int edge) {
        double common = asked == 0 ? 0.0 : COMMON_PAIRS * differed / asked;
        return edge < 0 ? 0.0 : (edges.differed(edge) + common) / (edges.asked(edge) + COMMON_PAIRS);
    }

    /** Whether rewards are shaped. */
    public boolean isShaped() {
        return shaped;
    }

    /** Smallest memory budget that works. */
    public static long minimumBytes() {
        return (long) BYTES_PER_ENTRY * MIN_NODES;
    }

    /** Forgets everything and creates the root. */
    public void reset() {
        children.clear(nodeCount);
        actions.clear(edgeCount);
        nodeCount = 0;
        edgeCount = 0;
        slotsUsed = 0;
        deepest = 0;
        rootPotentials = 0;
        asked = 0;
        differed = 0;
        newNode(-1, 0, 0, 0);
    }

    /**
     * Keeps the subtree of a node alone, which becomes the root; between decisions, after a backup of all that was
     * booked. Takes no memory.
     */
    public void keep(int node) {
        int oldNodes = nodeCount;
        int oldEdges = edgeCount;
        cut.number(node, oldNodes, oldEdges);
        rootPotentials = node == 0 ? rootPotentials : nodes.visits(node);
        slotsUsed = moveSlots(oldEdges);
        deepest = cut.move(node, oldNodes, oldEdges);
        nodes.makeRoot(0);
        nodeCount = cut.nodesKept();
        edgeCount = cut.edgesKept();
        children.rebuild(oldNodes, nodeCount);
        actions.rebuild(oldEdges, edgeCount);
    }

    /**
     * Moves the segments of kept nodes to the front, in order and no larger than their edges need, and gives their rows
     * the new ids. An entry is live where its edge says that it is; everything else was left behind by growth.
     */
    private int moveSlots(int oldEdges) {
        int used = slotsUsed;
        int free = 0;
        int slot = 0;
        while (slot < used) {
            int edge = slotRows[slot * SLOT_ROW];
            int node = edge >= 0 && edge < oldEdges && edges.place(edge) == 0 ? edges.node(edge) : -1;
            if (node < 0 || nodes.slotStart(node) != slot || nodes.slotCount(node) == 0) {
                slot++;
                continue;
            }
            int size = nodes.slotCapacity(node);
            if (cut.newNode(node) >= 0) {
                free += moveSegment(node, slot, free);
            }
            slot += size;
        }
        return free;
    }

    private int moveSegment(int node, int from, int to) {
        int count = nodes.slotCount(node);
        System.arraycopy(slotWeight, from, slotWeight, to, count);
        System.arraycopy(slotValue, from, slotValue, to, count);
        System.arraycopy(slotCumulative, from, slotCumulative, to, count);
        System.arraycopy(slotRows, from * SLOT_ROW, slotRows, to * SLOT_ROW, count * SLOT_ROW);
        for (int row = to * SLOT_ROW; row < (to + count) * SLOT_ROW; row += SLOT_ROW) {
            slotRows[row] = cut.newEdge(slotRows[row]);
            slotRows[row + 2] = cut.newNode(slotRows[row + 2]);
        }
        int size = Math.max(FIRST_SEGMENT, Integer.highestOneBit(2 * count - 1));
        nodes.setSlots(node, to, count);
        nodes.setSlotCapacity(node, size);
        return size;
    }

    /** Room for this many more nodes and as many edges. */
    public int room() {
        return capacity - Math.max(nodeCount, edgeCount);
    }

    public int capacity() {
        return capacity;
    }

    public int nodeCount() {
        return nodeCount;
    }

    public int edgeCount() {
        return edgeCount;
    }

    /** Greatest depth of a node. */
    public int deepest() {
        return deepest;
    }

    /** Prepares the tables for {@code more} new nodes and edges; between passes only. */
    public void ensureRoom(int more) {
        children.ensure(Math.min(capacity, nodeCount + more), nodeCount);
        actions.ensure(Math.min(capacity, edgeCount + more), edgeCount);
    }

    /** Child node of an edge, -1 when unknown. */
    public int findChild(int edge, long observation) {
        return children.find(edge, observation);
    }

    /** The same for the thread that adds nodes: it may look at the newest child first, which spares most look-ups. */
    public int findChildWhileBooking(int edge, long observation) {
        int newest = edges.firstChild(edge);
        if (newest < 0 || nodes.observation(newest) == observation) {
            return newest;
        }
        return children.find(edge, observation);
    }

    /** Edge of an action, -1 when the action was not simulated at the node. */
    public int findEdge(int node, int action) {
        return actions.find(node, action);
    }

    /** Adds a node; one thread only. */
    public int newNode(int parentEdge, long observation, int depth, int pass) {
        int id = nodeCount++;
        nodes.setKey(id, parentEdge, observation, pass);
        nodes.clear(id, depth);
        if (parentEdge >= 0) {
            nodes.setNextSibling(id, edges.firstChild(parentEdge));
            edges.setFirstChild(parentEdge, id);
        }
        deepest = Math.max(deepest, depth);
        children.insert(id);
        return id;
    }

    /** Adds an edge; one thread only. */
    public int newEdge(int node, int action, int pass) {
        int id = edgeCount++;
        edges.create(id, node, action, pass);
        actions.insert(id);
        return id;
    }

    /**
     * Adds an edge for an action with coordinates {@code lanes[offset ..]}; one thread only.
     *
     * @param key id of the action at this node
     * @param prior density of the model's proposal over that of the proposal that drew the action
     */
    public int newEdge(int node, int key, float[] lanes, int offset, double prior, int pass) {
        int id = edgeCount++;
        edges.createWithLanes(id, node, key, lanes, offset, prior, pass);
        actions.insert(id);
        return id;
    }

    /** Books a visit of an edge and its reward in a pass that has touched its node. */
    public void visitEdge(int edge, double reward, int pass) {
        if (edges.visit(edge, reward, pass)) {
            int node = edges.node(edge);
            edges.setNextTouched(edge, nodes.touchedEdge(node));
            nodes.setTouchedEdge(node, edge);
        }
    }

    /** Lets every episode begin with this edge of the root, until the next backup of the root. */
    public void force(int edge) {
        int start = nodes.slotStart(0);
        nodes.setPool(0, 0.0);
        for (int place = 0; place < nodes.slotCount(0); place++) {
            slotCumulative[start + place] = place < edges.place(edge) ? 0.0f : 1.0f;
        }
    }

    /** Probability of an edge's action at its node, known after the backup of the pass that created it. */
    public double weight(int edge) {
        return slotWeight[nodes.slotStart(edges.node(edge)) + edges.place(edge)];
    }

    /** Q(b,a) of an edge, known after the backup of the pass that created it. */
    public double actionValue(int edge) {
        return slotValue[nodes.slotStart(edges.node(edge)) + edges.place(edge)];
    }

    /** Edge in a slot. */
    public int slotEdge(int slot) {
        return slotRows[slot * SLOT_ROW];
    }

    /** Action of the edge in a slot. */
    public int slotAction(int slot) {
        return slotRows[slot * SLOT_ROW + 1];
    }

    /** Child of the edge in a slot: the one listed beside it, which spares a look-up, or any other; -1 when unknown. */
    public int findSlotChild(int slot, long observation) {
        int listed = slotRows[slot * SLOT_ROW + 2];
        if (listed >= 0 && nodes.observation(listed) == observation) {
            return listed;
        }
        return children.find(slotRows[slot * SLOT_ROW], observation);
    }

    /** Appends an edge to its node's segment; may run on several threads for different nodes. */
    public void appendSlot(int node, int edge) {
        int count = nodes.slotCount(node);
        int start = nodes.slotStart(node);
        if (count == nodes.slotCapacity(node)) {
            start = growSegment(node, start, count);
        }
        edges.setPlace(edge, count);
        int row = (start + count) * SLOT_ROW;
        slotRows[row] = edge;
        slotRows[row + 1] = edges.action(edge);
        slotRows[row + 2] = edges.firstChild(edge);
        nodes.setSlots(node, start, count + 1);
    }

    private int growSegment(int node, int old, int count) {
        int wanted = count == 0 ? FIRST_SEGMENT : 2 * count;
        int start = (int) SLOTS_USED.getAndAdd(this, wanted);
        System.arraycopy(slotWeight, old, slotWeight, start, count);
        System.arraycopy(slotValue, old, slotValue, start, count);
        System.arraycopy(slotRows, old * SLOT_ROW, slotRows, start * SLOT_ROW, count * SLOT_ROW);
        nodes.setSlotCapacity(node, wanted);
        return start;
    }
}
