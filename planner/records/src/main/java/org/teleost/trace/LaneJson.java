package org.teleost.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** Writes the lanes of states by name, grouped as the model groups them; groups without lanes are left out. */
final class LaneJson {
    private final List<String> ints;
    private final List<String> floats;
    private final List<String> history;

    LaneJson(StateLayout layout) {
        ints = unique(layout.ints());
        floats = unique(layout.floats());
        history = unique(layout.history());
    }

    /** JSON readers keep one of two members with the same name: the second x becomes x#2. */
    private static List<String> unique(List<String> names) {
        List<String> result = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "#" + i;
            }
            result.add(free);
        }
        return result;
    }

    /** {@code {"ints":{"x":1},"floats":{"heading":0.5},"history":{...}}}. */
    void write(State state, JsonWriter json) {
        json.open('{');
        if (!ints.isEmpty()) {
            json.name("ints").open('{');
            for (int i = 0; i < ints.size(); i++) {
                json.name(ints.get(i)).value(state.ints[i]);
            }
            json.close('}');
        }
        floats("floats", floats, state.floats, json);
        floats("history", history, state.history, json);
        json.close('}');
    }

    private static void floats(String group, List<String> names, float[] lanes, JsonWriter json) {
        if (names.isEmpty()) {
            return;
        }
        json.name(group).open('{');
        for (int i = 0; i < names.size(); i++) {
            json.name(names.get(i)).value(lanes[i]);
        }
        json.close('}');
    }

    /** The same groups with an array per lane, one entry per particle; history is shared and written by the caller. */
    void writeColumns(State[] particles, int count, JsonWriter json) {
        if (!ints.isEmpty()) {
            json.name("ints").open('{');
            for (int lane = 0; lane < ints.size(); lane++) {
                json.name(ints.get(lane)).open('[');
                for (int i = 0; i < count; i++) {
                    json.value(particles[i].ints[lane]);
                }
                json.close(']');
            }
            json.close('}');
        }
        if (!floats.isEmpty()) {
            json.name("floats").open('{');
            for (int lane = 0; lane < floats.size(); lane++) {
                json.name(floats.get(lane)).open('[');
                for (int i = 0; i < count; i++) {
                    json.value(particles[i].floats[lane]);
                }
                json.close(']');
            }
            json.close('}');
        }
    }

    /** {@code "history":{...}}, nothing when the layout has no history lanes. */
    void writeHistory(State particle, JsonWriter json) {
        floats("history", history, particle.history, json);
    }
}
