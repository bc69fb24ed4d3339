package org.teleost.envs.burgers;

import java.util.List;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;

/** Making a Burgers flow follow a moving level with two jets; the package says all of it. */
public record BurgersProblem() implements ControlProblem {
    /** Cells of the periodic line [0, 1). */
    public static final int CELLS = 150;

    public static final double VISCOSITY = 0.01;

    /** Time of one Euler step. */
    public static final double SUBSTEP = 0.001;

    /** Euler steps of one action. */
    public static final int SUBSTEPS = 500;

    /** Actions of one episode: one period of the target. */
    public static final int STEPS = 60;

    public static final float SMALLEST_ACTION = -0.025f;
    public static final float LARGEST_ACTION = 0.075f;

    @Override
    public String name() {
        return "burgers";
    }

    @Override
    public String summary() {
        return "Burgers: two jets make the flow follow a slowly moving level";
    }

    @Override
    public Box observationBox() {
        return Box.unbounded(CELLS);
    }

    @Override
    public Box actionBox() {
        return Box.uniform(BurgersEnvironment.JETS, SMALLEST_ACTION, LARGEST_ACTION);
    }

    @Override
    public int stepLimit() {
        return STEPS;
    }

    @Override
    public List<String> infoNames() {
        return BurgersEnvironment.INFO_NAMES;
    }

    @Override
    public List<Signal> signals() {
        double half = 0.5 / CELLS;
        return List.of(
                Signal.profile("u", "", CELLS, 0, 0.8f, -half, 1 - half),
                Signal.profile("force", "", CELLS, SMALLEST_ACTION, LARGEST_ACTION, -half, 1 - half),
                Signal.scalar("target", "", 0, 1),
                Signal.scalar("time", "", 0, (float) (STEPS * SUBSTEPS * SUBSTEP)));
    }

    @Override
    public Environment newEnvironment() {
        return new BurgersEnvironment();
    }
}
