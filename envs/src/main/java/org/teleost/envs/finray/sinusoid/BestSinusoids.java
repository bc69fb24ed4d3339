package org.teleost.envs.finray.sinusoid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.teleost.envs.finray.scoring.Objective;

/** The best sinusoid for each objective, as a search has found them. */
public final class BestSinusoids {
    private BestSinusoids() {}

    /** At Re 1000 on 32 cells per length: {@code teleost finray grid --refine 3}. */
    public static Map<Objective, Sinusoid> standard() {
        Map<Objective, Sinusoid> best = new EnumMap<>(Objective.class);
        best.put(Objective.THRUST, new Sinusoid(0.6, 56.25, 1));
        best.put(Objective.EFFICIENCY, new Sinusoid(0.24, 116.25, 1));
        best.put(Objective.BALANCED, new Sinusoid(0.525, 75.0, 1));
        return best;
    }

    /**
     * Reads {@code best.csv} of a search: a header, then lines that begin with objective, multiple, amplitude, phase.
     *
     * @throws IllegalArgumentException if it is not such a file or an objective is missing
     */
    public static Map<Objective, Sinusoid> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "no best sinusoids: file=" + file + "; name the folder of a finished 'teleost finray grid'", e);
        }
        Map<Objective, Sinusoid> best = new EnumMap<>(Objective.class);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] fields = line.split(",", -1);
            for (Objective objective : Objective.values()) {
                if (objective.label().equals(fields[0])) {
                    best.put(objective, sinusoid(file, line, fields));
                }
            }
        }
        if (best.size() < Objective.values().length) {
            throw new IllegalArgumentException("best sinusoids are incomplete: file=" + file + " found=" + best.keySet()
                    + "; run 'teleost finray grid' on cells that give the ray thrust");
        }
        return best;
    }

    private static Sinusoid sinusoid(Path file, String line, String[] fields) {
        try {
            return new Sinusoid(
                    Double.parseDouble(fields[2]), Double.parseDouble(fields[3]), Integer.parseInt(fields[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "not a line of best sinusoids: file=" + file + " line='" + line
                            + "'; it begins with objective,multiple,amplitude,phase",
                    e);
        }
    }
}
