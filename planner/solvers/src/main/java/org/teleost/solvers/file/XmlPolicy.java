package org.teleost.solvers.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;

/**
 * APPL's policies: {@code <Policy type="value"><AlphaVector><Vector action obsValue>}, a number per hidden state of the
 * observed part {@code obsValue}, or {@code <SparseVector>} with {@code <Entry>} pairs.
 */
final class XmlPolicy {
    private XmlPolicy() {}

    static AlphaSet read(SourceText source, TabularPomdp model) {
        XmlElement root = XmlReader.read(source);
        if (!root.name.equals("Policy")) {
            throw root.error("read <" + root.name + ">, expected <Policy>; this is not a policy");
        }
        String type = root.attributes.getOrDefault("type", "value");
        if (!type.equals("value")) {
            throw root.error("type=\"" + PomdpxReader.shown(type) + "\", expected value; write type=\"value\"");
        }
        HiddenStates hidden = new HiddenStates(model);
        List<AlphaVector> vectors = new ArrayList<>();
        long numbers = 0;
        for (XmlElement element : root.required("AlphaVector").children) {
            int part = attribute(element, "obsValue", model.observedParts(), 0);
            int action = attribute(element, "action", model.actionCount(), -1);
            double[] values = new double[hidden.count(part)];
            numbers += values.length;
            Limits.check("numbers of the policy", numbers, Limits.ENTRIES);
            switch (element.name) {
                case "Vector" -> dense(element, values);
                case "SparseVector" -> sparse(element, values);
                default ->
                    throw element.error("read <" + element.name + ">, expected <Vector> or <SparseVector>; remove it");
            }
            boolean all = values.length == model.stateCount();
            vectors.add(new AlphaVector(action, all ? null : hidden.states(part), values));
        }
        if (vectors.isEmpty()) {
            throw root.error("<AlphaVector> has no <Vector>; a policy has at least one");
        }
        return new AlphaSet(vectors);
    }

    private static int attribute(XmlElement element, String key, int below, int otherwise) {
        String text = element.attributes.get(key);
        if (text == null && otherwise >= 0) {
            return otherwise;
        }
        String given = text == null ? "" : text.strip();
        if (given.length() > 9 || !given.matches("[0-9]+") || Integer.parseInt(given) >= below) {
            throw element.error(key + "=\"" + PomdpxReader.shown(given) + "\", expected a number from 0 to "
                    + (below - 1) + "; the problem has " + below);
        }
        return Integer.parseInt(given);
    }

    private static void dense(XmlElement element, double[] values) {
        List<XmlElement.Word> words = element.words();
        if (words.size() != values.length) {
            throw element.error("<Vector> has " + words.size() + " numbers, expected " + values.length
                    + "; write one per hidden state");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = PomdpxReader.number(element, words.get(i));
        }
    }

    private static void sparse(XmlElement element, double[] values) {
        for (XmlElement entry : element.children) {
            List<XmlElement.Word> words = entry.words();
            double index = words.isEmpty() ? -1.0 : PomdpxReader.number(entry, words.get(0));
            if (words.size() != 2 || index != Math.rint(index) || index < 0 || index >= values.length) {
                throw entry.error("<" + entry.name + "> needs a hidden state from 0 to " + (values.length - 1)
                        + " and its value; write both");
            }
            values[(int) index] = PomdpxReader.number(entry, words.get(1));
        }
    }

    static void write(PolicyFile.Output out, AlphaSet policy, TabularPomdp model) throws IOException {
        HiddenStates hidden = new HiddenStates(model);
        int length = hidden.count(0);
        List<AlphaVector> usable = new ArrayList<>();
        for (AlphaVector vector : policy.vectors()) {
            int part = vector.states() == null ? 0 : model.partOf(vector.states()[0]);
            boolean whole = vector.states() == null
                    ? model.observedPart() == null
                    : Arrays.equals(vector.states(), hidden.states(part));
            if (whole) {
                usable.add(vector);
            } else {
                usable.addAll(spread(vector, hidden, model));
            }
        }
        out.add("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n");
        out.add("<Policy version=\"0.1\" type=\"value\" model=\"" + escaped(model.name()) + "\">\n");
        out.add("<AlphaVector vectorLength=\"" + length + "\" numObsValue=\"" + model.observedParts()
                + "\" numVectors=\"" + usable.size() + "\">\n");
        for (AlphaVector vector : usable) {
            int part = vector.states() == null ? 0 : model.partOf(vector.states()[0]);
            out.add("<Vector action=\"" + vector.action() + "\" obsValue=\"" + part + "\">");
            for (double value : vector.values()) {
                out.add(value).add(" ");
            }
            out.add("</Vector>\n");
        }
        out.add("</AlphaVector>\n</Policy>\n");
    }

    /** The vector once per observed part that it touches, with the worst value for hidden states that it leaves out. */
    private static List<AlphaVector> spread(AlphaVector vector, HiddenStates hidden, TabularPomdp model) {
        double[] values = new double[model.stateCount()];
        boolean[] touched = new boolean[model.observedParts()];
        Arrays.fill(values, BlindPolicies.worst(model));
        for (int i = 0; i < vector.values().length; i++) {
            int state = vector.states() == null ? i : vector.states()[i];
            values[state] = vector.values()[i];
            touched[model.partOf(state)] = true;
        }
        List<AlphaVector> pieces = new ArrayList<>();
        for (int part = 0; part < touched.length; part++) {
            if (touched[part]) {
                double[] piece = new double[hidden.count(part)];
                for (int i = 0; i < piece.length; i++) {
                    piece[i] = values[hidden.state(part, i)];
                }
                pieces.add(new AlphaVector(vector.action(), hidden.states(part), piece));
            }
        }
        return pieces;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
