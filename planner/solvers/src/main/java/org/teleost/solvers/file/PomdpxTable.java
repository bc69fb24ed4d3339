package org.teleost.solvers.file;

import java.util.List;
import org.teleost.solvers.factored.Factor;
import org.teleost.solvers.factored.Slot;

/** Fills a factor from the entries of a {@code <Parameter type="TBL">}; later entries override earlier ones. */
final class PomdpxTable {
    /** A place of an instance that the table runs over. */
    private static final int RUN = -2;

    /** A place of an instance that stands for all values. */
    private static final int ALL = -1;

    /** Most values that the entries of a factor write, wildcards counted one by one. */
    private static final long MOST_WRITES = 200_000_000L;

    private final PomdpxVariables variables;
    private final Factor factor;
    private final boolean probability;
    private final int[] strides;
    private long writes;

    PomdpxTable(PomdpxVariables variables, Factor factor, boolean probability) {
        this.variables = variables;
        this.factor = factor;
        this.probability = probability;
        strides = new int[factor.slots().size()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= factor.size(i);
        }
    }

    void read(XmlElement parameter) {
        for (XmlElement entry : parameter.children) {
            if (!entry.name.equals("Entry")) {
                throw entry.error("read <" + entry.name + "> in a table, expected <Entry>; remove it");
            }
            entry(entry);
        }
    }

    private void entry(XmlElement entry) {
        XmlElement instance = entry.required("Instance");
        XmlElement table = entry.required(probability ? "ProbTable" : "ValueTable");
        int[] places = places(instance);
        long size = 1;
        for (int i = 0; i < places.length; i++) {
            size *= places[i] == RUN ? factor.size(i) : 1;
        }
        List<XmlElement.Word> words = table.words();
        if (words.size() == 1 && words.get(0).text().equals("uniform") && probability) {
            uniform(table, places);
        } else if (words.size() == 1 && words.get(0).text().equals("identity")) {
            identity(table, places);
        } else {
            numbers(table, words, places, size);
        }
    }

    private int[] places(XmlElement instance) {
        List<XmlElement.Word> words = instance.words();
        List<Slot> slots = factor.slots();
        if (words.size() != slots.size()) {
            throw instance.error("<Instance> has " + words.size() + " words, expected " + slots.size()
                    + "; write one per parent" + (probability ? " and one for the variable" : ""));
        }
        int[] places = new int[words.size()];
        for (int i = 0; i < places.length; i++) {
            String word = words.get(i).text();
            places[i] = switch (word) {
                case "*" -> ALL;
                case "-" -> RUN;
                default -> variables.value(slots.get(i), word);
            };
            if (places[i] == ALL && !word.equals("*")) {
                throw instance.error(
                        words.get(i),
                        "read '" + PomdpxReader.shown(word) + "', expected a value of "
                                + variables.variable(slots.get(i)).name() + ", * or -; "
                                + NearestWord.hint(
                                        word, variables.variable(slots.get(i)).values()));
            }
        }
        return places;
    }

    private void numbers(XmlElement table, List<XmlElement.Word> words, int[] places, long size) {
        if (words.size() != size) {
            throw table.error("<" + table.name + "> has " + words.size() + " numbers, expected " + size
                    + "; the '-' of its <Instance> span so many");
        }
        double[] values = new double[words.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(table, words.get(i));
        }
        fill(table, places, 0, 0, 0, values);
    }

    private double number(XmlElement table, XmlElement.Word word) {
        double value = PomdpxReader.number(table, word);
        if (probability && !(value >= 0.0 && value <= 1.0 + SourceText.SUM_TOLERANCE)) {
            throw table.error(word, "probability " + value + " is outside [0, 1]; write one inside");
        }
        return value;
    }

    private void uniform(XmlElement table, int[] places) {
        int last = places.length - 1;
        if (places[last] != RUN && places[last] != ALL) {
            throw table.error("'uniform' for a single value; write '-' for the variable in <Instance>");
        }
        int[] all = places.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == RUN ? ALL : all[i];
        }
        fill(table, all, 0, 0, 0, new double[] {1.0 / factor.size(last)});
    }

    private void identity(XmlElement table, int[] places) {
        int first = -1;
        int second = -1;
        int runs = 0;
        for (int i = 0; i < places.length; i++) {
            if (places[i] == RUN) {
                first = second;
                second = i;
                runs++;
            }
        }
        if (runs != 2 || factor.size(first) != factor.size(second)) {
            throw table.error("'identity' needs two '-' of variables with as many values in <Instance>; write numbers");
        }
        int size = factor.size(first);
        double[] values = new double[Math.multiplyExact(size, size)];
        for (int i = 0; i < size; i++) {
            values[i * size + i] = 1.0;
        }
        fill(table, places, 0, 0, 0, values);
    }

    private void fill(XmlElement table, int[] places, int at, int offset, int index, double[] values) {
        if (at == places.length) {
            factor.table()[offset] = values[index];
            if (++writes > MOST_WRITES) {
                throw table.error("the entries of this table write more values than the limit of " + MOST_WRITES
                        + ", wildcards counted one by one");
            }
            return;
        }
        if (places[at] >= 0) {
            fill(table, places, at + 1, offset + places[at] * strides[at], index, values);
            return;
        }
        int size = factor.size(at);
        for (int v = 0; v < size; v++) {
            int next = places[at] == RUN ? index * size + v : index;
            fill(table, places, at + 1, offset + v * strides[at], next, values);
        }
    }
}
