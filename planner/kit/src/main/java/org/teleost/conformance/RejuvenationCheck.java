package org.teleost.conformance;

import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * A rejuvenated particle still fits its history: history lanes unchanged, the last observation possible, the heuristic
 * finite; a model that says it has no such move leaves the particle alone. Whether the belief keeps its distribution is
 * tested by {@link Invariance}.
 */
final class RejuvenationCheck implements Check {
    private static final long PURPOSE = 190;
    private static final int EACH = 8;

    @Override
    public String name() {
        return "rejuvenation";
    }

    @Override
    public void run(Subject subject) {
        boolean[] moves = {false};
        SimulatedHistory.simulate(
                subject, subject.settings.histories(), history -> moves[0] |= visit(subject, history));
        if (moves[0]) {
            new Invariance(subject).run();
        }
    }

    private static boolean visit(Subject subject, SimulatedHistory history) {
        boolean moves = false;
        int tried = 0;
        for (int i = 0; i < history.particles.length && tried < EACH; i++) {
            if (history.alive[i]) {
                tried++;
                State state = subject.copy(history.particles[i]);
                RandomStream stream = subject.stream(PURPOSE + history.index, i);
                stream.startDepth(history.step);
                boolean moved = subject.model.rejuvenate(state, stream);
                moves |= moved;
                fits(subject, history, history.particles[i], state, moved);
            }
        }
        return moves;
    }

    private static void fits(Subject subject, SimulatedHistory history, State before, State after, boolean moved) {
        GenerativeModel model = subject.model;
        String lane = Lanes.difference(subject.layout(), before, after);
        if (!moved) {
            if (lane != null) {
                subject.error("rejuvenate returned false but changed lane " + lane + "; leave the state alone");
            }
            return;
        }
        String shared = Lanes.historyDifference(subject.layout(), before, after);
        if (shared != null) {
            subject.error("rejuvenate changed history lane " + shared + "; redraw only what the history leaves free");
        }
        if (history.action >= 0) {
            double value = model.logLikelihood(history.observation, history.action, after);
            if (!(value > Double.NEGATIVE_INFINITY)) {
                subject.error("after rejuvenate logLikelihood=" + value + " of the last observation "
                        + history.observation + " in state " + model.stateText(after) + ", from "
                        + model.stateText(before) + "; redraw only what the history leaves free");
            }
        }
        double value = model.heuristicValue(after);
        if (!Double.isFinite(value)) {
            subject.error("after rejuvenate heuristicValue=" + value + " in state " + model.stateText(after)
                    + "; rejuvenate must give a state the model can reach");
        }
    }
}
