package org.teleost.solvers.sarsop;

import java.util.ArrayList;
import java.util.List;

/** States that a belief may hold together, with the vectors and points that bound such beliefs. */
final class Domain {
    private static final int FIRST_PRUNING = 200;

    /** States, ascending. */
    final int[] states;

    /** Upper bound of each state for certain. */
    final double[] corner;

    /** Vectors in the order of their numbers. */
    final List<Alpha> alphas = new ArrayList<>();

    final List<SawPoint> points = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();

    /** Vector for what can't follow from the belief at hand. */
    Alpha fallback;

    int alphaNumbers;
    int pointNumbers;
    private int pruneAt = FIRST_PRUNING;
    private int prunePointsAt = 2 * FIRST_PRUNING;
    private final double[] dense;

    Domain(int[] states, double[] upper) {
        this.states = states;
        corner = new double[states.length];
        dense = new double[states.length];
        for (int i = 0; i < states.length; i++) {
            corner[i] = upper[states[i]];
        }
    }

    /** Adds a vector and drops those below it. */
    Alpha add(int action, double[] value) {
        Alpha alpha = new Alpha(action, value, alphaNumbers++);
        alphas.removeIf(alpha::dominates);
        alphas.add(alpha);
        if (fallback == null || alpha.dominates(fallback)) {
            fallback = alpha;
        }
        if (alphas.size() > pruneAt) {
            prune();
        }
        return alpha;
    }

    /** Keeps the vectors that some belief of the tree needs. */
    private void prune() {
        for (Alpha alpha : alphas) {
            alpha.needed = false;
        }
        fallback.needed = true;
        for (Node node : nodes) {
            refreshLower(node);
            node.best.needed = true;
        }
        alphas.removeIf(alpha -> !alpha.needed);
        pruneAt = Math.max(FIRST_PRUNING, alphas.size() + alphas.size() / 2);
    }

    /** Looks at the vectors that are new to a belief. */
    void refreshLower(Node node) {
        for (int i = alphas.size() - 1; i >= 0 && alphas.get(i).number > node.seenAlpha; i--) {
            double value = alphas.get(i).at(node);
            if (value > node.lower) {
                node.lower = value;
                node.best = alphas.get(i);
            }
        }
        node.seenAlpha = alphaNumbers - 1;
    }

    /** Looks at the points that are new to a belief. */
    void refreshUpper(Node node) {
        if (node.seenPoint == pointNumbers - 1) {
            return;
        }
        for (int i = 0; i < node.place.length; i++) {
            dense[node.place[i]] = node.weight[i];
        }
        double below = Math.min(0.0, node.upper - node.corners);
        for (int i = points.size() - 1; i >= 0 && points.get(i).number > node.seenPoint; i--) {
            below = points.get(i).below(dense, below);
        }
        for (int i = 0; i < node.place.length; i++) {
            dense[node.place[i]] = 0.0;
        }
        node.upper = Math.min(node.upper, node.corners + below);
        node.seenPoint = pointNumbers - 1;
    }

    /** Lets a belief's upper bound count for others. */
    void addPoint(Node node) {
        double depth = node.upper - node.corners;
        double scale = 1e-9 * (1.0 + Math.abs(node.corners));
        if (depth > -scale || node.point != null && depth > node.point.depth - scale) {
            return;
        }
        if (node.point != null) {
            int at = find(node.point.number);
            if (at >= 0) {
                points.remove(at);
            }
        }
        node.point = new SawPoint(node, depth, pointNumbers++);
        points.add(node.point);
        if (points.size() > prunePointsAt) {
            prunePoints();
        }
    }

    private int find(int number) {
        int low = 0;
        int high = points.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = points.get(middle).number;
            if (there == number) {
                return middle;
            } else if (there < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Drops points that others have undercut. */
    private void prunePoints() {
        List<SawPoint> kept = new ArrayList<>();
        for (SawPoint point : points) {
            for (int i = 0; i < point.place.length; i++) {
                dense[point.place[i]] = 1.0 / point.inverse[i];
            }
            double others = 0.0;
            for (SawPoint other : points) {
                if (other != point) {
                    others = other.below(dense, others);
                }
            }
            for (int i = 0; i < point.place.length; i++) {
                dense[point.place[i]] = 0.0;
            }
            if (point.depth < others) {
                kept.add(point);
            }
        }
        points.clear();
        points.addAll(kept);
        prunePointsAt = Math.max(2 * FIRST_PRUNING, 2 * points.size());
    }
}
