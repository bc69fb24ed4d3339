package org.teleost.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teleost.model.GenerativeModel;
import org.teleost.model.StateLayout;

/** Name, lanes, counts and discount make sense and do not change from call to call. */
final class LayoutCheck implements Check {
    @Override
    public String name() {
        return "layout";
    }

    @Override
    public void run(Subject subject) {
        GenerativeModel model = subject.model;
        if (model.name() == null || model.name().isBlank()) {
            subject.error("name is null or blank; return a short name for messages");
        }
        StateLayout layout = model.layout();
        if (layout == null) {
            subject.error("layout is null; name the lanes with StateLayout.ofInts or ofFloats");
            return;
        }
        if (!layout.equals(model.layout())) {
            subject.error("layout changed between two calls; build it once and return the same value");
        }
        uniqueNames(subject, layout);
        int actions = model.actionCount();
        if (actions < 1 || model.actionCount() != actions) {
            subject.error("actionCount=" + actions + "; return the same number, at least 1, every time");
        }
        long observations = model.observationCount();
        if (observations < 0 || model.observationCount() != observations) {
            subject.error("observationCount=" + observations
                    + "; return the same positive number every time, or KEYED_OBSERVATIONS");
        }
        if (!(model.discount() > 0.0 && model.discount() <= 1.0)) {
            subject.error("discount=" + model.discount() + "; allowed range (0, 1]");
        }
    }

    private static void uniqueNames(Subject subject, StateLayout layout) {
        List<String> names = new ArrayList<>(layout.ints());
        names.addAll(layout.floats());
        names.addAll(layout.history());
        Set<String> seen = new HashSet<>();
        for (String lane : names) {
            if (!seen.add(lane)) {
                subject.report(
                        Finding.Severity.WARNING,
                        "lane name '" + lane + "' is used twice; traces can't tell them apart");
            }
        }
    }
}
