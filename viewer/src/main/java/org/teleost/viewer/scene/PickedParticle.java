package org.teleost.viewer.scene;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.source.BeliefRecord;

/**
 * A particle that the user points at.
 *
 * @param index among the recorded particles
 * @param x world place
 * @param y world place
 */
public record PickedParticle(int index, double x, double y) {
    private static final double REACH_PIXELS = 9;
    private static final int MOST_LANES = 12;

    /** The nearest particle to a pixel, null when none is near. */
    public static PickedParticle at(Frame frame, Camera camera, double px, double py) {
        PickedParticle best = null;
        double least = REACH_PIXELS * REACH_PIXELS;
        for (Frame.Drawn drawn : frame.shapes()) {
            if (drawn.shape() instanceof Shape.Points points && points.particles()) {
                for (int i = 0; i < points.xs().length; i++) {
                    double dx = camera.pixelX(points.xs()[i]) - px;
                    double dy = camera.pixelY(points.ys()[i]) - py;
                    if (dx * dx + dy * dy < least) {
                        least = dx * dx + dy * dy;
                        best = new PickedParticle(i, points.xs()[i], points.ys()[i]);
                    }
                }
            }
        }
        return best;
    }

    /**
     * What is known of it, for the panel.
     *
     * @param text the particle in its model's words, empty when unknown
     */
    public List<Fact> facts(BeliefRecord belief, String text) {
        List<Fact> facts = new ArrayList<>();
        if (belief == null || index >= belief.count()) {
            return facts;
        }
        facts.add(new Fact(Tone.HEADING, "Particle " + index, "of " + belief.count() + " recorded"));
        facts.add(new Fact(Tone.PLAIN, "weight", PlanFacts.number(100 * belief.weights()[index]) + " %"));
        if (!text.isEmpty()) {
            facts.add(new Fact(Tone.PLAIN, "state", text));
        }
        belief.particle(index).values().entrySet().stream()
                .limit(MOST_LANES)
                .forEach(lane -> facts.add(new Fact(Tone.PLAIN, lane.getKey(), PlanFacts.number(lane.getValue()))));
        int lanes = belief.particle(index).values().size();
        if (lanes > MOST_LANES) {
            facts.add(new Fact(Tone.PLAIN, "further lanes", PlanFacts.count(lanes - MOST_LANES)));
        }
        return facts;
    }
}
