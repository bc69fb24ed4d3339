package org.teleost.solvers.sarsop;

/** A belief in the tree, with its bounds; sparse over the places of its domain. */
final class Node {
    final Domain domain;
    final int[] place;
    final double[] weight;

    double lower = Double.NEGATIVE_INFINITY;
    double upper = Double.POSITIVE_INFINITY;

    /** The vector of the lower bound. */
    Alpha best;

    /** Numbers up to which vectors and points were looked at. */
    int seenAlpha = -1;

    int seenPoint = -1;

    /** Upper bound of the domain's corners, and of the informed bound. */
    double corners;

    /** The point that this belief's upper bound makes for others, null before the first backup. */
    SawPoint point;

    /** What follows, by action; null until expanded. */
    Branch[] branches;

    Node(Domain domain, int[] place, double[] weight) {
        this.domain = domain;
        this.place = place;
        this.weight = weight;
    }

    double gap() {
        return upper - lower;
    }

    /** What an action leads to. */
    static final class Branch {
        final double reward;
        final double[] probability;
        final int[] kind;
        final Node[] child;

        /** Whether another action is better for certain. */
        boolean pruned;

        Branch(double reward, double[] probability, int[] kind, Node[] child) {
            this.reward = reward;
            this.probability = probability;
            this.kind = kind;
            this.child = child;
        }

        double upper(double discount) {
            double sum = 0.0;
            for (int i = 0; i < child.length; i++) {
                sum += probability[i] * child[i].upper;
            }
            return reward + discount * sum;
        }

        double lower(double discount) {
            double sum = 0.0;
            for (int i = 0; i < child.length; i++) {
                sum += probability[i] * child[i].lower;
            }
            return reward + discount * sum;
        }
    }
}
