package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.State;

/** Initial states and the empty history do not depend on what the scratch held before. */
final class InitialCheck implements Check {
    private static final long PURPOSE = 101;

    @Override
    public String name() {
        return "initial";
    }

    @Override
    public void run(Subject subject) {
        emptyHistory(subject);
        for (int i = 0; i < subject.settings.episodes(); i++) {
            subject.at(-1, 0, i);
            initialState(subject, i);
        }
    }

    private static void emptyHistory(Subject subject) {
        State[] states = new State[2];
        for (int kind = 0; kind < 2; kind++) {
            State before = subject.newState();
            Lanes.spoilOwn(before, kind);
            Lanes.spoilHistory(before, kind);
            states[kind] = subject.copy(before);
            subject.model.initialHistory(states[kind]);
            String touched = Lanes.ownDifference(subject.layout(), before, states[kind]);
            if (touched != null) {
                subject.error("initialHistory changed lane " + touched + "; it may write history lanes only");
            }
        }
        String difference = Lanes.historyDifference(subject.layout(), states[0], states[1]);
        if (difference != null) {
            subject.error("after initialHistory lane " + difference
                    + " depends on what it held before; write every history lane in initialHistory");
        }
    }

    private static void initialState(Subject subject, int index) {
        GenerativeModel model = subject.model;
        State[] states = new State[2];
        for (int kind = 0; kind < 2; kind++) {
            states[kind] = subject.newState();
            model.initialHistory(states[kind]);
            Lanes.spoilOwn(states[kind], kind);
            State history = subject.copy(states[kind]);
            model.sampleInitial(states[kind], subject.stream(PURPOSE, index));
            String touched = Lanes.historyDifference(subject.layout(), history, states[kind]);
            if (touched != null) {
                subject.error("sampleInitial changed history lane " + touched
                        + "; history lanes are the same for every particle and belong to initialHistory");
            }
        }
        String difference = Lanes.ownDifference(subject.layout(), states[0], states[1]);
        if (difference != null) {
            subject.error("two initial states of the same stream differ in lane " + difference
                    + "; write every lane in sampleInitial and draw from the given stream only");
        }
    }
}
