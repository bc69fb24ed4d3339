package org.teleost.viewer.scene.tabular;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.source.EpisodeInfo;

/**
 * What a recording says of its table. The keys are those that {@code TabularModel.facts} writes.
 *
 * @param problem name of the problem
 * @param states names of the states
 * @param actions names of the actions
 * @param lines value vectors of a problem of two states, none otherwise
 */
record TableFacts(String problem, List<String> states, List<String> actions, List<Line> lines) {
    static final String STATES = "table.states";
    private static final String ACTIONS = "table.actions";
    private static final String VECTORS = "table.vectors";

    /** A vector over two states: the value where the first one is certain, and where the second one is. */
    record Line(int action, double first, double second) {
        double at(double second0) {
            return first + second0 * (second - first);
        }
    }

    static TableFacts of(EpisodeInfo info) {
        List<String> states = words(info, STATES);
        return new TableFacts(info.problem(), states, words(info, ACTIONS), lines(words(info, VECTORS)));
    }

    private static List<String> words(EpisodeInfo info, String key) {
        String text = info.configuration().getOrDefault(key, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /** Damaged numbers leave the rest out, as damaged records are left out elsewhere. */
    private static List<Line> lines(List<String> words) {
        List<Line> lines = new ArrayList<>();
        try {
            for (int i = 0; i + 2 < words.size(); i += 3) {
                lines.add(new Line(
                        Integer.parseInt(words.get(i)),
                        Double.parseDouble(words.get(i + 1)),
                        Double.parseDouble(words.get(i + 2))));
            }
        } catch (NumberFormatException e) {
            return List.copyOf(lines);
        }
        return List.copyOf(lines);
    }

    /** The line of the largest value where the second state has this probability. */
    Line best(double second) {
        Line best = lines.get(0);
        for (Line line : lines) {
            best = line.at(second) > best.at(second) ? line : best;
        }
        return best;
    }

    String state(int number) {
        return number >= 0 && number < states.size() ? states.get(number) : "state " + number;
    }

    String action(int number) {
        return number >= 0 && number < actions.size() ? actions.get(number) : "action " + number;
    }
}
