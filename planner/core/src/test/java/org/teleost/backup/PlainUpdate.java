package org.teleost.backup;

import org.teleost.backup.PlainNode.PlainEdge;
import org.teleost.settings.ValueRule;

/** The update of {@link PreferenceUpdate} written as its formulas, one after the other. */
final class PlainUpdate {
    private final BackupSettings settings;
    private final int pass;
    private final double eta;

    PlainUpdate(BackupSettings settings, int pass, double eta) {
        this.settings = settings;
        this.pass = pass;
        this.eta = eta;
    }

    void apply(PlainNode node) {
        if (node.edges.isEmpty()) {
            node.value = node.leafSum / node.leafCount;
            return;
        }
        double fresh =
                node.edges.values().stream().mapToDouble(e -> e.passVisits).sum();
        if (fresh == 0.0) {
            return;
        }
        for (PlainEdge edge : node.edges.values()) {
            if (edge.passVisits > 0) {
                edge.actionValue = actionValue(edge);
            }
        }
        double anchor = node.hasPolicy ? node.value : freshMean(node, fresh);
        double pool = pool(node, fresh, anchor);
        for (PlainEdge edge : node.edges.values()) {
            edge.weight = weight(edge, fresh, anchor);
        }
        double sum = node.edges.values().stream().mapToDouble(e -> e.weight).sum();
        node.value = anchor + Math.log(sum + pool) / eta;
        node.pool = Math.min(1.0 - 1e-9, Math.max(settings.explore(), pool / (pool + sum)));
        node.edges.values().forEach(e -> e.weight *= (1.0 - node.pool) / sum);
        node.hasPolicy = true;
        if (settings.valueRule() != ValueRule.SOFT) {
            node.value = hardValue(node);
        }
    }

    // Q = mean r + gamma sum_o N(o) / N V(o)
    private double actionValue(PlainEdge edge) {
        double future = edge.children.values().stream()
                .mapToDouble(child -> child.visits * child.value)
                .sum();
        return (edge.rewardSum + settings.discount() * future) / edge.visits;
    }

    private static double freshMean(PlainNode node, double fresh) {
        return node.edges.values().stream()
                        .mapToDouble(e -> e.passVisits * e.actionValue)
                        .sum()
                / fresh;
    }

    private double weight(PlainEdge edge, double fresh, double anchor) {
        double old = Math.pow(edge.weight, settings.retention());
        if (edge.passVisits == 0) {
            return old;
        }
        double start = edge.createdPass == pass ? edge.passVisits / fresh : old;
        double rate = eta * edge.visits / (edge.visits + settings.trust());
        return start * Math.exp(rate * (edge.actionValue - anchor));
    }

    // Good and Turing: the mass of actions not seen yet, worth as much as those seen for the first time
    private double pool(PlainNode node, double fresh, double anchor) {
        double newVisits = 0.0;
        double newValue = 0.0;
        int singles = 0;
        for (PlainEdge edge : node.edges.values()) {
            if (edge.createdPass == pass) {
                newVisits += edge.passVisits;
                newValue += edge.passVisits * edge.actionValue;
                singles += edge.passVisits == 1 ? 1 : 0;
            }
        }
        double pool = node.pool * (singles + 0.5) / (Math.max(newVisits, fresh * node.pool) + 0.5);
        return newVisits == 0.0 ? pool : pool * Math.exp(eta * (newValue / newVisits - anchor));
    }

    private double hardValue(PlainNode node) {
        if (settings.valueRule() == ValueRule.MAX) {
            return node.edges.values().stream()
                    .mapToDouble(e -> e.actionValue)
                    .max()
                    .orElseThrow();
        }
        double mass = node.edges.values().stream().mapToDouble(e -> e.weight).sum();
        double mean = node.edges.values().stream()
                        .mapToDouble(e -> e.weight * e.actionValue)
                        .sum()
                / mass;
        if (settings.valueRule() == ValueRule.MEAN || node.visits == 0) {
            return mean;
        }
        return (node.leafSum + (node.visits - node.leafCount) * mean) / node.visits;
    }
}
