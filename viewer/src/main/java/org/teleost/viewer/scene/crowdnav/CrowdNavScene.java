package org.teleost.viewer.scene.crowdnav;

import java.io.IOException;
import java.util.Optional;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Probe;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;

/**
 * The crowd from above, with x to the right and y, the east, downwards, so that nothing is mirrored; a pedestrian's
 * fill is its inferred type, the ring of a tracked one its true type.
 */
final class CrowdNavScene implements Scene {
    private static final int CURIOUS = Rgba.opaque(0xE69F00);
    private static final int SHY = Rgba.opaque(0x56B4E9);
    private static final int UNKNOWN = Rgba.opaque(0x6B7480);
    private static final double REACTION_RADIUS = 4.0;
    private static final double COLLISION_RADIUS = 1.0;
    private static final double CLOSE = 9.0;

    private final CrowdReplay replay;

    CrowdNavScene(CrowdReplay replay) {
        this.replay = replay;
    }

    @Override
    public Frame frame(StepRecord step) throws IOException {
        Frame.Builder frame = new Frame.Builder(
                "crowdnav: from left to right through people of unknown mood", new Bounds(-0.5, -20.5, 53.5, 20.5));
        frame.probe(Probe.place(new Bounds(0, -20, 50, 20)));
        frame.add(Layer.MAP, new Shape.Rectangle(new Bounds(0, -20, 50, 20), Palette.GROUND, Palette.GRID, 1.5));
        frame.add(
                Layer.MAP, new Shape.Rectangle(new Bounds(50, -20, 53, 20), Rgba.withOpacity(Palette.GOAL, 0.3), 0, 0));
        frame.add(Layer.MAP, new Shape.Label(51.5, 0, "goal", 13, Anchor.CENTER, Palette.GOAL));
        drawCrowd(frame, step);
        if (!step.state().isEmpty()) {
            drawRobot(frame, step);
            drawTracked(frame, step);
        }
        legend(frame);
        return frame.caption("the robot " + words(step) + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private void drawCrowd(Frame.Builder frame, StepRecord step) throws IOException {
        Optional<CrowdReplay.Crowd> crowd = replay.at(step);
        if (crowd.isEmpty()) {
            frame.note("only the six tracked pedestrians were recorded; the others need the problem and its seeds");
            return;
        }
        int count = crowd.get().size();
        float[] xs = new float[count];
        float[] ys = new float[count];
        int[] colors = new int[count];
        for (int i = 0; i < count; i++) {
            xs[i] = crowd.get().places()[i];
            ys[i] = -crowd.get().places()[count + i];
            float curious = crowd.get().curious()[i];
            colors[i] = Float.isNaN(curious) ? UNKNOWN : Rgba.withOpacity(typeColor(curious), 0.8);
        }
        frame.add(Layer.BELIEF, new Shape.Points(xs, ys, colors, 4));
    }

    private static int typeColor(double curious) {
        return curious < 0.5 ? Rgba.mix(SHY, UNKNOWN, 2 * curious) : Rgba.mix(UNKNOWN, CURIOUS, 2 * curious - 1);
    }

    private static void drawTracked(Frame.Builder frame, StepRecord step) {
        Lanes state = step.state();
        for (int slot = 0; slot < CrowdReplay.TRACKED; slot++) {
            double x = state.value("x" + slot);
            double y = -state.value("y" + slot);
            boolean curious = (state.integer("curious") >>> slot & 1) != 0;
            if (step.belief() != null) {
                int fill = typeColor(step.belief().bitProbability("curious", slot));
                frame.add(Layer.BELIEF, new Shape.Disc(x, y, 0.34, fill, 0, 0));
            }
            frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.55, 0, curious ? CURIOUS : SHY, 2.5));
            // the observation names pedestrians by their slot
            String name = Integer.toString(slot);
            frame.add(Layer.ACTION, new Shape.Label(x + 0.75, y + 0.75, name, 12, Anchor.CENTER, Palette.TEXT));
        }
    }

    private static void drawRobot(Frame.Builder frame, StepRecord step) {
        double x = step.state().value("robotX");
        double y = -step.state().value("robotY");
        frame.focus(new Bounds(x - CLOSE, y - CLOSE, x + CLOSE, y + CLOSE));
        frame.add(
                Layer.MAP,
                new Shape.Disc(x, y, REACTION_RADIUS, Rgba.withOpacity(Palette.ROBOT, 0.05), Palette.GRID, 1.5));
        frame.add(Layer.MAP, new Shape.Disc(x, y, COLLISION_RADIUS, 0, Rgba.withOpacity(Palette.BAD, 0.9), 1.5));
        frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.5, Palette.ROBOT, Palette.BACKGROUND, 2));
        // the problem's north is the direction of travel, x; east is y, to the right of it
        switch (step.actionText()) {
            case "N" -> drawMove(frame, x, y, 1, 0);
            case "S" -> drawMove(frame, x, y, -1, 0);
            case "E" -> drawMove(frame, x, y, 0, -1);
            case "W" -> drawMove(frame, x, y, 0, 1);
            case "YELL" -> {
                for (int ring = 1; ring <= 3; ring++) {
                    frame.add(Layer.ACTION, new Shape.Disc(x, y, 0.5 + 0.7 * ring, 0, Palette.ACTION, 2.5));
                }
            }
            default -> {
                // nothing was executed
            }
        }
    }

    private static void drawMove(Frame.Builder frame, double x, double y, double dx, double dy) {
        frame.add(
                Layer.ACTION,
                new Shape.Arrow(x + 0.5 * dx, y + 0.5 * dy, x + 2.2 * dx, y + 2.2 * dy, Palette.ACTION, 4));
    }

    private static String words(StepRecord step) {
        String heard = step.observationText().replace("closer:", "coming closer:");
        return switch (step.actionText()) {
            case "N" -> "advances; " + heard;
            case "S" -> "retreats; " + heard;
            case "E" -> "sidesteps right; " + heard;
            case "W" -> "sidesteps left; " + heard;
            case "YELL" -> "yells; " + heard;
            default -> "waits";
        };
    }

    private static void legend(Frame.Builder frame) {
        frame.legend(Mark.DISC, CURIOUS, "believed: curious, comes closer");
        frame.legend(Mark.DISC, SHY, "believed: shy, steps back");
        frame.legend(Mark.DISC, UNKNOWN, "believed: nothing known");
        frame.legend(Mark.RING, CURIOUS, "tracked by number, truly curious");
        frame.legend(Mark.RING, SHY, "tracked, truly shy");
        frame.legend(Mark.DISC, Palette.ROBOT, "robot, with collision and reaction radius");
        frame.legend(Mark.ARROW, Palette.ACTION, "moves; rings: yells");
    }
}
