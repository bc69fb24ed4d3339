package org.teleost.solvers.sarsop;

/** A lower bound that is linear over the states of a domain; numbered in the order of discovery. */
final class Alpha {
    final int action;
    final double[] value;
    final int number;

    /** Whether some belief has it as its best one, while the domain is being pruned. */
    boolean needed;

    Alpha(int action, double[] value, int number) {
        this.action = action;
        this.value = value;
        this.number = number;
    }

    double at(Node node) {
        double sum = 0.0;
        for (int i = 0; i < node.place.length; i++) {
            sum += node.weight[i] * value[node.place[i]];
        }
        return sum;
    }

    boolean dominates(Alpha other) {
        for (int i = 0; i < value.length; i++) {
            if (other.value[i] > value[i]) {
                return false;
            }
        }
        return true;
    }
}
