package org.teleost.solvers.policy;

/**
 * How far a solver has come.
 *
 * @param lower value that the policy so far earns at least at the start
 * @param upper value that no policy exceeds there
 * @param vectors vectors of the policy
 * @param beliefs beliefs looked at
 * @param seconds time spent
 */
public record Bounds(double lower, double upper, int vectors, int beliefs, double seconds) {
    /** What is not known of the optimal value. */
    public double gap() {
        return upper - lower;
    }
}
