package org.teleost.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiments.statistics.MeanInterval;

/** Finished cells by problem, budget and solver, in the order of the contest. */
final class Standings {
    /** What one solver did on one problem with one budget; cells by episode. */
    record Entry(String problem, String budget, String solver, TreeMap<Integer, Cell> cells) {
        MeanInterval interval(String number) {
            return MeanInterval.of(cells.values().stream()
                    .mapToDouble(cell -> cell.number(number))
                    .toArray());
        }

        /** Return minus that of the other on the same worlds, over the episodes that both have played. */
        MeanInterval differenceTo(Entry other) {
            List<Double> differences = new ArrayList<>();
            cells.forEach((episode, cell) -> {
                Cell theirs = other.cells.get(episode);
                if (theirs != null) {
                    differences.add(cell.number("return") - theirs.number("return"));
                }
            });
            return MeanInterval.of(differences.stream().mapToDouble(d -> d).toArray());
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** @param cells finished ones among those of the contest */
    static Standings of(Map<String, Contest.Match> matches, Map<String, Cell> cells) {
        Standings standings = new Standings();
        for (Contest.Match match : matches.values()) {
            Cell cell = cells.get(match.key());
            if (cell != null) {
                standings
                        .entries
                        .computeIfAbsent(
                                key(
                                        match.problem().name(),
                                        match.budget().text(),
                                        match.solver().text()),
                                key -> new Entry(
                                        match.problem().name(),
                                        match.budget().text(),
                                        match.solver().text(),
                                        new TreeMap<>()))
                        .cells()
                        .put(match.episode(), cell);
            }
        }
        return standings;
    }

    private static String key(String problem, String budget, String solver) {
        return problem + " " + budget + " " + solver;
    }

    List<Entry> all() {
        return List.copyOf(entries.values());
    }

    /** Null when nothing of it is finished. */
    Entry find(String problem, String budget, String solver) {
        return entries.get(key(problem, budget, solver));
    }
}
