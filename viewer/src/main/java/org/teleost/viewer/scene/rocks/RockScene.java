package org.teleost.viewer.scene.rocks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;

/**
 * A rock field from above: each rock a box that is filled as high as the robot believes it good, framed by what it
 * truly is; rovers with the way they came, and what they do now.
 */
final class RockScene implements Scene {
    private static final int TRAIL = 16;
    private static final int[] ROVER_COLORS = {Palette.ROBOT, Palette.SECOND};
    private static final int UNKNOWN = Palette.OBSTACLE;

    private final Episode episode;
    private final RockField field;
    private final int rovers;

    RockScene(Episode episode, RockField field, int rovers) {
        this.episode = episode;
        this.field = field;
        this.rovers = rovers;
    }

    @Override
    public Frame frame(StepRecord step) throws IOException {
        int size = field.size();
        Frame.Builder frame = new Frame.Builder(title(), new Bounds(-0.3, -0.3, size + strip() + 0.3, size + 0.3));
        frame.probe(Probe.place(new Bounds(0, 0, size, size)));
        drawMap(frame);
        for (int rover = 0; rover < rovers; rover++) {
            drawTrail(frame, step, rover);
        }
        for (int rock = 0; rock < field.cells().length; rock++) {
            drawRock(frame, step, rock);
        }
        StringBuilder caption = new StringBuilder();
        for (int rover = 0; rover < rovers; rover++) {
            String words = drawRover(frame, step, rover);
            caption.append(rover > 0 ? "; " : "").append(words);
        }
        caption.append("; reward ").append(PlanFacts.number(step.reward()));
        legend(frame);
        return frame.caption(caption.toString()).build();
    }

    /** Width of the exit beyond the east side, wide enough for the word. */
    private double strip() {
        return Math.max(0.7, 0.08 * field.size());
    }

    private String title() {
        return episode.info().problem() + ": which of the " + field.cells().length + " rocks are good?";
    }

    private void drawMap(Frame.Builder frame) {
        int size = field.size();
        Bounds ground = new Bounds(0, 0, size, size);
        frame.add(Layer.MAP, new Shape.Rectangle(ground, Palette.GROUND, Palette.GRID, 1));
        for (int i = 1; i < size; i++) {
            frame.add(Layer.MAP, new Shape.Polyline(new double[] {i, 0, i, size}, Palette.GRID, 1));
            frame.add(Layer.MAP, new Shape.Polyline(new double[] {0, i, size, i}, Palette.GRID, 1));
        }
        Bounds exit = new Bounds(size, 0, size + strip(), size);
        frame.add(Layer.MAP, new Shape.Rectangle(exit, Rgba.withOpacity(Palette.GOAL, 0.25), 0, 0));
        frame.add(
                Layer.MAP,
                new Shape.Label(exit.centerX(), exit.centerY(), "exit", 13, Anchor.CENTER, Palette.GOAL, strip()));
    }

    private void drawRock(Frame.Builder frame, StepRecord step, int rock) {
        int cell = field.cells()[rock];
        Bounds box = new Bounds(field.x(cell), field.y(cell), field.x(cell) + 1.0, field.y(cell) + 1.0).expanded(-0.1);
        double good = probability(step, rock);
        frame.add(Layer.MAP, new Shape.Rectangle(box, Palette.BACKGROUND, 0, 0));
        if (good > 0.005) {
            Bounds level = new Bounds(box.minX(), box.minY(), box.maxX(), box.minY() + good * box.height());
            frame.add(Layer.BELIEF, new Shape.Rectangle(level, Rgba.withOpacity(Palette.BELIEF, 0.85), 0, 0));
        }
        int truth = step.state().isEmpty() ? UNKNOWN : isGood(step.state(), rock) ? Palette.GOOD : Palette.BAD;
        frame.add(Layer.TRUTH, new Shape.Rectangle(box, 0, truth, field.size() > 30 ? 1.5 : 3));
        if (field.size() <= 12) {
            label(frame, Layer.MAP, box.centerX(), box.maxY() - 0.2, "rock " + rock);
            label(frame, Layer.BELIEF, box.centerX(), box.minY() + 0.18, Math.round(100 * good) + " %");
        } else {
            label(frame, Layer.MAP, box.centerX(), box.centerY(), Integer.toString(rock));
        }
    }

    /** Text inside a cell. */
    private static void label(Frame.Builder frame, Layer layer, double x, double y, String text) {
        frame.add(layer, new Shape.Label(x, y, text, 12, Anchor.CENTER, Palette.TEXT, 0.8));
    }

    /** The exact marginal from the history lanes, else the share of the particles, else the prior. */
    private static double probability(StepRecord step, int rock) {
        String lane = "logOdds" + rock;
        Lanes history = step.belief() == null ? step.state() : step.belief().history();
        if (history.has(lane)) {
            return 1.0 / (1.0 + Math.exp(-history.value(lane)));
        }
        return step.belief() == null ? 0.5 : step.belief().bitProbability(rockLane(step.state(), rock), rock & 31);
    }

    private static boolean isGood(Lanes state, int rock) {
        return (state.integer(rockLane(state, rock)) >>> rock & 1) != 0;
    }

    /** RockSample has one lane of bits, MARS numbers them. */
    private static String rockLane(Lanes state, int rock) {
        return state.has("rocks") ? "rocks" : "rocks" + (rock >>> 5);
    }

    private static int cell(Lanes state, int rover) {
        if (state.has("cell")) {
            return state.integer("cell");
        }
        int cells = state.integer("cells");
        return rover == 0 ? cells & 0xFFFF : cells >>> 16;
    }

    private void drawTrail(Frame.Builder frame, StepRecord step, int rover) throws IOException {
        List<Double> points = new ArrayList<>();
        for (long t = Math.max(0, step.t() - TRAIL); t <= step.t(); t++) {
            Optional<StepRecord> earlier = t == step.t() ? Optional.of(step) : episode.step(t);
            if (earlier.isPresent() && !earlier.get().state().isEmpty()) {
                int cell = cell(earlier.get().state(), rover);
                if (!field.isGone(cell)) {
                    points.add(field.x(cell) + 0.5);
                    points.add(field.y(cell) + 0.5);
                }
            }
        }
        if (points.size() > 2) {
            double[] line = points.stream().mapToDouble(Double::doubleValue).toArray();
            frame.add(Layer.TRUTH, new Shape.Polyline(line, Rgba.mix(Palette.GROUND, ROVER_COLORS[rover], 0.45), 3));
        }
    }

    /** Draws the rover and its action; returns the action in words. */
    private String drawRover(Frame.Builder frame, StepRecord step, int rover) {
        String name = rovers == 1 ? "the rover " : "rover " + (rover + 1) + " ";
        if (step.state().isEmpty()) {
            return name + "is somewhere: no true state was recorded";
        }
        int cell = cell(step.state(), rover);
        if (field.isGone(cell)) {
            return name + "has left";
        }
        double x = field.x(cell) + 0.5;
        double y = field.y(cell) + 0.5;
        RoverAction action = RoverAction.of(step.actionText(), step.observationText(), rover);
        if (action.rock() >= 0 && action.rock() < field.cells().length) {
            drawBeam(frame, x, y, action);
        }
        frame.add(
                Layer.TRUTH,
                new Shape.Disc(x, y, 0.36, ROVER_COLORS[rover], Palette.BACKGROUND, field.size() > 30 ? 1 : 2));
        if (rovers > 1) {
            String digit = Integer.toString(rover + 1);
            frame.add(Layer.TRUTH, new Shape.Label(x, y, digit, 13, Anchor.CENTER, Palette.BACKGROUND, 0.7));
        }
        if (action.moves()) {
            double width = field.size() > 30 ? 3 : 4;
            frame.add(
                    Layer.ACTION,
                    new Shape.Arrow(
                            x + 0.36 * action.dx(),
                            y + 0.36 * action.dy(),
                            x + 1.1 * action.dx(),
                            y + 1.1 * action.dy(),
                            Palette.ACTION,
                            width));
        } else if (action.verb().equals("sample")) {
            frame.add(Layer.ACTION, new Shape.Disc(x, y, 0.62, 0, Palette.ACTION, 4));
        }
        return name + action.words();
    }

    private void drawBeam(Frame.Builder frame, double x, double y, RoverAction action) {
        int cell = field.cells()[action.rock()];
        double toX = field.x(cell) + 0.5;
        double toY = field.y(cell) + 0.5;
        frame.add(Layer.ACTION, new Shape.Polyline(new double[] {x, y, toX, toY}, Palette.ACTION, 2.5));
        int reading = action.seen().equals("good") ? Palette.GOOD : Palette.BAD;
        frame.add(Layer.ACTION, new Shape.Disc(toX, toY, 0.7, 0, Palette.ACTION, 3));
        frame.add(Layer.ACTION, new Shape.Disc(toX + 0.5, toY + 0.5, 0.2, reading, Palette.BACKGROUND, 1.5));
    }

    private void legend(Frame.Builder frame) {
        frame.legend(Mark.LEVEL, Palette.BELIEF, "believed: height = P(rock is good)");
        frame.legend(Mark.BOX, Palette.GOOD, "true: good rock");
        frame.legend(Mark.BOX, Palette.BAD, "true: bad rock");
        if (rovers == 1) {
            frame.legend(Mark.DISC, Palette.ROBOT, "rover and its way");
        } else {
            frame.legend(Mark.DISC, ROVER_COLORS[0], "rover 1 and its way");
            frame.legend(Mark.DISC, ROVER_COLORS[1], "rover 2 and its way");
        }
        frame.legend(Mark.ARROW, Palette.ACTION, "moves");
        frame.legend(Mark.RING, Palette.ACTION, "samples, or senses along a beam");
        frame.legend(Mark.DISC, Palette.GOOD, "reading says good");
        frame.legend(Mark.DISC, Palette.BAD, "reading says bad");
    }
}
