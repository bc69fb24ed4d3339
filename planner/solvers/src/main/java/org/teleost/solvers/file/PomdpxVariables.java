package org.teleost.solvers.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teleost.solvers.factored.Slot;
import org.teleost.solvers.factored.Variable;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;

/** The variables of a POMDPX file. */
final class PomdpxVariables {
    final List<Variable> states = new ArrayList<>();
    final List<Variable> actions = new ArrayList<>();
    final List<Variable> observations = new ArrayList<>();

    /** Where a name of a variable stands in a step; names of rewards are not in it. */
    final Map<String, Slot> slots = new HashMap<>();

    private final Map<Slot, Map<String, Integer>> values = new HashMap<>();

    PomdpxVariables(XmlElement section) {
        for (XmlElement element : section.children) {
            switch (element.name) {
                case "StateVar" -> state(element);
                case "ActionVar" -> plain(element, Variable.Role.ACTION, actions, Slot.Time.ACTION, "a");
                case "ObsVar" -> plain(element, Variable.Role.OBSERVATION, observations, Slot.Time.OBSERVATION, "o");
                case "RewardVar" -> element.attribute("vname");
                default ->
                    element.lenience(
                            "read <" + element.name + ">, expected <StateVar>, <ObsVar>, <ActionVar> or <RewardVar>",
                            "remove it",
                            "left out");
            }
        }
        if (states.isEmpty() || actions.isEmpty()) {
            throw section.error("<Variable> has no <" + (states.isEmpty() ? "StateVar" : "ActionVar") + ">; add one");
        }
    }

    private void state(XmlElement element) {
        String observed = element.attributes.getOrDefault("fullyObs", "false").strip();
        if (!observed.equals("true") && !observed.equals("false")) {
            throw element.error("fullyObs=\"" + observed + "\", expected true or false; write fullyObs=\"true\"");
        }
        Variable variable = new Variable(
                Variable.Role.STATE,
                element.attribute("vnamePrev"),
                element.attribute("vnameCurr"),
                names(element, "s"),
                observed.equals("true"));
        register(element, variable.name(), new Slot(Slot.Time.BEFORE, states.size()), variable);
        register(element, variable.nextName(), new Slot(Slot.Time.AFTER, states.size()), variable);
        states.add(variable);
    }

    private void plain(XmlElement element, Variable.Role role, List<Variable> list, Slot.Time time, String letter) {
        String name = element.attribute("vname");
        Variable variable = new Variable(role, name, name, names(element, letter), true);
        register(element, name, new Slot(time, list.size()), variable);
        list.add(variable);
    }

    private void register(XmlElement element, String name, Slot slot, Variable variable) {
        if (slots.putIfAbsent(name, slot) != null) {
            throw element.error("a second variable '" + name + "'; names must differ");
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < variable.size(); i++) {
            numbers.put(variable.values().get(i), i);
        }
        values.put(slot, numbers);
    }

    private static Names names(XmlElement element, String letter) {
        XmlElement count = element.optional("NumValues");
        List<String> list = new ArrayList<>();
        if (count != null) {
            int n = count(count);
            for (int i = 0; i < n; i++) {
                list.add(letter + i);
            }
        } else {
            XmlElement given = element.required("ValueEnum");
            for (XmlElement.Word word : given.words()) {
                if (list.size() < 1000 && list.contains(word.text())) {
                    throw given.error(word, "value '" + word.text() + "' appears twice; names must differ");
                }
                list.add(word.text());
            }
            if (list.isEmpty()) {
                throw given.error("<ValueEnum> is empty; list at least one value");
            }
        }
        Limits.check("values of a variable", list.size(), Limits.NAMES);
        try {
            return Names.of(list);
        } catch (IllegalArgumentException e) {
            throw element.error(e.getMessage());
        }
    }

    private static int count(XmlElement element) {
        String text = element.text.toString().strip();
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1 || Long.parseLong(text) > Limits.NAMES) {
            throw element.error("<NumValues> reads '" + PomdpxReader.shown(text) + "', expected a number from 1 to "
                    + Limits.NAMES + "; that is the limit");
        }
        return Integer.parseInt(text);
    }

    Variable variable(Slot slot) {
        return switch (slot.time()) {
            case BEFORE, AFTER -> states.get(slot.index());
            case ACTION -> actions.get(slot.index());
            case OBSERVATION -> observations.get(slot.index());
        };
    }

    /** Number of a value, -1 when the variable has no such value. */
    int value(Slot slot, String text) {
        return values.get(slot).getOrDefault(text, -1);
    }

    /** The variable that a word names. */
    Slot find(XmlElement element, XmlElement.Word word) {
        Slot slot = slots.get(word.text());
        if (slot == null) {
            throw element.error(
                    word,
                    "read '" + PomdpxReader.shown(word.text()) + "', expected a variable; "
                            + NearestWord.hint(
                                    word.text(),
                                    Names.of(slots.keySet().stream().sorted().toList())));
        }
        return slot;
    }
}
