package org.teleost.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.TreeSample;

/** Builds the JSON text of a belief tree: an array per column, and every text once. */
final class TreeJson {
    private static final int VERSION = 1;

    private final GenerativeModel model;
    private final JsonWriter json = new JsonWriter();

    TreeJson(GenerativeModel model) {
        this.model = model;
    }

    /** Values are rounded to float: no picture needs more. */
    String text(long step, TreeSample tree) {
        json.clear();
        json.open('{').name("t").value(step).name("version").value(VERSION);
        json.name("total").value(tree.total());
        actions(tree);
        Map<Long, Integer> places = observations(tree);
        column("parent", tree, row -> json.value(tree.parent(row)));
        column("depth", tree, row -> json.value(tree.depth(row)));
        column("action", tree, row -> json.value(tree.action(row)));
        column("observation", tree, row -> json.value(led(tree, row) ? places.get(tree.observation(row)) : -1));
        column("visits", tree, row -> json.value(tree.visits(row)));
        column("value", tree, row -> json.value((float) tree.value(row)));
        column("probability", tree, row -> json.value((float) tree.probability(row)));
        return json.close('}').text();
    }

    private void column(String name, TreeSample tree, IntConsumer cell) {
        json.name(name).open('[');
        for (int row = 0; row < tree.rows(); row++) {
            cell.accept(row);
        }
        json.close(']');
    }

    private void actions(TreeSample tree) {
        TreeSet<Integer> ids = new TreeSet<>();
        for (int row = 0; row < tree.rows(); row++) {
            if (tree.isAction(row)) {
                ids.add(tree.action(row));
            }
        }
        json.name("actions").open('[');
        for (int id : ids) {
            json.open('{').name("id").value(id).name("text").value(model.actionText(id));
            json.close('}');
        }
        json.close(']');
    }

    /** Writes the observations in order of appearance and returns their places. */
    private Map<Long, Integer> observations(TreeSample tree) {
        Map<Long, Integer> places = new LinkedHashMap<>();
        for (int row = 0; row < tree.rows(); row++) {
            if (led(tree, row)) {
                places.putIfAbsent(tree.observation(row), places.size());
            }
        }
        json.name("observations").open('[');
        for (long key : places.keySet()) {
            json.open('{').name("key").value(Long.toString(key));
            json.name("text").value(model.observationText(key)).close('}');
        }
        json.close(']');
        return places;
    }

    /** Whether an observation led to this row. */
    private static boolean led(TreeSample tree, int row) {
        return !tree.isAction(row) && tree.parent(row) >= 0;
    }
}
