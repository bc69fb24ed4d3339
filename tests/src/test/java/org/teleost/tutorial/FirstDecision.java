package org.teleost.tutorial;

import org.teleost.belief.BeliefHealth;
import org.teleost.control.ControlSession;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.random.RandomStream;

/** Two doors, a tiger behind one of them: listen (85 % right, costs 1), or open a door (10, or -100). */
public final class FirstDecision implements GenerativeModel {
    static final int LISTEN = 2;
    private static final StateLayout LAYOUT = StateLayout.ofInts("tiger");

    @Override
    public String name() {
        return "two-doors";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 3;
    }

    @Override
    public long observationCount() {
        return 2;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(2);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int tiger = state.ints[0];
        if (action == LISTEN) {
            out.set(-1.0, stream.nextBoolean(0.85) ? tiger : 1 - tiger, false);
        } else {
            out.set(action == tiger ? -100.0 : 10.0, 0, true);
        }
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return Math.log(observation == nextState.ints[0] ? 0.85 : 0.15);
    }

    public static void main(String[] arguments) {
        try (ControlSession session = ControlSession.open(new FirstDecision())) {
            Decision first = session.decide(Budget.ofMillis(100));
            System.out.println("action " + first.action + ", worth " + first.value);
            BeliefHealth health = session.observe(first.action, 0);
            Decision second = session.decide(Budget.ofMillis(100));
            System.out.println("then action " + second.action + ", belief " + health.level);
        }
    }
}
