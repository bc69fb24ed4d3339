package org.teleost.viewer.scene.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/** The numbers beside a control scene: who acts, the action within its bounds, what the step brought. */
public final class ControlFacts {
    private static final int MOST_COMPONENTS = 8;

    private ControlFacts() {}

    /**
     * The facts of a step.
     *
     * @param actionNames for people, one per component; missing ones are numbered
     */
    public static PlanFacts of(
            ControlEpisode episode, ControlStep step, ControlHistory history, List<String> actionNames) {
        ControlDescription about = episode.description();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Tone.HEADING, "Control", ""));
        plain(facts, "acts", shortName(about.actor()));
        plain(facts, "episode's seed", Long.toString(about.seed()));
        facts.add(new Fact(Tone.HEADING, "Action", step.acts() ? "of its bounds" : "none: the episode is over"));
        for (int i = 0; i < Math.min(step.action().length, MOST_COMPONENTS); i++) {
            String name = i < actionNames.size() ? actionNames.get(i) : "component " + i;
            plain(facts, name, PlanFacts.number(step.action()[i]) + bounds(about.action(), i));
        }
        facts.add(new Fact(Tone.HEADING, "This step", ""));
        plain(facts, "reward", PlanFacts.number(step.reward()));
        double[] sums = history.column(ControlHistory.RETURN);
        int last = step.acts() ? (int) step.t() : (int) step.t() - 1;
        plain(facts, "return so far", PlanFacts.number(last >= 0 && last < sums.length ? sums[last] : Double.NaN));
        if (!step.info().isEmpty()) {
            facts.add(new Fact(Tone.HEADING, "After this step", ""));
        }
        for (Map.Entry<String, Double> info : step.info().entrySet()) {
            plain(facts, info.getKey(), PlanFacts.number(info.getValue()));
        }
        if (step.terminated()) {
            facts.add(new Fact(Tone.GOOD, "episode", "terminated: the task ended"));
        } else if (step.truncated()) {
            plain(facts, "episode", "truncated: its time is over");
        }
        return new PlanFacts(facts);
    }

    /** The end of a path says more than its beginning. */
    private static String shortName(String actor) {
        String[] parts = actor.replace('\\', '/').split("/", -1);
        int from = Math.max(0, parts.length - 2);
        return String.join("/", List.of(parts).subList(from, parts.length));
    }

    private static String bounds(ControlDescription.Bounds bounds, int component) {
        return component < bounds.size()
                ? "   [" + PlanFacts.number(bounds.low()[component]) + ", " + PlanFacts.number(bounds.high()[component])
                        + "]"
                : "";
    }

    private static void plain(List<Fact> facts, String name, String value) {
        facts.add(new Fact(Tone.PLAIN, name, value));
    }
}
