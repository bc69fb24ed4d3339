package org.teleost.solvers.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.solvers.policy.PolicyGraph;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.storage.WholeFile;

/**
 * pomdp-solve's {@code .pg}: a line per node with its number, its action and the next node per observation. {@code X}
 * and {@code -} stand for an observation that can't be, {@code -2} for nothing known; all three are read.
 */
public final class GraphPolicy {
    private GraphPolicy() {}

    /** Whether a name is that of a file of graphs. */
    public static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pg");
    }

    /**
     * Reads a graph for a problem; with an observed part, a line has a node per part and observation.
     *
     * @throws FormatException with file, line and column
     */
    public static PolicyGraph read(Path path, TabularPomdp model) {
        return read(SourceText.read(path, false), model);
    }

    /** The same from bytes. */
    public static PolicyGraph read(SourceText source, TabularPomdp model) {
        NumberWords words = new NumberWords(source);
        List<Integer> actions = new ArrayList<>();
        List<int[]> next = new ArrayList<>();
        while (!words.atEnd()) {
            int node = words.whole("a node", Integer.MAX_VALUE);
            if (node != actions.size()) {
                throw source.error(
                        words.start,
                        "node " + node + " stands where " + actions.size()
                                + " is expected; number the nodes from 0 in order");
            }
            actions.add(words.whole("an action", model.actionCount()));
            int[] row = new int[model.observationCount() * model.observedParts()];
            for (int o = 0; o < row.length; o++) {
                row[o] = target(words);
            }
            next.add(row);
        }
        if (actions.isEmpty()) {
            throw words.unexpected("a node", "a graph has at least one");
        }
        for (int[] row : next) {
            for (int target : row) {
                if (target >= actions.size()) {
                    throw source.error(
                            0,
                            "node " + target + " is named and missing; the graph has nodes 0 to "
                                    + (actions.size() - 1));
                }
            }
        }
        return new PolicyGraph(actions.stream().mapToInt(Integer::intValue).toArray(), next.toArray(new int[0][]));
    }

    private static int target(NumberWords words) {
        String word = words.atEnd() ? "" : words.text();
        switch (word) {
            case "X", "-", "-1" -> {
                words.advance();
                return PolicyGraph.IMPOSSIBLE;
            }
            case "-2" -> {
                words.advance();
                return PolicyGraph.UNKNOWN;
            }
            default -> {
                return words.whole("a node, X, - or -2", Integer.MAX_VALUE);
            }
        }
    }

    /**
     * Writes a graph, whole or not at all.
     *
     * @throws IOException when the file can't be written
     */
    public static void write(Path path, PolicyGraph graph) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int node = 0; node < graph.nodes(); node++) {
            text.append(node).append(' ').append(graph.action()[node]);
            for (int target : graph.next()[node]) {
                String word = target == PolicyGraph.IMPOSSIBLE ? "X" : Integer.toString(target);
                text.append(' ').append(word);
            }
            text.append('\n');
        }
        WholeFile.write(path, text.toString());
    }
}
