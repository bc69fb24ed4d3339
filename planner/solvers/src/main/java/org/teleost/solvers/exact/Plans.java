package org.teleost.solvers.exact;

/** Many vectors over the same states, made one at a time, so that sums of sets need no memory. */
interface Plans {
    int count();

    /** Values of the i-th; not to be changed. */
    double[] value(int i);

    /** The one of the largest mean over a belief, the first of equal ones. */
    int best(double[] belief);

    static double mean(double[] belief, double[] value) {
        double sum = 0.0;
        for (int s = 0; s < value.length; s++) {
            sum += belief[s] * value[s];
        }
        return sum;
    }
}
