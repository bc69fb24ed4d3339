package org.teleost.viewer.scene.tabular;

import java.util.Map;
import java.util.TreeMap;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.StepRecord;

/**
 * Any table: the belief as bars with the states' names, the true state marked; beside it the values of actions with
 * their intervals; and where there are two states, the vectors over the belief with the region in which each action is
 * chosen.
 */
final class TabularScene implements Scene {
    private static final String LANE = "state";

    private final TableFacts facts;

    TabularScene(TableFacts facts) {
        this.facts = facts;
    }

    @Override
    public Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder(
                facts.problem() + ": what is believed of " + facts.states().size() + " states",
                new Bounds(-0.3, -0.4, 16.3, 9.4));
        Map<Integer, Double> belief = belief(step.belief());
        int truth = step.state().isEmpty() ? -1 : step.state().integer(LANE);
        boolean regions = facts.states().size() == 2 && !facts.lines().isEmpty();
        if (belief.isEmpty()) {
            frame.note("this step has no belief");
        }
        new BeliefBars(facts, new Bounds(2.6, 0.6, 7.0, 8.4)).draw(frame, belief, truth);
        new ActionBars(new Bounds(10.6, regions ? 5.6 : 0.6, 15.2, 8.4)).draw(frame, step);
        if (regions) {
            new ChoiceRegions(facts, new Bounds(9.3, 1.2, 15.8, 4.3)).draw(frame, belief);
        }
        frame.legend(Mark.SQUARE, Palette.BELIEF, "believed: length = probability of the state");
        frame.legend(Mark.DISC, Palette.ROBOT, "true state");
        frame.legend(Mark.SQUARE, Palette.GOOD, "value of an action");
        frame.legend(Mark.SQUARE, Palette.ACTION, "action taken");
        if (regions) {
            frame.legend(Mark.LINE, Palette.DIM, "value vectors; the highest one chooses its action");
        }
        return frame.caption(words(step)).build();
    }

    private static String words(StepRecord step) {
        String seen = step.observationText().isEmpty() ? "nothing" : step.observationText();
        String action = step.action() < 0 ? "no action executed" : "takes " + step.actionText();
        return action + ", sees " + seen + "; reward " + PlanFacts.number(step.reward());
    }

    /** Share of the recorded particles by state. */
    private static Map<Integer, Double> belief(BeliefRecord belief) {
        Map<Integer, Double> shares = new TreeMap<>();
        if (belief != null) {
            double[] column = belief.column(LANE);
            for (int i = 0; i < column.length; i++) {
                shares.merge((int) column[i], belief.weights()[i], Double::sum);
            }
        }
        return shares;
    }
}
