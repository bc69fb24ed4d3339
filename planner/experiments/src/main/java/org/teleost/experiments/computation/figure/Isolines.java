package org.teleost.experiments.computation.figure;

import java.awt.geom.Path2D;

/**
 * Lines of equal value on a rectangular grid: a straight piece across each cell between linear crossings of its sides.
 */
final class Isolines {
    private Isolines() {}

    /** The line of {@code level} in the coordinates of {@code x} and {@code y}; cells with a NaN have none. */
    static Path2D of(double[] x, double[] y, double[][] values, double level) {
        Path2D path = new Path2D.Double();
        double[] crossings = new double[8];
        for (int j = 0; j + 1 < y.length; j++) {
            for (int i = 0; i + 1 < x.length; i++) {
                double[] corners = {values[j][i], values[j][i + 1], values[j + 1][i + 1], values[j + 1][i]};
                double[] cornerX = {x[i], x[i + 1], x[i + 1], x[i]};
                double[] cornerY = {y[j], y[j], y[j + 1], y[j + 1]};
                int count = 0;
                for (int side = 0; side < 4; side++) {
                    int next = (side + 1) % 4;
                    if (corners[side] < level != corners[next] < level) {
                        double part = (level - corners[side]) / (corners[next] - corners[side]);
                        crossings[2 * count] = cornerX[side] + part * (cornerX[next] - cornerX[side]);
                        crossings[2 * count + 1] = cornerY[side] + part * (cornerY[next] - cornerY[side]);
                        count++;
                    }
                }
                add(path, crossings, count, corners, level);
            }
        }
        return path;
    }

    private static void add(Path2D path, double[] crossings, int count, double[] corners, double level) {
        double centre = 0.25 * (corners[0] + corners[1] + corners[2] + corners[3]);
        if (count < 2 || Double.isNaN(centre)) {
            return;
        }
        // a saddle has four crossings: its centre says which sides belong together
        boolean turned = count == 4 && centre < level == corners[0] < level;
        for (int piece = 0; piece + 1 < count; piece += 2) {
            int from = 2 * (turned ? piece : piece + 1) % (2 * count);
            int to = 2 * (turned ? piece + 1 : piece + 2) % (2 * count);
            path.moveTo(crossings[from], crossings[from + 1]);
            path.lineTo(crossings[to], crossings[to + 1]);
        }
    }
}
