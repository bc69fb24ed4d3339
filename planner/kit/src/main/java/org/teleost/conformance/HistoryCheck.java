package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Particles of one history agree on history lanes, on legal actions and, when the model says so, on the heuristic. */
final class HistoryCheck implements Check {
    private static final long PURPOSE = 180;
    private static final int MOST_ACTIONS = 128;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void run(Subject subject) {
        SimulatedHistory.simulate(subject, subject.settings.histories(), history -> compare(subject, history));
    }

    private static void compare(Subject subject, SimulatedHistory history) {
        State truth = history.particles[0];
        if (!history.alive[0]) {
            return; // reported by the likelihood check
        }
        for (int i = 1; i < history.particles.length; i++) {
            if (history.alive[i] && !agree(subject, truth, history.particles[i], i)) {
                return;
            }
        }
        legal(subject, history);
    }

    private static boolean agree(Subject subject, State truth, State other, int particle) {
        GenerativeModel model = subject.model;
        String lane = Lanes.historyDifference(subject.layout(), truth, other);
        if (lane != null) {
            subject.error("particles 0 and " + particle + " share a history but not history lane " + lane
                    + "; updateHistory may use only the action, the observation and what all particles share");
            return false;
        }
        if (model.heuristicIsShared()) {
            double own = model.heuristicValue(truth);
            double theirs = model.heuristicValue(other);
            if (Double.compare(own, theirs) != 0) {
                subject.error("heuristicIsShared is true, but particles 0 and " + particle
                        + " of one history have heuristicValue=" + own + " and " + theirs
                        + "; read history lanes only or return false from heuristicIsShared");
                return false;
            }
        }
        return true;
    }

    private static void legal(Subject subject, SimulatedHistory history) {
        GenerativeModel model = subject.model;
        int count = model.actionCount();
        RandomStream choice = subject.stream(PURPOSE, history.index);
        choice.startDepth(history.step);
        int first = choice.nextInt(count);
        for (int k = 0; k < Math.min(count, MOST_ACTIONS); k++) {
            int action = (int) ((first + (long) k) % count);
            boolean legal = model.isLegal(history.particles[0], action);
            for (int i = 1; i < history.particles.length; i++) {
                if (history.alive[i] && model.isLegal(history.particles[i], action) != legal) {
                    subject.at(action, history.step, history.index);
                    subject.error("legal=" + legal + " in particle 0 and " + !legal + " in particle " + i
                            + " of one history; decide legality from what all particles of a history share");
                    return;
                }
            }
        }
    }
}
