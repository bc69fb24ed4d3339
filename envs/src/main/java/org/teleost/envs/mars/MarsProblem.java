package org.teleost.envs.mars;

import org.teleost.envs.rocks.RockMap;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;

/**
 * MARS(size, rocks); the rocks' cells are redrawn per instance from its seed.
 *
 * @param name name on the command line
 * @param size cells per side
 * @param rocks number of rocks
 * @param steps steps of an episode
 */
public record MarsProblem(String name, int size, int rocks, int steps) implements Problem {

    /** MARS(20, 20). */
    public static MarsProblem small() {
        return new MarsProblem("mars-20", 20, 20, 90);
    }

    @Override
    public String summary() {
        return "MARS(" + size + ", " + rocks + "): two rovers share a rock field of unknown worth";
    }

    @Override
    public int defaultSteps() {
        return steps;
    }

    /** Draws the map: uniform distinct cells, none of them a start. */
    public RockMap map(long seed) {
        int[] starts = {(size / 2 + 1) * size, (size / 2 - 1) * size};
        int[] cells = new int[rocks];
        boolean[] taken = new boolean[size * size];
        taken[starts[0]] = true;
        taken[starts[1]] = true;
        RandomStream stream = new RandomStream(seed);
        for (int i = 0; i < rocks; i++) {
            int cell = stream.nextInt(taken.length);
            while (taken[cell]) {
                cell = stream.nextInt(taken.length);
            }
            taken[cell] = true;
            cells[i] = cell;
        }
        return new RockMap(size, cells, starts);
    }

    /** The model of the map that is drawn from the seed. */
    public Mars model(long seed) {
        return new Mars(name, map(seed));
    }

    @Override
    public Instance instance(long seed) {
        Mars model = model(seed);
        return () -> model;
    }
}
