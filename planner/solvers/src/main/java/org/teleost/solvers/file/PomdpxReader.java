package org.teleost.solvers.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.solvers.factored.Factor;
import org.teleost.solvers.factored.FactoredPomdp;
import org.teleost.solvers.factored.Slot;
import org.teleost.solvers.factored.Variable;
import org.teleost.solvers.tabular.TooLargeException;

/**
 * Reads POMDPX 1.0 (AdaCompNUS, PomdpXFileFormat): variables, tables and decision diagrams, kept factored. Strict: what
 * the format forbids, and distributions that don't sum to 1, are errors with their place.
 */
public final class PomdpxReader {
    private final SourceText source;
    private final PomdpxVariables variables;
    private final XmlElement root;

    private PomdpxReader(SourceText source) {
        this.source = source;
        root = XmlReader.read(source);
        if (!root.name.equals("pomdpx")) {
            throw root.error("read <" + root.name + ">, expected <pomdpx>; this is not a POMDPX file");
        }
        variables = new PomdpxVariables(root.required("Variable"));
    }

    /**
     * The problem in a file's text.
     *
     * @throws FormatException with file, line and column
     */
    public static FactoredPomdp read(SourceText source) {
        try {
            return new PomdpxReader(source).model();
        } catch (TooLargeException e) {
            throw new FormatException(source.file, 1, 1, e.getMessage());
        }
    }

    private FactoredPomdp model() {
        XmlElement discountElement = root.required("Discount");
        List<XmlElement.Word> words = discountElement.words();
        if (words.size() != 1) {
            throw discountElement.error("<Discount> has " + words.size() + " words, expected a number such as 0.95");
        }
        double discount = number(discountElement, words.get(0));
        if (discount == 1.0) {
            discountElement.lenience("discount 1 is outside [0, 1)", "write for example 0.95", "taken as 1");
        } else if (!(discount >= 0.0 && discount < 1.0)) {
            throw discountElement.error(
                    words.get(0), "discount " + discount + " is outside [0, 1); write for example 0.95");
        }
        List<Factor> seen = variables.observations.isEmpty()
                ? List.of()
                : section("ObsFunction", Slot.Time.OBSERVATION, variables.observations);
        return new FactoredPomdp(
                source.title(),
                discount,
                variables.states,
                variables.actions,
                variables.observations,
                section("InitialStateBelief", Slot.Time.BEFORE, variables.states),
                section("StateTransitionFunction", Slot.Time.AFTER, variables.states),
                seen,
                rewards());
    }

    /** One factor per variable, in the order of the variables. */
    private List<Factor> section(String name, Slot.Time time, List<Variable> children) {
        XmlElement section = root.required(name);
        Factor[] factors = new Factor[children.size()];
        for (XmlElement element : section.children) {
            if (!element.name.equals("CondProb")) {
                throw element.error("read <" + element.name + "> in <" + name + ">, expected <CondProb>");
            }
            Slot child = child(element, time);
            if (factors[child.index()] != null) {
                throw element.error(
                        "a second <CondProb> of '" + children.get(child.index()).name() + "'; remove one of them");
            }
            factors[child.index()] = factor(element, child);
        }
        for (int i = 0; i < factors.length; i++) {
            if (factors[i] == null) {
                factors[i] = missing(section, time, i);
            }
        }
        return Arrays.asList(factors);
    }

    /** A start that is left out is uniform; the format allows it where every state variable is seen. */
    private Factor missing(XmlElement section, Slot.Time time, int index) {
        Variable variable =
                time == Slot.Time.OBSERVATION ? variables.observations.get(index) : variables.states.get(index);
        boolean allSeen = variables.states.stream().allMatch(Variable::observed);
        if (time != Slot.Time.BEFORE || !allSeen) {
            section.lenience(
                    "<" + section.name + "> has no <CondProb> of '" + variable.name() + "'",
                    "add one",
                    "taken as uniform");
        }
        Factor factor = new Factor(variable.name(), List.of(new Slot(time, index)), new int[] {variable.size()});
        Arrays.fill(factor.table(), 1.0 / variable.size());
        return factor;
    }

    private Slot child(XmlElement element, Slot.Time time) {
        XmlElement var = element.required("Var");
        String name = var.text.toString().strip();
        Slot slot = variables.find(var, new XmlElement.Word(name, var.line, var.column));
        if (slot.time() != time) {
            throw var.error("'" + shown(name) + "' can't stand here; expected "
                    + switch (time) {
                        case BEFORE -> "the vnamePrev of a state variable";
                        case AFTER -> "the vnameCurr of a state variable";
                        default -> "an observation variable";
                    });
        }
        return slot;
    }

    private Factor factor(XmlElement element, Slot child) {
        List<Slot> slots = parents(element);
        for (Slot parent : slots) {
            checkParent(element, parent, child);
        }
        slots.add(child);
        Factor factor = filled(element, slots, true);
        checkSums(element, factor, child);
        return factor;
    }

    private List<Slot> parents(XmlElement element) {
        XmlElement parent = element.required("Parent");
        List<Slot> slots = new ArrayList<>();
        for (XmlElement.Word word : parent.words()) {
            if (!word.text().equals("null")) {
                Slot slot = variables.find(parent, word);
                if (slots.contains(slot)) {
                    throw parent.error(word, "parent '" + shown(word.text()) + "' appears twice; remove one");
                }
                slots.add(slot);
            }
        }
        return slots;
    }

    private void checkParent(XmlElement element, Slot parent, Slot child) {
        String name = variables.variable(parent).name();
        boolean legal =
                switch (child.time()) {
                    case BEFORE -> parent.time() == Slot.Time.BEFORE && parent.index() != child.index();
                    case AFTER -> parent.time() != Slot.Time.OBSERVATION && !parent.equals(child);
                    default -> parent.time() == Slot.Time.AFTER || parent.time() == Slot.Time.ACTION;
                };
        if (!legal) {
            throw element.error("'" + name + "' can't be a parent here; starts depend on states before the step,"
                    + " transitions on states and actions, observations on states after the step and actions");
        }
        boolean hidden =
                parent.time() == Slot.Time.AFTER && !variables.variable(parent).observed();
        boolean ofSeen =
                parent.time() == Slot.Time.AFTER && variables.variable(child).observed();
        if (child.time() == Slot.Time.AFTER && (hidden || ofSeen)) {
            element.lenience(
                    "'" + name + "' of the same time slice is a parent of '"
                            + variables.variable(child).name()
                            + "', which only a fully observed variable may be, of one that is not",
                    "use its previous slice",
                    "taken as it stands");
        }
    }

    private Factor filled(XmlElement element, List<Slot> slots, boolean probability) {
        int[] sizes =
                slots.stream().mapToInt(slot -> variables.variable(slot).size()).toArray();
        Factor factor = new Factor(element.name, slots, sizes);
        XmlElement parameter = element.required("Parameter");
        String type = parameter.attributes.getOrDefault("type", "TBL").strip();
        if (type.equals("TBL")) {
            new PomdpxTable(variables, factor, probability).read(parameter);
        } else if (type.equals("DD")) {
            new PomdpxDiagram(variables, factor).read(parameter);
        } else {
            throw parameter.error("Parameter type=\"" + shown(type) + "\", expected TBL or DD");
        }
        return factor;
    }

    private void checkSums(XmlElement element, Factor factor, Slot child) {
        double[] table = factor.table();
        int width = factor.width();
        for (int row = 0; row < table.length; row += width) {
            double sum = 0.0;
            for (int v = 0; v < width; v++) {
                sum += table[row + v];
            }
            if (Math.abs(sum - 1.0) <= SourceText.SUM_TOLERANCE) {
                continue;
            }
            element.lenience(
                    "probabilities of '" + variables.variable(child).name() + "' given " + given(factor, row / width)
                            + " sum to " + sum,
                    "they must sum to 1 within 1e-5",
                    sum > 0.0 ? "scaled to sum 1" : "taken as uniform");
            for (int v = 0; v < width; v++) {
                table[row + v] = sum > 0.0 ? table[row + v] / sum : 1.0 / width;
            }
        }
    }

    /** The parents' values of a row, for a message. */
    private String given(Factor factor, int row) {
        StringBuilder text = new StringBuilder();
        int rest = row;
        for (int i = factor.slots().size() - 2; i >= 0; i--) {
            Variable variable = variables.variable(factor.slots().get(i));
            boolean after = factor.slots().get(i).time() == Slot.Time.AFTER;
            text.insert(
                    0,
                    (after ? variable.nextName() : variable.name()) + "="
                            + variable.values().get(rest % variable.size()) + " ");
            rest /= variable.size();
        }
        return text.length() == 0 ? "nothing" : text.toString().strip();
    }

    private List<Factor> rewards() {
        XmlElement section = root.required("RewardFunction");
        List<Factor> factors = new ArrayList<>();
        for (XmlElement element : section.children) {
            if (!element.name.equals("Func")) {
                throw element.error("read <" + element.name + "> in <RewardFunction>, expected <Func>");
            }
            factors.add(filled(element, parents(element), false));
        }
        return factors;
    }

    static double number(XmlElement element, XmlElement.Word word) {
        String text = word.text();
        boolean digits = !text.isEmpty() && text.length() < 400;
        for (int i = 0; i < text.length() && digits; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
        }
        try {
            double value = digits ? Double.parseDouble(text) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw element.error(word, "read '" + shown(text) + "', expected a number; write for example 0.25");
        }
        throw element.error(word, "read '" + shown(text) + "', expected a number; write for example 0.25");
    }

    /** At most 60 characters without control characters. */
    static String shown(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(60).forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return plain.toString();
    }
}
