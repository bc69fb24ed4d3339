package org.teleost.tutorial;

import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Probe;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.StepRecord;

/** How the corridor of {@link WetFloor} looks: docs/viewer.md shows this file. */
public final class WetFloorScene implements SceneAdapter {
    private static final Bounds CORRIDOR = new Bounds(0, 0, WetFloor.GOAL + 1, 1);

    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().equals("wet-floor");
    }

    @Override
    public Scene open(Episode episode) {
        return WetFloorScene::frame;
    }

    /** World units are cells; the belief is a column per cell, as high as it is probably wet. */
    private static Frame frame(StepRecord step) {
        Frame.Builder frame = new Frame.Builder("wet floor: deliver without slipping", CORRIDOR.expanded(0.3));
        frame.add(Layer.MAP, new Shape.Rectangle(CORRIDOR, Palette.GROUND, Palette.GRID, 1.5));
        frame.add(Layer.MAP, new Shape.Rectangle(new Bounds(WetFloor.GOAL, 0, 9, 1), 0, Palette.GOAL, 3));
        if (step.belief() != null) {
            for (int cell = 1; cell < WetFloor.GOAL; cell++) {
                double wet = wet(step, cell);
                Bounds column = new Bounds(cell + 0.1, 0, cell + 0.9, Math.max(0.01, wet));
                frame.add(Layer.BELIEF, new Shape.Rectangle(column, Rgba.withOpacity(Palette.BELIEF, 0.7), 0, 0));
                String words = "cell " + cell + ": wet with " + PlanFacts.percent(wet);
                frame.probe(new Probe(new Bounds(cell, 0, cell + 1, 1), (x, y) -> words));
            }
        }
        double robot = step.state().value("cell") + 0.5;
        frame.add(Layer.TRUTH, new Shape.Disc(robot, 0.5, 0.3, Palette.ROBOT, Palette.BACKGROUND, 2));
        frame.legend(Mark.LEVEL, Palette.BELIEF, "believed: height = P(wet)");
        frame.legend(Mark.DISC, Palette.ROBOT, "true: robot");
        return frame.caption(step.actionText() + "; reward " + PlanFacts.number(step.reward()))
                .build();
    }

    private static double wet(StepRecord step, int cell) {
        double[] patches = step.belief().column("patch");
        double sum = 0.0;
        for (int i = 0; i < patches.length; i++) {
            sum += patches[i] == cell ? step.belief().weights()[i] : 0.0;
        }
        return sum;
    }
}
