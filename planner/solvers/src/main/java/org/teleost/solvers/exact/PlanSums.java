package org.teleost.solvers.exact;

/** Every vector of one list plus every vector of another. */
record PlanSums(PlanList first, PlanList second) implements Plans {
    @Override
    public int count() {
        return Math.multiplyExact(first.count(), second.count());
    }

    @Override
    public double[] value(int i) {
        double[] sum = first.value(i / second.count()).clone();
        double[] other = second.value(i % second.count());
        for (int s = 0; s < sum.length; s++) {
            sum[s] += other[s];
        }
        return sum;
    }

    @Override
    public int best(double[] belief) {
        return first.best(belief) * second.count() + second.best(belief);
    }
}
