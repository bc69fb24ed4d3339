package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;

/** A tree read back from device memory; field offsets are those of tree.cuh. */
final class DeviceTree {
    private final ByteBuffer nodes;
    private final ByteBuffer nodeCounts;
    private final ByteBuffer nodeSums;
    private final ByteBuffer edges;
    private final ByteBuffer edgeSums;
    private final ByteBuffer slots;
    private final ByteBuffer cumulative;
    private final ByteBuffer weights;
    private final ByteBuffer values;
    private final Map<Long, Map<Long, Integer>> children = new HashMap<>();
    private int namedNodes;

    DeviceTree(Device device, TreeMemory memory, PassControl control) {
        int nodeIds = control.nodeIds();
        int edgeIds = control.edgeIds();
        nodes = read(device, memory.nodes, (long) nodeIds * TreeMemory.NODE);
        nodeCounts = read(device, memory.nodeCounts, (long) nodeIds * TreeMemory.NODE_COUNTS);
        nodeSums = read(device, memory.nodeSums, (long) nodeIds * TreeMemory.NODE_SUMS);
        edges = read(device, memory.edges, (long) edgeIds * TreeMemory.EDGE);
        edgeSums = read(device, memory.edgeSums, (long) edgeIds * TreeMemory.EDGE_SUMS);
        slots = read(device, memory.slots, (long) control.slotsUsed() * TreeMemory.SLOT);
        cumulative = read(device, memory.slotCumulative, control.slotsUsed() * 4L);
        weights = read(device, memory.slotWeight, control.slotsUsed() * 8L);
        values = read(device, memory.slotValue, control.slotsUsed() * 8L);
        for (int node = 0; node < nodeIds; node++) {
            int edge = nodes.getInt(node * TreeMemory.NODE + 8);
            if (edge >= 0) {
                Integer other = children.computeIfAbsent((long) edge, e -> new HashMap<>())
                        .put(nodes.getLong(node * TreeMemory.NODE), node);
                if (other != null) {
                    throw new IllegalStateException("nodes " + other + " and " + node + " have the same key");
                }
            }
            namedNodes += edge >= -1 && (edge >= 0 || node == 0) ? 1 : 0;
        }
    }

    private static ByteBuffer read(Device device, DeviceBuffer buffer, long bytes) {
        ByteBuffer image = DevicePasses.image((int) bytes);
        device.read(buffer, 0, image);
        return image;
    }

    int namedNodes() {
        return namedNodes;
    }

    Map<Long, Integer> children(int edge) {
        return children.getOrDefault((long) edge, Map.of());
    }

    float pool(int node) {
        return nodes.getFloat(node * TreeMemory.NODE + 16);
    }

    int slotStart(int node) {
        return nodes.getInt(node * TreeMemory.NODE + 20);
    }

    int slotCount(int node) {
        return nodes.getInt(node * TreeMemory.NODE + 24);
    }

    int openVisits(int node) {
        return nodes.getInt(node * TreeMemory.NODE + 28);
    }

    int createdPass(int node) {
        return nodes.getInt(node * TreeMemory.NODE + 12);
    }

    int leafCount(int node) {
        return nodeCounts.getInt(node * TreeMemory.NODE_COUNTS + 8);
    }

    int visits(int node) {
        return nodeCounts.getInt(node * TreeMemory.NODE_COUNTS + 16);
    }

    int depth(int node) {
        return nodeCounts.getInt(node * TreeMemory.NODE_COUNTS + 20);
    }

    long leafQuanta(int node) {
        return nodeSums.getLong(node * TreeMemory.NODE_SUMS);
    }

    double value(int node) {
        return nodeSums.getDouble(node * TreeMemory.NODE_SUMS + 8);
    }

    int slotEdge(int slot) {
        return slots.getInt(slot * TreeMemory.SLOT);
    }

    int slotAction(int slot) {
        return slots.getInt(slot * TreeMemory.SLOT + 4);
    }

    float slotCumulative(int slot) {
        return cumulative.getFloat(slot * 4);
    }

    double slotWeight(int slot) {
        return weights.getDouble(slot * 8);
    }

    double slotValue(int slot) {
        return values.getDouble(slot * 8);
    }

    int terminals(int edge) {
        return edges.getInt(edge * TreeMemory.EDGE + 8);
    }

    int edgeVisits(int edge) {
        return edges.getInt(edge * TreeMemory.EDGE + 16);
    }

    int edgeNode(int edge) {
        return edges.getInt(edge * TreeMemory.EDGE + 20);
    }

    int edgeCreatedPass(int edge) {
        return edges.getInt(edge * TreeMemory.EDGE + 28);
    }

    long rewardQuanta(int edge) {
        return edgeSums.getLong(edge * TreeMemory.EDGE_SUMS);
    }

    long refusedQuanta(int edge) {
        return edgeSums.getLong(edge * TreeMemory.EDGE_SUMS + 8);
    }
}
