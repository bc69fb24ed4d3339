package org.teleost.envs.rocksample;

import java.util.List;
import org.teleost.envs.rocks.RockMap;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/**
 * One of the published RockSample maps; nothing about the map is random.
 *
 * @param name name on the command line
 * @param size cells per side
 * @param start cell y * size + x of the rover
 * @param rocks cell of each rock
 */
public record RockSampleProblem(String name, int size, int start, int[] rocks) implements Problem {
    private static final int STEPS = 90;

    /** The six maps of the literature. */
    public static List<RockSampleProblem> published() {
        return List.of(
                map("rocksample-4-4", 4, "0,2", "3,1 2,1 1,3 1,0"),
                map("rocksample-5-5", 5, "0,2", "2,4 0,4 3,3 2,2 4,1"),
                map("rocksample-5-7", 5, "0,2", "1,0 2,1 1,2 2,2 4,2 0,3 3,4"),
                map("rocksample-7-8", 7, "0,3", "2,0 0,1 3,1 6,3 2,4 3,4 5,5 1,6"),
                map("rocksample-11-11", 11, "0,5", "0,3 0,7 1,8 2,4 3,3 3,8 4,3 5,8 6,1 9,3 9,9"),
                map(
                        "rocksample-15-15",
                        15,
                        "0,7",
                        "0,4 0,8 1,10 3,5 4,4 4,10 5,3 7,10 7,1 14,5 11,12 12,2 2,6 6,14 9,11"));
    }

    private static RockSampleProblem map(String name, int size, String start, String rocks) {
        return new RockSampleProblem(name, size, cells(size, start)[0], cells(size, rocks));
    }

    /** Cells of "x,y x,y ...". */
    private static int[] cells(int size, String text) {
        String[] places = text.split("[ ,]", -1);
        int[] cells = new int[places.length / 2];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Integer.parseInt(places[2 * i + 1]) * size + Integer.parseInt(places[2 * i]);
        }
        return cells;
    }

    @Override
    public String summary() {
        return "RockSample(" + size + ", " + rocks.length + "): one rover decides which rocks to check and sample";
    }

    @Override
    public int defaultSteps() {
        return STEPS;
    }

    /** The model of this map. */
    public RockSample model() {
        return new RockSample(name, new RockMap(size, rocks, new int[] {start}));
    }

    @Override
    public Instance instance(long seed) {
        RockSample model = model();
        return () -> model;
    }
}
