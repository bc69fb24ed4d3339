package org.teleost.solvers.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * zmdp's and old APPL's text: {@code { policyType => "MaxPlanesLowerBound", numPlanes => n, planes => [ { action => a,
 * numEntries => k, entries => [ i, v, ... ] } ] }}. A plane is about the states of its entries: joint states, or with
 * an observed state value the hidden states of that observed part.
 */
final class ZmdpPolicy {
    private ZmdpPolicy() {}

    static AlphaSet read(SourceText source, TabularPomdp model) {
        return new Reader(source, model).policy();
    }

    private static final class Reader {
        private final NumberWords words;
        private final TabularPomdp model;
        private final HiddenStates hidden;
        private final List<AlphaVector> vectors = new ArrayList<>();
        private long numbers;

        Reader(SourceText source, TabularPomdp model) {
            words = new NumberWords(spaced(source));
            this.model = model;
            hidden = new HiddenStates(model);
        }

        /** Punctuation becomes words; bytes keep their lines. */
        private static SourceText spaced(SourceText source) {
            byte[] bytes = source.bytes.clone();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == ',' || bytes[i] == '"' ? (byte) ' ' : bytes[i];
            }
            return new SourceText(source.file, bytes, source.lenient);
        }

        AlphaSet policy() {
            boolean inPlanes = false;
            while (!words.atEnd()) {
                String word = words.text();
                words.advance();
                if (word.equals("planes")) {
                    expect("=>");
                    expect("[");
                    inPlanes = true;
                } else if (inPlanes && word.equals("{")) {
                    plane();
                } else if (inPlanes && word.equals("]")) {
                    inPlanes = false;
                }
            }
            if (vectors.isEmpty()) {
                throw words.unexpected("planes => [ { action => ... } ]", "a policy has at least one plane");
            }
            return new AlphaSet(vectors);
        }

        private void expect(String word) {
            if (words.atEnd() || !words.text().equals(word)) {
                throw words.unexpected("'" + word + "'", "write it");
            }
            words.advance();
        }

        private void plane() {
            int action = -1;
            int part = HiddenStates.ALL;
            int entries = -1;
            int[] states = null;
            double[] values = null;
            while (!words.atEnd() && !words.text().equals("}")) {
                String key = words.text();
                words.advance();
                if (key.equals("action")) {
                    expect("=>");
                    action = words.whole("an action", model.actionCount());
                } else if (key.equals("observed")) {
                    expect("state");
                    expect("val");
                    expect("=>");
                    part = words.whole("an observed state", model.observedParts());
                } else if (key.equals("numEntries")) {
                    expect("=>");
                    entries = words.whole("a number of entries", hidden.count(part) + 1);
                } else if (key.equals("entries") && entries >= 0) {
                    expect("=>");
                    expect("[");
                    numbers += entries;
                    Limits.check("numbers of the policy", numbers, Limits.ENTRIES);
                    states = new int[entries];
                    values = new double[entries];
                    entries(part, states, values);
                    expect("]");
                } else {
                    throw words.unexpected(
                            "after '" + PomdpxReader.shown(key) + "' something else",
                            "a plane has action, numEntries and entries, in this order");
                }
            }
            expect("}");
            if (action < 0 || states == null) {
                throw words.unexpected("action and entries of the plane before", "add them");
            }
            vectors.add(new AlphaVector(action, states, values));
        }

        private void entries(int part, int[] states, double[] values) {
            for (int i = 0; i < states.length; i++) {
                states[i] = hidden.state(part, words.whole("a state", hidden.count(part)));
                if (i > 0 && states[i] <= states[i - 1]) {
                    throw words.unexpected("states in ascending order", "sort the entries");
                }
                values[i] = words.number("a value");
            }
        }
    }

    static void write(PolicyFile.Output out, AlphaSet policy) throws IOException {
        out.add("{\n  policyType => \"MaxPlanesLowerBound\",\n  numPlanes => "
                + policy.vectors().size() + ",\n");
        out.add("  planes => [\n");
        for (int i = 0; i < policy.vectors().size(); i++) {
            AlphaVector vector = policy.vectors().get(i);
            int count = vector.values().length;
            out.add("    {\n      action => " + vector.action() + ",\n      numEntries => " + count);
            out.add(",\n      entries => [\n");
            for (int k = 0; k < count; k++) {
                int state = vector.states() == null ? k : vector.states()[k];
                out.add("        " + state + ", ").add(vector.values()[k]).add(k + 1 < count ? ",\n" : "\n");
            }
            out.add("      ]\n    }" + (i + 1 < policy.vectors().size() ? ",\n" : "\n"));
        }
        out.add("  ]\n}\n");
    }
}
