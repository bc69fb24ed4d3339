package org.teleost.experiments.study;

import java.util.BitSet;
import java.util.List;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

/**
 * A control problem whose steps cost a multiple of what they cost, with the same results to the bit: stands for a
 * slower simulator in measurements. Starting an episode costs what it did.
 *
 * <p>Each environment that is open at the same time takes the lowest free number, which says how many times its steps
 * cost; a closed one gives its number back. So of several actors always the same number is slow, also after an actor
 * got a fresh environment. Safe for use by several threads.
 */
public final class ScaledCost extends ProblemWithOtherSteps {
    private final int[] factors;
    private final ScaledCostWait wait;
    private final BitSet taken = new BitSet();

    private ScaledCost(ControlProblem problem, int[] factors, ScaledCostWait wait) {
        super(problem);
        if (factors.length == 0) {
            throw new IllegalArgumentException("cost factors=0; at least 1 is needed, one for each environment");
        }
        for (int factor : factors) {
            if (factor < 1 || factor > 1_000_000) {
                throw new IllegalArgumentException("cost factor=" + factor + "; allowed range 1 to 1000000");
            }
        }
        this.factors = factors.clone();
        this.wait = wait;
    }

    /**
     * Steps that compute longer: a twin of the environment repeats the work, and what comes of it is discarded.
     *
     * @param factors times that a step costs, an entry for each environment open at the same time; further ones have
     *     the first entry's cost
     * @throws IllegalArgumentException if there is no factor, or one is outside 1 to 1000000
     */
    public static ScaledCost computing(ControlProblem problem, int... factors) {
        return new ScaledCost(problem, factors, null);
    }

    /**
     * Steps that wait, as for a simulator on another machine: each takes its factor times {@code wait.stepNanos()} of
     * time, but only the work of one.
     *
     * @param factors as for {@link #computing}
     */
    public static ScaledCost waiting(ControlProblem problem, ScaledCostWait wait, int... factors) {
        return new ScaledCost(problem, factors, wait);
    }

    @Override
    public List<Signal> signals() {
        return problem.signals();
    }

    @Override
    public Environment newEnvironment() {
        int number;
        synchronized (taken) {
            number = taken.nextClearBit(0);
            taken.set(number);
        }
        int factor = number < factors.length ? factors[number] : factors[0];
        Runnable giveBack = () -> giveBack(number);
        try {
            return scaled(factor, giveBack);
        } catch (RuntimeException | Error e) {
            giveBack(number);
            throw e;
        }
    }

    private Environment scaled(int factor, Runnable onClose) {
        if (wait != null) {
            return new ScaledCostWaiting(problem.newEnvironment(), factor, wait, onClose);
        }
        return new ScaledCostTwin(problem, factor, onClose);
    }

    private void giveBack(int number) {
        synchronized (taken) {
            taken.clear(number);
        }
    }
}
