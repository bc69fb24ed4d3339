package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;

/**
 * The tree and the lists of a pass in device memory (struct Plan of tree.cuh names them), allocated once. Sizes in
 * bytes are those of the structs there.
 */
final class TreeMemory {
    static final int NODE = 32;
    static final int NODE_COUNTS = 32;
    static final int NODE_SUMS = 32;
    static final int EDGE = 32;
    static final int EDGE_SUMS = 32;
    static final int SLOT = 8;
    static final int SLOTS_PER_EDGE = 4;
    static final int CONTROL = 120;
    static final int ROOT_ACTION = 40;
    static final int ACTION_ROW = 48;

    /** Ids that a block may hold in reserve, ID_ROOM of search.cuh. */
    static final int ID_ROOM = 256;

    /** Touched nodes and edges, level nodes, edge and child lists with their chunks, values of edges. */
    private static final int LIST_BYTES = 7 * 4 + 8;

    /** Rows of struct ObservationRow that a block finds. */
    private static final int OBSERVATION_ROWS = 4 * 24;

    private final Device device;
    private final List<DeviceBuffer> buffers = new ArrayList<>();
    private final int capacity;
    private final int ids;
    private final long tableSlots;
    final DeviceBuffer control;
    final DeviceBuffer nodes;
    final DeviceBuffer nodeCounts;
    final DeviceBuffer nodeSums;
    final DeviceBuffer edges;
    final DeviceBuffer edgeSums;
    final DeviceBuffer slots;
    final DeviceBuffer slotCumulative;
    final DeviceBuffer slotWeight;
    final DeviceBuffer slotValue;
    final DeviceBuffer answer;

    TreeMemory(Device device, int capacity, Grid grid, int actions, int maxDepth) {
        int blocks = grid.searchBlocks();
        this.device = device;
        this.capacity = capacity;
        ids = capacity + blocks * ID_ROOM;
        tableSlots = tableSlots(capacity);
        int slotCount = capacity * SLOTS_PER_EDGE;
        control = allocate(CONTROL);
        nodes = allocate((long) ids * NODE);
        nodeCounts = allocate((long) ids * NODE_COUNTS);
        nodeSums = allocate((long) ids * NODE_SUMS);
        edges = allocate((long) ids * EDGE);
        edgeSums = allocate((long) ids * EDGE_SUMS);
        allocate(tableSlots * 8);
        allocate(tableSlots * 8);
        slots = allocate((long) slotCount * SLOT);
        slotCumulative = allocate(slotCount * 4L);
        slotWeight = allocate(slotCount * 8L);
        slotValue = allocate(slotCount * 8L);
        allocate((long) actions * ROOT_ACTION);
        allocate(ids * 4L);
        allocate(ids * 4L);
        allocate((maxDepth + 2) * 4L);
        allocate((maxDepth + 2) * 4L);
        allocate(ids * 4L);
        allocate(ids * 4L);
        allocate(ids * 4L);
        allocate(ids * 8L);
        allocate(ids * 4L);
        allocate(ids * 4L);
        allocate((long) blocks * ID_ROOM * 4);
        allocate((long) blocks * ID_ROOM * 4);
        allocate(blocks * 8L);
        answer = device.allocate(Math.max((long) grid.blocks() * OBSERVATION_ROWS, (long) actions * ACTION_ROW));
    }

    private DeviceBuffer allocate(long bytes) {
        DeviceBuffer buffer = device.allocate(bytes);
        buffers.add(buffer);
        return buffer;
    }

    /** Slots of a table at a load of at most one half. */
    private static long tableSlots(int ids) {
        return Integer.highestOneBit(Math.max(1, ids - 1)) * 4L;
    }

    /** Bytes that the tree takes for this many nodes and edges, apart from what depends on blocks and model. */
    static long bytes(int capacity) {
        long rows = NODE + NODE_COUNTS + NODE_SUMS + EDGE + EDGE_SUMS + LIST_BYTES;
        return capacity * (rows + SLOTS_PER_EDGE * (SLOT + 4L + 8L + 8L)) + 16L * tableSlots(capacity);
    }

    /** Nodes, and edges, that fit into so many bytes; at most what ids of 32 bits can name. */
    static int capacity(long memoryBytes) {
        int most = Integer.MAX_VALUE / (2 * SLOTS_PER_EDGE);
        int low = 0;
        int high = (int) Math.min(most, memoryBytes / 64);
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (bytes(middle) <= memoryBytes) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    int capacity() {
        return capacity;
    }

    int ids() {
        return ids;
    }

    long tableMask() {
        return tableSlots - 1;
    }

    /** Appends the addresses in the order of struct Plan, {@code control} to {@code spare_counts}. */
    void putAddresses(ByteBuffer plan) {
        for (DeviceBuffer buffer : buffers) {
            plan.putLong(buffer.address());
        }
    }

    /** Bytes of all buffers. */
    long bytes() {
        long sum = answer.bytes();
        for (DeviceBuffer buffer : buffers) {
            sum += buffer.bytes();
        }
        return sum;
    }

    void release() {
        buffers.forEach(device::release);
        device.release(answer);
    }
}
