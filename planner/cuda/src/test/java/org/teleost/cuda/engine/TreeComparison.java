package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.teleost.tree.BeliefTree;

/**
 * Whether a device's tree is the host's: walks both from the root, by actions and observations, since ids differ. Every
 * count, key and order of slots, the sums in quanta and all doubles must be the same to the last bit.
 */
final class TreeComparison {
    private final BeliefTree host;
    private final DeviceTree device;
    private final FixedPoint fixedPoint;
    private int nodes;
    private int edges;

    TreeComparison(BeliefTree host, DeviceTree device, FixedPoint fixedPoint) {
        this.host = host;
        this.device = device;
        this.fixedPoint = fixedPoint;
    }

    void check(PassControl control) {
        assertThat(control.nodeCount()).as("nodes").isEqualTo(host.nodeCount());
        assertThat(control.edgeCount()).as("edges").isEqualTo(host.edgeCount());
        assertThat(control.deepest()).as("deepest").isEqualTo(host.deepest());
        node(0, 0, "root");
        assertThat(nodes).as("nodes that were compared").isEqualTo(host.nodeCount());
        assertThat(edges).as("edges that were compared").isEqualTo(host.edgeCount());
        assertThat(device.namedNodes()).as("nodes with a key").isEqualTo(host.nodeCount());
    }

    private void node(int own, int other, String path) {
        nodes++;
        same(path, "visits", host.nodes.visits(own), device.visits(other));
        same(path, "openVisits", host.nodes.openVisits(own), device.openVisits(other));
        same(path, "leafCount", host.nodes.leafCount(own), device.leafCount(other));
        same(path, "depth", host.nodes.depth(own), device.depth(other));
        same(path, "createdPass", host.nodes.createdPass(own), device.createdPass(other));
        same(path, "leafSum", quanta(host.nodes.leafSum(own)), device.leafQuanta(other));
        same(path, "pool", Float.floatToIntBits(host.nodes.pool(own)), Float.floatToIntBits(device.pool(other)));
        same(path, "value", host.nodes.value(own), device.value(other));
        same(path, "slots", host.nodes.slotCount(own), device.slotCount(other));
        for (int i = 0; i < host.nodes.slotCount(own); i++) {
            slot(host.nodes.slotStart(own) + i, device.slotStart(other) + i, path);
        }
    }

    private void slot(int own, int other, String path) {
        same(path, "slot's action", host.slotAction(own), device.slotAction(other));
        String place = path + " " + host.slotAction(own);
        same(place, "weight", host.slotWeight[own], device.slotWeight(other));
        same(place, "actionValue", host.slotValue[own], device.slotValue(other));
        same(
                place,
                "cumulative",
                Float.floatToIntBits(host.slotCumulative[own]),
                Float.floatToIntBits(device.slotCumulative(other)));
        edge(host.slotEdge(own), device.slotEdge(other), place);
    }

    private void edge(int own, int other, String path) {
        edges++;
        same(path, "visits", host.edges.visits(own), device.edgeVisits(other));
        same(path, "terminals", host.edges.terminals(own), device.terminals(other));
        same(path, "createdPass", host.edges.createdPass(own), device.edgeCreatedPass(other));
        Map<Long, Integer> children = device.children(other);
        int count = 0;
        for (int child = host.edges.firstChild(own); child >= 0; child = host.nodes.nextSibling(child)) {
            count++;
            Integer twin = children.get(host.nodes.observation(child));
            assertThat(twin)
                    .as("%s child after observation %d", path, host.nodes.observation(child))
                    .isNotNull();
            node(child, twin, path + "/" + host.nodes.observation(child));
        }
        same(path, "children", count, children.size());
    }

    private long quanta(double sum) {
        double quanta = sum * fixedPoint.scale();
        assertThat(Math.abs(quanta)).as("quanta that a double counts exactly").isLessThan(0x1p53);
        assertThat(quanta).isEqualTo(Math.rint(quanta));
        return (long) quanta;
    }

    private static void same(String path, String what, long own, long other) {
        if (own != other) {
            throw new AssertionError(path + ": " + what + " host=" + own + " device=" + other);
        }
    }

    private static void same(String path, String what, double own, double other) {
        if (Double.doubleToLongBits(own) != Double.doubleToLongBits(other)) {
            throw new AssertionError(
                    path + ": " + what + " host=" + own + " device=" + other + " difference=" + Math.abs(own - other));
        }
    }
}
