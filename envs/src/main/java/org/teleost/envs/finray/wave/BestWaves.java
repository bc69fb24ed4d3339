package org.teleost.envs.finray.wave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.teleost.envs.finray.scoring.Objective;

/** The best wave of each family for each objective, as a search has found them. */
public final class BestWaves {
    private BestWaves() {}

    /** At Re 1000 on 32 cells per length: {@code teleost finray waves --evaluations 64}. */
    public static Map<Objective, List<Wave>> standard() {
        Map<Objective, List<Wave>> best = new EnumMap<>(Objective.class);
        best.put(
                Objective.THRUST,
                List.of(
                        Wave.parse("clipped:3.5356;61.0313"),
                        Wave.parse("trapezoid:3.6473;55.6127"),
                        Wave.parse("harmonics:0.6264;1.1697;0.5763;0.1599;-0.2016;-0.2032")));
        best.put(
                Objective.EFFICIENCY,
                List.of(
                        Wave.parse("clipped:0.2336;117.2088"),
                        Wave.parse("trapezoid:0.2874;116.7204"),
                        Wave.parse("harmonics:-0.1068;0.2078;0.0000;0.0000;0.0000;0.0000")));
        return best;
    }

    /**
     * Reads {@code waves.csv} of a search: a header, then lines that begin with objective and the wave's text.
     *
     * @throws IllegalArgumentException if it is not such a file
     */
    public static Map<Objective, List<Wave>> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "no best waves: file=" + file + "; name the folder of a finished 'teleost finray waves'", e);
        }
        Map<Objective, List<Wave>> best = new EnumMap<>(Objective.class);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] fields = line.split(",", -1);
            for (Objective objective : Objective.values()) {
                if (fields.length > 1 && objective.label().equals(fields[0])) {
                    best.computeIfAbsent(objective, absent -> new ArrayList<>()).add(Wave.parse(fields[1]));
                }
            }
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException("there are no waves in " + file + "; run 'teleost finray waves' again");
        }
        return best;
    }
}
