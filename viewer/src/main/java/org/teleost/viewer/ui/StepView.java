package org.teleost.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.Viewport;

/**
 * Everything that a picture of one step shows.
 *
 * @param frame the world
 * @param facts the planner's numbers
 * @param series plots over the steps
 * @param step index of the step
 * @param stepCount steps of the episode
 * @param source name of the trace
 * @param damage what of the trace is missing
 * @param layers layers of the world that are drawn
 * @param look where the camera stands
 * @param panels which panels are shown
 * @param tree the belief tree, null when its panel is off
 */
public record StepView(
        Frame frame,
        PlanFacts facts,
        List<Series> series,
        long step,
        long stepCount,
        String source,
        List<String> damage,
        Set<Layer> layers,
        Look look,
        Panels panels,
        TreeView tree) {

    /** Chooses the camera when the size of the world's viewport is known. */
    @FunctionalInterface
    public interface Look {
        Camera camera(Frame frame, Viewport viewport);
    }

    /** The same with further facts above the others. */
    public StepView withFactsFirst(List<PlanFacts.Fact> first) {
        List<PlanFacts.Fact> all = new ArrayList<>(first);
        all.addAll(facts.facts());
        return new StepView(
                frame,
                new PlanFacts(facts.actions(), facts.ranking(), all),
                series,
                step,
                stepCount,
                source,
                damage,
                layers,
                look,
                panels,
                tree);
    }
}
