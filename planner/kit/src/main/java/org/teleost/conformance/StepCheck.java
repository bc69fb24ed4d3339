package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * A step is a function of (state, action, stream): it sets all outcome fields whatever they held, gives the same result
 * after other steps were simulated in between, and leaves history lanes alone.
 */
final class StepCheck implements Check {
    private static final long PURPOSE = 104;
    private static final double[] REWARDS = {Double.NaN, -7.123e17};
    private static final long[] OBSERVATIONS = {Long.MIN_VALUE + 11, Long.MAX_VALUE - 11};

    @Override
    public String name() {
        return "step";
    }

    @Override
    public void run(Subject subject) {
        int index = 0;
        Subject.Reached other = null;
        for (Subject.Reached reached : subject.someReached(subject.settings.states())) {
            RandomStream choice = subject.stream(PURPOSE, index);
            for (int action : subject.someLegal(reached.state(), choice)) {
                subject.at(action, reached.step(), reached.episode());
                twice(subject, reached.state(), action, index++, other == null ? reached : other);
            }
            other = reached;
        }
    }

    private static void twice(Subject subject, State from, int action, int index, Subject.Reached other) {
        State[] states = new State[2];
        Outcome[] outs = new Outcome[2];
        for (int kind = 0; kind < 2; kind++) {
            states[kind] = subject.copy(from);
            outs[kind] = new Outcome();
            outs[kind].set(REWARDS[kind], OBSERVATIONS[kind], kind == 0);
            RandomStream stream = subject.stream(PURPOSE + 1, index);
            subject.model.step(states[kind], action, stream, outs[kind]);
            if (outs[kind].observation != OBSERVATIONS[kind]) {
                subject.sampled(action, outs[kind]);
            }
            String touched = Lanes.historyDifference(subject.layout(), from, states[kind]);
            if (touched != null) {
                subject.error("step changed history lane " + touched + "; only updateHistory may write history lanes");
            }
            disturb(subject, other, index);
        }
        compare(subject, states, outs);
    }

    // an unrelated step in between uncovers a model that keeps state of its own
    private static void disturb(Subject subject, Subject.Reached other, int index) {
        GenerativeModel model = subject.model;
        State state = subject.copy(other.state());
        RandomStream stream = subject.stream(PURPOSE + 2, index);
        int action = subject.walkAction(state, stream);
        if (action >= 0) {
            model.step(state, action, stream, new Outcome());
        }
    }

    private static void compare(Subject subject, State[] states, Outcome[] outs) {
        boolean rewardUnset = Double.isNaN(outs[0].reward) && outs[1].reward == REWARDS[1];
        boolean observationUnset = outs[0].observation == OBSERVATIONS[0] && outs[1].observation == OBSERVATIONS[1];
        boolean terminalUnset = outs[0].terminal && !outs[1].terminal;
        if (rewardUnset || observationUnset || terminalUnset) {
            subject.error("step left out" + (rewardUnset ? ".reward" : "") + (observationUnset ? ".observation" : "")
                    + (terminalUnset ? ".terminal" : "") + " unset or reads it; the outcome is reused, set all fields");
            return;
        }
        String lane = Lanes.ownDifference(subject.layout(), states[0], states[1]);
        if (lane != null) {
            subject.error("the same state, action and stream gave lane " + lane
                    + "; draw from the given stream only and keep no state in the model");
        } else if (Double.compare(outs[0].reward, outs[1].reward) != 0
                || outs[0].observation != outs[1].observation
                || outs[0].terminal != outs[1].terminal) {
            subject.error("the same state, action and stream gave reward=" + outs[0].reward + " and " + outs[1].reward
                    + ", observation=" + outs[0].observation + " and " + outs[1].observation + ", terminal="
                    + outs[0].terminal + " and " + outs[1].terminal
                    + "; draw from the given stream only and keep no state in the model");
        }
    }
}
