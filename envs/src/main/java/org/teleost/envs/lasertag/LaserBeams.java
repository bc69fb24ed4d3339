package org.teleost.envs.lasertag;

import org.teleost.envs.beams.AliasTable;
import org.teleost.envs.beams.ReadingBins;
import org.teleost.envs.tag.Chase;
import org.teleost.random.RandomStream;

/** Eight noisy beams: their lengths by pair of cells, and the law of their readings. */
final class LaserBeams {
    static final int BEAMS = 8;
    private static final int BITS = 7;

    /** Observation where robot and target share a cell. */
    static final long SAME_CELL = (1L << BEAMS * BITS) - 1;

    private static final double DEVIATION = 2.5;
    private static final int LONGEST = 16;
    private static final int[] DX = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final int[] DY = {1, 1, 0, -1, -1, -1, 0, 1};

    private final int cells;

    /** Free cells along each beam, by (robot, target, beam). */
    private final byte[] length;

    /** log P(reading | free cells on the way), by (diagonal, free cells, reading). */
    private final double[] logMass = new double[2 * LONGEST * LONGEST];

    /** The same by (diagonal, free cells), for drawing. */
    private final AliasTable[] draws = new AliasTable[2 * LONGEST];

    LaserBeams(Chase map) {
        cells = map.cells;
        length = new byte[cells * cells * BEAMS];
        for (int robot = 0; robot < cells; robot++) {
            for (int target = 0; target < cells; target++) {
                for (int beam = 0; beam < BEAMS; beam++) {
                    length[(robot * cells + target) * BEAMS + beam] = free(map, robot, target, beam);
                }
            }
        }
        for (int diagonal = 0; diagonal < 2; diagonal++) {
            for (int free = 0; free < LONGEST; free++) {
                double[] masses = new double[LONGEST];
                for (int reading = 0; reading < LONGEST; reading++) {
                    masses[reading] = mass(distance(diagonal, free), reading);
                    logMass[index(diagonal, free, reading)] = Math.log(masses[reading]);
                }
                draws[diagonal * LONGEST + free] = new AliasTable(masses);
            }
        }
    }

    private static byte free(Chase map, int robot, int target, int beam) {
        byte count = 0;
        int x = map.x[robot] + DX[beam];
        int y = map.y[robot] + DY[beam];
        while (map.cell(x, y) >= 0 && map.cell(x, y) != target) {
            count++;
            x += DX[beam];
            y += DY[beam];
        }
        return count;
    }

    private static int index(int diagonal, int free, int reading) {
        return (diagonal * LONGEST + free) * LONGEST + reading;
    }

    /** To the middle of the cell that stops the beam. */
    private static double distance(int diagonal, int free) {
        return diagonal == 0 ? free + 1 : Math.sqrt(2.0) * (free + 1);
    }

    /** P(floor(d - |n|) = reading), everything below 1 reads 0. */
    private static double mass(double d, int reading) {
        double near = reading == 0 ? 1.0 : ReadingBins.within(d - reading, DEVIATION);
        return near - ReadingBins.within(d - reading - 1, DEVIATION);
    }

    long read(int robot, int target, RandomStream stream) {
        if (robot == target) {
            return SAME_CELL;
        }
        long seen = 0;
        for (int beam = 0; beam < BEAMS; beam++) {
            int free = length[(robot * cells + target) * BEAMS + beam];
            seen |= (long) draws[(beam & 1) * LONGEST + free].draw(stream) << beam * BITS;
        }
        return seen;
    }

    double logLikelihood(long seen, int robot, int target) {
        if (seen == SAME_CELL || robot == target) {
            return seen == SAME_CELL && robot == target ? 0.0 : Double.NEGATIVE_INFINITY;
        }
        double sum = 0.0;
        int row = (robot * cells + target) * BEAMS;
        for (int beam = 0; beam < BEAMS; beam++) {
            int reading = reading(seen, beam);
            if (reading >= LONGEST) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += logMass[index(beam & 1, length[row + beam], reading)];
        }
        return sum;
    }

    static int reading(long seen, int beam) {
        return (int) (seen >>> beam * BITS) & (1 << BITS) - 1;
    }
}
