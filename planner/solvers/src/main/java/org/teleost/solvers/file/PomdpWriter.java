package org.teleost.solvers.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;
import org.teleost.solvers.tabular.RewardRules;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.storage.WholeFile;

/**
 * Writes Cassandra's {@code .pomdp} so that every reader of the grammar takes it: an entry per number that is not zero,
 * an explicit start, names of the grammar's own kind, numbers in full precision with a leading digit. What is always
 * seen of the state becomes part of the observation.
 */
public final class PomdpWriter {
    private final TabularPomdp model;
    private final PolicyFile.Output out;
    private final Names observations;
    private final String[] observationNames;

    private PomdpWriter(TabularPomdp model, PolicyFile.Output out) {
        this.model = model;
        this.out = out;
        observations = model.observedPart() == null
                ? model.observations()
                : Names.product("observations", List.of(Names.numbered(model.observedParts()), model.observations()));
        observationNames = names(observations);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws IOException when it can't be written
     */
    public static void write(Path path, TabularPomdp model) throws IOException {
        WholeFile.write(path, stream -> {
            PolicyFile.Output out = new PolicyFile.Output(stream);
            new PomdpWriter(model, out).write();
            out.flush();
        });
    }

    private void write() throws IOException {
        String[] states = names(model.states());
        String[] actions = names(model.actions());
        out.add("discount: ").add(model.discount()).add("\nvalues: " + (model.cost() ? "cost" : "reward") + "\n");
        list("states", states, model.stateCount());
        list("actions", actions, model.actionCount());
        list("observations", observationNames, observations.count());
        out.add("start:");
        for (double p : model.start()) {
            out.add(" ").add(p);
        }
        out.add("\n\n");
        entries("T", model.transition(), states, actions);
        entries("O", model.observation(), observationNames, actions);
        rewards(states, actions);
    }

    private void list(String key, String[] names, int count) throws IOException {
        out.add(key + ":");
        if (names == null) {
            out.add(" " + count);
        } else {
            for (String name : names) {
                out.add(" " + name);
            }
        }
        out.add("\n");
    }

    /** Names of the grammar, null where numbers have to do. */
    private static String[] names(Names names) {
        if (names.areNumbers()) {
            return null;
        }
        String[] all = new String[names.count()];
        Set<String> known = new HashSet<>();
        for (int i = 0; i < all.length; i++) {
            String plain = names.get(i).replaceAll("[^A-Za-z0-9_-]", "_");
            if (plain.isEmpty() || !Character.isLetter(plain.charAt(0))) {
                plain = "x" + plain;
            }
            all[i] = Token.ofWord(plain) == Token.NAME ? plain : plain + "_";
            if (!known.add(all[i])) {
                return null;
            }
        }
        return all;
    }

    private static String name(String[] names, int i) {
        return names == null ? Integer.toString(i) : names[i];
    }

    private void entries(String kind, SparseTable table, String[] columns, String[] actions) throws IOException {
        String[] states = names(model.states());
        for (int row = 0; row < table.rows(); row++) {
            int state = row % model.stateCount();
            String head = kind + ": " + name(actions, row / model.stateCount()) + " : " + name(states, state) + " : ";
            int shift = kind.equals("O") && model.observedPart() != null
                    ? model.observedPart()[state] * model.observationCount()
                    : 0;
            for (int k = table.start[row]; k < table.start[row + 1]; k++) {
                out.add(head)
                        .add(name(columns, table.column[k] + shift))
                        .add(" ")
                        .add(table.value[k])
                        .add("\n");
            }
        }
        out.add("\n");
    }

    private void rewards(String[] states, String[] actions) throws IOException {
        if (model.reward() instanceof RewardRules rules && model.observedPart() == null) {
            for (RewardRules.Rule rule : rules.rules()) {
                reward(
                        rule.action() < 0 ? "*" : name(actions, rule.action()),
                        rule.state() < 0 ? "*" : name(states, rule.state()),
                        rule.next() < 0 ? "*" : name(states, rule.next()),
                        rule.observation() < 0 ? "*" : name(observationNames, rule.observation()),
                        rule.value());
            }
            return;
        }
        boolean plain = !model.reward().usesNext() && !model.reward().usesObservation();
        List<int[]> steps = new ArrayList<>();
        for (int row = 0; row < model.expected().length; row++) {
            int action = row / model.stateCount();
            int state = row % model.stateCount();
            if (plain) {
                if (model.expected()[row] != 0.0) {
                    reward(name(actions, action), name(states, state), "*", "*", model.expected()[row]);
                }
                continue;
            }
            steps.clear();
            possible(action, row, steps);
            for (int[] step : steps) {
                double value = model.reward().at(action, state, step[0], step[1]);
                if (value != 0.0) {
                    boolean seen = model.reward().usesObservation();
                    int shift = model.firstSeen(step[0]);
                    reward(
                            name(actions, action),
                            name(states, state),
                            name(states, step[0]),
                            seen ? name(observationNames, step[1] + shift) : "*",
                            value);
                }
            }
        }
    }

    /** Next states and observations that may follow; only the first observation where rewards don't depend on it. */
    private void possible(int action, int row, List<int[]> steps) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
            int seen = model.row(action, transition.column[k]);
            int end = model.reward().usesObservation() ? observation.start[seen + 1] : observation.start[seen] + 1;
            for (int j = observation.start[seen]; j < end; j++) {
                steps.add(new int[] {transition.column[k], observation.column[j]});
            }
            Limits.check("rewards of one state and action", steps.size(), Limits.ENTRIES);
        }
    }

    private void reward(String action, String state, String next, String observation, double value) throws IOException {
        double written = model.cost() ? -value : value;
        out.add("R: " + action + " : " + state + " : " + next + " : " + observation + " ")
                .add(written)
                .add("\n");
    }
}
