package org.teleost.viewer.scene.chase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.teleost.problem.Instance;
import org.teleost.viewer.source.Instances;
import org.teleost.viewer.source.Lanes;

/** Where the cells of a chase lie, as the model's own texts say. */
final class Cells {
    private static final Pattern PLACE = Pattern.compile("robot=\\((\\d+),(\\d+)\\)");
    private static final int MOST = 1000;

    private final List<int[]> places = new ArrayList<>();

    Cells(Instance instance) {
        for (int cell = 0; cell < MOST; cell++) {
            Lanes lanes = new Lanes(Map.of("robot", (double) cell, "target", (double) cell));
            Matcher matcher;
            try {
                matcher = PLACE.matcher(Instances.stateText(instance, lanes));
            } catch (RuntimeException e) {
                // the first number that is no cell
                return;
            }
            if (!matcher.find()) {
                return;
            }
            places.add(new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))});
        }
    }

    int count() {
        return places.size();
    }

    int x(int cell) {
        return places.get(cell)[0];
    }

    int y(int cell) {
        return places.get(cell)[1];
    }

    int width() {
        return 1 + places.stream().mapToInt(place -> place[0]).max().orElse(0);
    }

    int height() {
        return 1 + places.stream().mapToInt(place -> place[1]).max().orElse(0);
    }
}
