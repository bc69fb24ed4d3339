package org.teleost.solvers.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teleost.solvers.factored.Factor;
import org.teleost.solvers.factored.Slot;

/** Fills a factor from a {@code <Parameter type="DD">}: a decision diagram of nodes, edges, terminals and templates. */
final class PomdpxDiagram {
    private static final int ANY = -1;
    private static final int MOST_DEPTH = 100;
    private static final long MOST_WRITES = 200_000_000L;

    private final PomdpxVariables variables;
    private final Factor factor;
    private final Map<Slot, Integer> positions = new HashMap<>();
    private final Map<String, XmlElement> templates = new HashMap<>();
    private final int[] assigned;
    private long writes;

    PomdpxDiagram(PomdpxVariables variables, Factor factor) {
        this.variables = variables;
        this.factor = factor;
        assigned = new int[factor.slots().size()];
        java.util.Arrays.fill(assigned, ANY);
        for (int i = 0; i < assigned.length; i++) {
            positions.put(factor.slots().get(i), i);
        }
    }

    void read(XmlElement parameter) {
        for (XmlElement child : parameter.children) {
            if (child.name.equals("SubDAGTemplate")) {
                templates.put(child.attribute("id"), child);
            }
        }
        graph(parameter.required("DAG"), 0);
    }

    private void graph(XmlElement dag, int depth) {
        if (dag.children.size() != 1) {
            throw dag.error("<" + dag.name + "> has " + dag.children.size()
                    + " elements, expected one <Node>, <Terminal> or <SubDAG>");
        }
        part(dag.children.get(0), depth + 1);
    }

    private void part(XmlElement element, int depth) {
        if (depth > MOST_DEPTH) {
            throw element.error("the diagram is deeper than the limit of " + MOST_DEPTH
                    + "; templates that use each other never end");
        }
        switch (element.name) {
            case "Terminal" -> {
                List<XmlElement.Word> words = element.words();
                if (words.size() != 1) {
                    throw element.error("<Terminal> has " + words.size() + " words, expected a number");
                }
                fill(element, 0, 0, PomdpxReader.number(element, words.get(0)));
            }
            case "Node" -> node(element, depth);
            case "SubDAG" -> subgraph(element, depth);
            default ->
                throw element.error("read <" + element.name + ">, expected <Node>, <Terminal> or <SubDAG>; remove it");
        }
    }

    private void node(XmlElement node, int depth) {
        int position = position(node, "var");
        if (assigned[position] != ANY) {
            throw node.error("variable '" + node.attribute("var") + "' was decided above; remove this node");
        }
        for (XmlElement edge : node.children) {
            if (!edge.name.equals("Edge")) {
                throw edge.error("read <" + edge.name + "> in a node, expected <Edge val=\"...\">");
            }
            if (edge.children.size() != 1) {
                throw edge.error("<Edge> has " + edge.children.size() + " elements, expected one");
            }
            assigned[position] = value(edge, position);
            part(edge.children.get(0), depth + 1);
        }
        assigned[position] = ANY;
    }

    private int position(XmlElement element, String attribute) {
        String name = element.attribute(attribute);
        Integer position = positions.get(variables.slots.get(name));
        if (position == null) {
            throw element.error("'" + PomdpxReader.shown(name)
                    + "' is not the variable or one of its parents; list it in" + " <Parent>");
        }
        return position;
    }

    private int value(XmlElement element, int position) {
        String word = element.attribute("val");
        int value = variables.value(factor.slots().get(position), word);
        if (value < 0) {
            throw element.error("read val=\"" + PomdpxReader.shown(word) + "\"; "
                    + NearestWord.hint(
                            word,
                            variables.variable(factor.slots().get(position)).values()));
        }
        return value;
    }

    private void subgraph(XmlElement element, int depth) {
        String type = element.attribute("type");
        switch (type) {
            case "template" -> {
                XmlElement template = templates.get(element.attribute("idref"));
                if (template == null) {
                    throw element.error("no <SubDAGTemplate id=\"" + element.attribute("idref") + "\">; add it");
                }
                graph(template, depth + 1);
            }
            case "deterministic" -> deterministic(element);
            case "uniform" -> {
                int position = position(element, "var");
                fill(element, 0, 0, 1.0 / factor.size(position));
            }
            case "persistent" -> persistent(element);
            default ->
                throw element.error("SubDAG type=\"" + PomdpxReader.shown(type)
                        + "\", expected deterministic, persistent, uniform or template");
        }
    }

    private void deterministic(XmlElement element) {
        int position = position(element, "var");
        int value = value(element, position);
        int before = assigned[position];
        for (int v = 0; v < factor.size(position); v++) {
            assigned[position] = v;
            fill(element, 0, 0, v == value ? 1.0 : 0.0);
        }
        assigned[position] = before;
    }

    /** The variable keeps the value that it had before the step. */
    private void persistent(XmlElement element) {
        int after = position(element, "var");
        Slot slot = factor.slots().get(after);
        Integer before = positions.get(new Slot(Slot.Time.BEFORE, slot.index()));
        if (slot.time() != Slot.Time.AFTER || before == null) {
            throw element.error("'persistent' needs the variable's previous slice among the parents; add it");
        }
        int given = assigned[before];
        for (int b = 0; b < factor.size(before); b++) {
            if (given != ANY && given != b) {
                continue;
            }
            assigned[before] = b;
            for (int v = 0; v < factor.size(after); v++) {
                assigned[after] = v;
                fill(element, 0, 0, v == b ? 1.0 : 0.0);
            }
        }
        assigned[before] = given;
        assigned[after] = ANY;
    }

    private void fill(XmlElement element, int at, int offset, double value) {
        if (at == assigned.length) {
            factor.table()[offset] = value;
            if (++writes > MOST_WRITES) {
                throw element.error("the diagram writes more values than the limit of " + MOST_WRITES);
            }
            return;
        }
        int size = factor.size(at);
        for (int v = 0; v < size; v++) {
            if (assigned[at] == ANY || assigned[at] == v) {
                fill(element, at + 1, offset * size + v, value);
            }
        }
    }
}
