package org.teleost.conformance;

import java.util.BitSet;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Every state has a legal action; proposals are legal and reach every legal action. An action that is never proposed in
 * any of the states where many proposals were drawn is an error where actions are few; one that some state lacks is a
 * warning.
 */
final class ActionCheck implements Check {
    private static final long PURPOSE = 120;
    private static final int COVERAGE_STATES = 4;
    private static final int MOST_DRAWS = 400_000;

    /** With more actions than this, an action may well be proposed so rarely that draws can't tell it from never. */
    private static final int FEW = 100;

    private final BitSet everLegal = new BitSet();
    private final BitSet everProposed = new BitSet();
    private long drawn;

    @Override
    public String name() {
        return "action";
    }

    @Override
    public void run(Subject subject) {
        int index = 0;
        for (Subject.Reached reached : subject.someReached(subject.settings.states())) {
            subject.at(-1, reached.step(), reached.episode());
            BitSet legal = legal(subject, reached.state());
            if (legal.isEmpty()) {
                subject.error("no legal action in state " + subject.model.stateText(reached.state())
                        + "; isLegal must allow at least one action in every non-terminal state");
                continue;
            }
            boolean cover = index < COVERAGE_STATES;
            propose(subject, reached, legal, index++, cover);
        }
        everLegal.andNot(everProposed);
        if (!everLegal.isEmpty() && subject.model.actionCount() <= FEW) {
            int action = everLegal.nextSetBit(0);
            subject.at(-1, -1, -1);
            subject.error("proposeAction never proposed " + everLegal.cardinality() + " of the legal actions in "
                    + drawn
                    + " draws over several states, the first is " + action + " (" + subject.model.actionText(action)
                    + "); a search that takes proposals would never try it: give each a positive probability");
        }
    }

    private static BitSet legal(Subject subject, State state) {
        BitSet legal = new BitSet();
        for (int action = 0; action < subject.model.actionCount(); action++) {
            legal.set(action, subject.model.isLegal(state, action));
        }
        return legal;
    }

    private void propose(Subject subject, Subject.Reached reached, BitSet legal, int index, boolean cover) {
        GenerativeModel model = subject.model;
        RandomStream stream = subject.stream(PURPOSE, index);
        State state = subject.copy(reached.state());
        BitSet missing = (BitSet) legal.clone();
        // a uniform proposal over m actions misses one of them in m (log m + 20) draws with probability exp(-20)
        int size = legal.cardinality();
        int draws = cover ? (int) Math.min(MOST_DRAWS, Math.ceil(4 * size * (Math.log(size) + 20))) : 16;
        for (int i = 0; i < draws; i++) {
            int action = model.proposeAction(state, stream);
            if (action < 0 || action >= model.actionCount() || !legal.get(action)) {
                subject.error("proposeAction returned " + action + ", which is "
                        + (action < 0 || action >= model.actionCount() ? "no action" : "not legal") + " in state "
                        + model.stateText(state) + "; propose legal ids in 0 to " + (model.actionCount() - 1));
                return;
            }
            missing.clear(action);
            everProposed.set(action);
        }
        if (cover) {
            everLegal.or(legal);
            drawn += draws;
        }
        if (cover && !missing.isEmpty()) {
            int action = missing.nextSetBit(0);
            subject.report(
                    Severity.WARNING,
                    missing.cardinality() + " of " + size + " legal actions were never proposed in " + draws
                            + " draws, the first is " + action + " (" + model.actionText(action)
                            + "); unless they are only very rare, give each a positive probability");
        }
    }
}
