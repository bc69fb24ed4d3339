package org.teleost.solvers.sarsop;

/** A belief with an upper bound below that of the corners; one tooth of the sawtooth. */
final class SawPoint {
    final int[] place;

    /** Inverse weights. */
    final double[] inverse;

    /** Its bound less that of the corners, negative. */
    final double depth;

    final int number;

    SawPoint(Node node, double depth, int number) {
        place = node.place;
        inverse = new double[node.weight.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1.0 / node.weight[i];
        }
        this.depth = depth;
        this.number = number;
    }

    /**
     * How far below the corners the bound of a belief is by this point: depth times the least ratio of weights.
     *
     * @param dense weights of the belief by place
     * @param enough what another point gives already; anything not below it may be returned early
     */
    double below(double[] dense, double enough) {
        double least = Double.POSITIVE_INFINITY;
        double needed = enough / depth;
        for (int i = 0; i < place.length; i++) {
            double ratio = dense[place[i]] * inverse[i];
            if (ratio < least) {
                least = ratio;
                if (least <= needed) {
                    return enough;
                }
            }
        }
        return least * depth;
    }
}
