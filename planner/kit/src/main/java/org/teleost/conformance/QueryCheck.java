package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Questions about a state leave it unchanged and answer the same twice; updateHistory writes history lanes only. */
final class QueryCheck implements Check {
    private static final long PURPOSE = 110;

    @Override
    public String name() {
        return "query";
    }

    @Override
    public void run(Subject subject) {
        GenerativeModel model = subject.model;
        int index = 0;
        for (Subject.Reached reached : subject.someReached(subject.settings.states())) {
            RandomStream choice = subject.stream(PURPOSE, index);
            State state = subject.copy(reached.state());
            subject.at(-1, reached.step(), reached.episode());
            double value = model.heuristicValue(state);
            unchanged(subject, "heuristicValue", reached.state(), state);
            same(subject, "heuristicValue", value, model.heuristicValue(state));
            model.stateText(state);
            unchanged(subject, "stateText", reached.state(), state);
            int first = model.proposeAction(state, subject.stream(PURPOSE + 1, index));
            unchanged(subject, "proposeAction", reached.state(), state);
            same(subject, "proposeAction", first, model.proposeAction(state, subject.stream(PURPOSE + 1, index)));
            for (int action : subject.someLegal(state, choice)) {
                subject.at(action, reached.step(), reached.episode());
                model.isLegal(state, action);
                unchanged(subject, "isLegal", reached.state(), state);
                after(subject, reached.state(), action, index++);
            }
        }
    }

    private static void after(Subject subject, State from, int action, int index) {
        GenerativeModel model = subject.model;
        State next = subject.copy(from);
        Outcome out = new Outcome();
        model.step(next, action, subject.stream(PURPOSE + 2, index), out);
        if (out.terminal) {
            return; // nothing is asked about a terminal state
        }
        State before = subject.copy(next);
        double first = model.logLikelihood(out.observation, action, next);
        unchanged(subject, "logLikelihood", before, next);
        same(subject, "logLikelihood", first, model.logLikelihood(out.observation, action, next));
        State again = subject.copy(next);
        model.updateHistory(next, action, out.observation);
        model.updateHistory(again, action, out.observation);
        String touched = Lanes.ownDifference(subject.layout(), before, next);
        if (touched != null) {
            subject.error("updateHistory changed lane " + touched + "; it may write history lanes only");
        }
        String differs = Lanes.historyDifference(subject.layout(), next, again);
        if (differs != null) {
            subject.error("updateHistory called twice from the same state gave lane " + differs
                    + "; it must be a function of the state, the action and the observation");
        }
    }

    private static void same(Subject subject, String method, double first, double second) {
        if (Double.compare(first, second) != 0) {
            subject.error(method + " gave " + first + " and then " + second
                    + " for the same arguments; keep no state in the model and draw from the given stream only");
        }
    }

    private static void unchanged(Subject subject, String method, State before, State state) {
        String lane = Lanes.difference(subject.layout(), before, state);
        if (lane != null) {
            subject.error(method + " changed lane " + lane + "; it may only read the state");
            state.copyFrom(before);
        }
    }
}
