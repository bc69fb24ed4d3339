package org.teleost.viewer.scene.navigation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.ColorMap;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Probe;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scatter;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.Lanes;
import org.teleost.viewer.source.StepRecord;

/**
 * The map from above, north up: shade is the believed probability of an obstacle, a frame is a true obstacle, a cloud
 * of dots is where the robot believes to be.
 */
final class NavigationScene implements Scene {
    private static final List<String> MOVES = List.of("NW", "N", "NE", "W", "E", "SW", "S", "SE");
    private static final int[] ROWS = {-1, -1, -1, 0, 0, 1, 1, 1};
    private static final int[] COLUMNS = {-1, 0, 1, -1, 1, -1, 0, 1};
    private static final int TRAIL = 60;

    private final Episode episode;

    NavigationScene(Episode episode) {
        this.episode = episode;
    }

    @Override
    public Frame frame(StepRecord step) throws IOException {
        Frame.Builder frame = new Frame.Builder(
                "navigation: through a map that is partly unknown", new Bounds(-0.3, -0.3, 13.3, 13.3));
        frame.probe(Probe.place(new Bounds(0, 0, MapBits.SIZE, MapBits.SIZE)));
        drawMap(frame, step);
        drawTrail(frame, step);
        drawRobotBelief(frame, step.belief());
        drawRobot(frame, step);
        legend(frame);
        return frame.caption("the robot " + words(step) + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private static double x(double column) {
        return column + 0.5;
    }

    private static double y(double row) {
        return MapBits.SIZE - 0.5 - row;
    }

    private static void drawMap(Frame.Builder frame, StepRecord step) {
        Bounds all = new Bounds(0, 0, MapBits.SIZE, MapBits.SIZE);
        frame.add(Layer.MAP, new Shape.Rectangle(all, Palette.GROUND, 0, 0));
        if (step.belief() != null) {
            frame.add(
                    Layer.BELIEF,
                    new Shape.Field(
                            all, MapBits.SIZE, MapBits.SIZE, probabilities(step.belief()), ColorMap.SHADE, 0, 1));
        }
        for (int i = 0; i <= MapBits.SIZE; i++) {
            frame.add(Layer.MAP, new Shape.Polyline(new double[] {i, 0, i, MapBits.SIZE}, Palette.GRID, 1));
            frame.add(Layer.MAP, new Shape.Polyline(new double[] {0, i, MapBits.SIZE, i}, Palette.GRID, 1));
        }
        double goalX = x(MapBits.GOAL_COLUMN);
        double goalY = y(MapBits.GOAL_ROW);
        Bounds goal = new Bounds(goalX - 0.5, goalY - 0.5, goalX + 0.5, goalY + 0.5);
        frame.add(Layer.MAP, new Shape.Rectangle(goal, Rgba.withOpacity(Palette.GOAL, 0.5), Palette.GOAL, 2));
        frame.add(Layer.MAP, new Shape.Label(goalX, goalY, "goal", 14, Anchor.CENTER, Palette.TEXT));
        drawTrueObstacles(frame, step.state());
    }

    private static float[] probabilities(BeliefRecord belief) {
        float[] values = new float[MapBits.SIZE * MapBits.SIZE];
        for (int row = 0; row < MapBits.SIZE; row++) {
            for (int column = 0; column < MapBits.SIZE; column++) {
                int fromBottom = MapBits.SIZE - 1 - row;
                values[fromBottom * MapBits.SIZE + column] = (float) MapBits.obstacleProbability(belief, row, column);
            }
        }
        return values;
    }

    private static void drawTrueObstacles(Frame.Builder frame, Lanes state) {
        if (state.isEmpty()) {
            return;
        }
        for (int row = 0; row < MapBits.SIZE; row++) {
            for (int column = 0; column < MapBits.SIZE; column++) {
                if (MapBits.isObstacle(state, row, column)) {
                    double x = x(column);
                    double y = y(row);
                    Bounds cell = new Bounds(x - 0.42, y - 0.42, x + 0.42, y + 0.42);
                    frame.add(Layer.TRUTH, new Shape.Rectangle(cell, 0, Palette.BAD, 2.5));
                }
            }
        }
    }

    private void drawTrail(Frame.Builder frame, StepRecord step) throws IOException {
        List<Double> points = new ArrayList<>();
        for (long t = Math.max(0, step.t() - TRAIL); t <= step.t(); t++) {
            Optional<StepRecord> earlier = t == step.t() ? Optional.of(step) : episode.step(t);
            if (earlier.isPresent() && !earlier.get().state().isEmpty()) {
                int robot = earlier.get().state().integer("robot");
                points.add(x(MapBits.column(robot)));
                points.add(y(MapBits.row(robot)));
            }
        }
        if (points.size() > 2) {
            double[] line = points.stream().mapToDouble(Double::doubleValue).toArray();
            frame.add(Layer.TRUTH, new Shape.Polyline(line, Rgba.mix(Palette.GROUND, Palette.ROBOT, 0.5), 3));
        }
    }

    private static void drawRobotBelief(Frame.Builder frame, BeliefRecord belief) {
        if (belief == null || belief.count() == 0) {
            return;
        }
        double[] robot = belief.column("robot");
        float[] xs = new float[robot.length];
        float[] ys = new float[robot.length];
        int[] colors = new int[robot.length];
        for (int i = 0; i < robot.length; i++) {
            xs[i] = (float) (x(MapBits.column((int) robot[i])) + 0.8 * Scatter.x(i));
            ys[i] = (float) (y(MapBits.row((int) robot[i])) + 0.8 * Scatter.y(i));
        }
        Arrays.fill(colors, Rgba.withOpacity(Palette.SECOND, 0.7));
        frame.add(Layer.BELIEF, new Shape.Points(xs, ys, colors, 1.5, true));
    }

    private static void drawRobot(Frame.Builder frame, StepRecord step) {
        if (step.state().isEmpty()) {
            return;
        }
        int robot = step.state().integer("robot");
        double x = x(MapBits.column(robot));
        double y = y(MapBits.row(robot));
        frame.add(Layer.TRUTH, new Shape.Disc(x, y, 0.26, Palette.ROBOT, Palette.BACKGROUND, 2));
        int move = MOVES.indexOf(step.actionText());
        if (move >= 0) {
            double dx = COLUMNS[move];
            double dy = -ROWS[move];
            double start = 0.26 / Math.hypot(dx, dy);
            frame.add(
                    Layer.ACTION,
                    new Shape.Arrow(x + start * dx, y + start * dy, x + 0.95 * dx, y + 0.95 * dy, Palette.ACTION, 4.5));
        }
        drawReadings(frame, step);
    }

    /** The sensor reads after the move, around the new place. */
    private static void drawReadings(Frame.Builder frame, StepRecord step) {
        if (step.nextState().isEmpty() || !step.observationText().startsWith("obstacle:")) {
            return;
        }
        int robot = step.nextState().integer("robot");
        String[] words = step.observationText().split(" ", -1);
        for (int i = 0; i < MOVES.size(); i++) {
            if (Arrays.asList(words).contains(MOVES.get(i))) {
                double x = x(MapBits.column(robot) + COLUMNS[i]);
                double y = y(MapBits.row(robot) + ROWS[i]);
                Bounds mark = new Bounds(x - 0.16, y - 0.16, x + 0.16, y + 0.16);
                frame.add(Layer.ACTION, new Shape.Rectangle(mark, Palette.ACTION, Palette.BACKGROUND, 1.5));
            }
        }
    }

    private static String words(StepRecord step) {
        String action = step.actionText().equals("STAY") ? "stays" : "goes " + step.actionText();
        return action + ", then reads "
                + (step.observationText().isEmpty()
                        ? "nothing"
                        : step.observationText().replace(":", "s:"));
    }

    private static void legend(Frame.Builder frame) {
        frame.legend(Mark.SHADE, Palette.BELIEF, "believed: P(obstacle) from 0 to 1");
        frame.legend(Mark.DOTS, Palette.SECOND, "believed: where the robot is, a dot per particle");
        frame.legend(Mark.BOX, Palette.BAD, "true: obstacle");
        frame.legend(Mark.DISC, Palette.ROBOT, "true: robot and its way");
        frame.legend(Mark.ARROW, Palette.ACTION, "moves");
        frame.legend(Mark.SQUARE, Palette.ACTION, "sensor reads an obstacle after the move");
    }
}
