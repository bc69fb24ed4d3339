package org.teleost.solvers.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.teleost.solvers.factored.Factor;
import org.teleost.solvers.factored.FactoredPomdp;
import org.teleost.solvers.factored.Slot;
import org.teleost.solvers.factored.Variable;
import org.teleost.solvers.tabular.Names;
import org.teleost.storage.WholeFile;

/** Writes POMDPX 1.0: an entry of a table per number that is not zero. */
public final class PomdpxWriter {
    private final FactoredPomdp model;
    private final PolicyFile.Output out;

    private PomdpxWriter(FactoredPomdp model, PolicyFile.Output out) {
        this.model = model;
        this.out = out;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws IOException when it can't be written
     */
    public static void write(Path path, FactoredPomdp model) throws IOException {
        WholeFile.write(path, stream -> {
            PolicyFile.Output out = new PolicyFile.Output(stream);
            new PomdpxWriter(model, out).write();
            out.flush();
        });
    }

    private void write() throws IOException {
        out.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pomdpx version=\"1.0\" id=\"" + escaped(model.name()));
        out.add("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:noNamespaceSchemaLocation=\"pomdpx.xsd\">\n<Discount>");
        out.add(model.discount()).add("</Discount>\n<Variable>\n");
        for (Variable variable : model.states()) {
            out.add("<StateVar vnamePrev=\"" + escaped(variable.name()) + "\" vnameCurr=\""
                    + escaped(variable.nextName()) + "\" fullyObs=\"" + variable.observed() + "\">");
            values(variable.values());
            out.add("</StateVar>\n");
        }
        for (Variable variable : model.observations()) {
            plain("ObsVar", variable);
        }
        for (Variable variable : model.actions()) {
            plain("ActionVar", variable);
        }
        out.add("<RewardVar vname=\"reward\"/>\n</Variable>\n");
        section("InitialStateBelief", model.initial());
        section("StateTransitionFunction", model.transitions());
        if (!model.observations().isEmpty()) {
            section("ObsFunction", model.seen());
        }
        out.add("<RewardFunction>\n");
        for (Factor factor : model.rewards()) {
            out.add("<Func><Var>reward</Var>");
            table(factor, factor.slots().size(), "ValueTable");
            out.add("</Func>\n");
        }
        out.add("</RewardFunction>\n</pomdpx>\n");
    }

    private void plain(String element, Variable variable) throws IOException {
        out.add("<" + element + " vname=\"" + escaped(variable.name()) + "\">");
        values(variable.values());
        out.add("</" + element + ">\n");
    }

    private void values(Names names) throws IOException {
        out.add("<ValueEnum>");
        for (int i = 0; i < names.count(); i++) {
            out.add(i == 0 ? "" : " ").add(value(names, i));
        }
        out.add("</ValueEnum>");
    }

    /** Numbers and the table's own signs need a letter before them. */
    private static String value(Names names, int i) {
        String name = names.get(i).replaceAll("\\s", "_");
        boolean plain = !name.isEmpty() && Character.isLetter(name.charAt(0));
        return escaped(plain ? name : "v" + name);
    }

    private void section(String name, List<Factor> factors) throws IOException {
        out.add("<" + name + ">\n");
        for (Factor factor : factors) {
            int last = factor.slots().size() - 1;
            out.add("<CondProb><Var>" + escaped(name(factor.slots().get(last))) + "</Var>");
            table(factor, last, "ProbTable");
            out.add("</CondProb>\n");
        }
        out.add("</" + name + ">\n");
    }

    private void table(Factor factor, int parents, String kind) throws IOException {
        out.add("<Parent>");
        for (int i = 0; i < parents; i++) {
            out.add(i == 0 ? "" : " ").add(escaped(name(factor.slots().get(i))));
        }
        out.add(parents == 0 ? "null</Parent>" : "</Parent>").add("<Parameter type=\"TBL\">\n");
        double[] table = factor.table();
        int[] value = new int[factor.slots().size()];
        for (int at = 0; at < table.length; at++) {
            if (table[at] == 0.0) {
                continue;
            }
            int rest = at;
            for (int i = value.length - 1; i >= 0; i--) {
                value[i] = rest % factor.size(i);
                rest /= factor.size(i);
            }
            out.add("<Entry><Instance>");
            for (int i = 0; i < value.length; i++) {
                out.add(i == 0 ? "" : " ")
                        .add(value(variable(factor.slots().get(i)).values(), value[i]));
            }
            out.add("</Instance><" + kind + ">").add(table[at]).add("</" + kind + "></Entry>\n");
        }
        out.add("</Parameter>");
    }

    private Variable variable(Slot slot) {
        return switch (slot.time()) {
            case BEFORE, AFTER -> model.states().get(slot.index());
            case ACTION -> model.actions().get(slot.index());
            case OBSERVATION -> model.observations().get(slot.index());
        };
    }

    private String name(Slot slot) {
        Variable variable = variable(slot);
        return slot.time() == Slot.Time.AFTER ? variable.nextName() : variable.name();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
