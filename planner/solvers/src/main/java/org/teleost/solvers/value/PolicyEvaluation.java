package org.teleost.solvers.value;

/**
 * Solves v = r + gamma P v. BiCGSTAB (van der Vorst 1992), restarted until the residual shows an error below the
 * tolerance; where that stalls, Gauss-Seidel sweeps, which always converge.
 */
final class PolicyEvaluation {
    /** Largest error of a value relative to the largest value. */
    private static final double TOLERANCE = 1e-10;

    private static final int RESTARTS = 40;
    private static final int ITERATIONS = 400;
    private static final int SWEEPS = 4_000_000;

    /** Least residual that rounding allows, relative to the values. */
    private static final double ROUNDING = 4e-15;

    private final MarkovChain chain;
    private final double discount;
    private final int count;
    private final double[] value;
    private final double[] residual;

    private PolicyEvaluation(MarkovChain chain, double discount, double[] value) {
        this.chain = chain;
        this.discount = discount;
        this.value = value;
        count = chain.states();
        residual = new double[count];
    }

    /** Solves into {@code value}, from whatever it holds. */
    static void solve(MarkovChain chain, double discount, double[] value) {
        PolicyEvaluation solver = new PolicyEvaluation(chain, discount, value);
        double before = Double.POSITIVE_INFINITY;
        // without a discount every episode ends, and sweeps are exact after as many as it has steps
        for (int i = 0; i < RESTARTS && discount < 1.0; i++) {
            double norm = solver.residual();
            if (solver.enough(norm)) {
                return;
            }
            if (!(norm < 0.5 * before)) {
                break;
            }
            before = norm;
            double[] kept = value.clone();
            solver.iterate();
            if (!(solver.residual() < norm)) {
                System.arraycopy(kept, 0, value, 0, value.length);
                break;
            }
        }
        solver.sweep();
    }

    private boolean enough(double norm) {
        double most = 1e-300;
        for (double v : value) {
            most = Math.max(most, Math.abs(v));
        }
        return norm <= most * Math.max(TOLERANCE * (1.0 - discount), ROUNDING);
    }

    /** r = reward - (I - gamma P) v, and its largest element. */
    private double residual() {
        double norm = 0.0;
        for (int s = 0; s < count; s++) {
            residual[s] = chain.reward(s) - value[s] + discount * chain.next(s, value);
            norm = Math.max(norm, Math.abs(residual[s]));
        }
        return norm;
    }

    private void sweep() {
        for (int i = 0; i < SWEEPS; i++) {
            if (i % 64 <= 1 && enough(residual())) {
                return;
            }
            for (int s = count - 1; s >= 0; s--) {
                value[s] = chain.reward(s) + discount * chain.next(s, value);
            }
        }
    }

    private void iterate() {
        double[] r = residual.clone();
        double[] shadow = residual.clone();
        double[] p = new double[count];
        double[] v = new double[count];
        double[] t = new double[count];
        double rho = 1.0;
        double alpha = 1.0;
        double omega = 1.0;
        double goal = dot(r, r) * 1e-20;
        for (int i = 0; i < ITERATIONS && dot(r, r) > goal; i++) {
            double rhoNext = dot(shadow, r);
            double beta = rhoNext / rho * (alpha / omega);
            for (int s = 0; s < count; s++) {
                p[s] = r[s] + beta * (p[s] - omega * v[s]);
            }
            apply(p, v);
            alpha = rhoNext / dot(shadow, v);
            for (int s = 0; s < count; s++) {
                r[s] -= alpha * v[s];
            }
            apply(r, t);
            double tt = dot(t, t);
            omega = tt > 0.0 ? dot(t, r) / tt : 0.0;
            if (!Double.isFinite(alpha) || !Double.isFinite(omega)) {
                return;
            }
            for (int s = 0; s < count; s++) {
                value[s] += alpha * p[s] + omega * r[s];
                r[s] -= omega * t[s];
            }
            rho = rhoNext;
            if (omega == 0.0 || rho == 0.0) {
                return;
            }
        }
    }

    private void apply(double[] x, double[] out) {
        for (int s = 0; s < count; s++) {
            out[s] = x[s] - discount * chain.next(s, x);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
