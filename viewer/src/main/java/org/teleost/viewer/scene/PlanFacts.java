package org.teleost.viewer.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.DecisionRecord;
import org.teleost.viewer.source.HealthRecord;
import org.teleost.viewer.source.StepRecord;

/**
 * Why the robot acts: the planner's numbers of one step, ready to be shown.
 *
 * @param actions as the planner ranks them, the chosen one first
 * @param ranking what they are ranked by, in words; empty without actions
 * @param facts named numbers, in reading order
 */
public record PlanFacts(List<ActionLine> actions, String ranking, List<Fact> facts) {
    /** Facts without actions. */
    public PlanFacts(List<Fact> facts) {
        this(List.of(), "", facts);
    }

    public PlanFacts {
        actions = List.copyOf(actions);
        facts = List.copyOf(facts);
    }

    /**
     * One explained action.
     *
     * @param share of the policy, 0 to 1; NaN when unknown
     */
    public record ActionLine(
            String text, double value, double visits, double share, boolean chosen, boolean executed) {}

    /** A named text. */
    public record Fact(Tone tone, String name, String value) {}

    /** How a fact reads. */
    public enum Tone {
        HEADING,
        PLAIN,
        GOOD,
        WARNING
    }

    /** The facts of a step. */
    public static PlanFacts of(StepRecord step) {
        List<Fact> facts = new ArrayList<>();
        decision(step.decision(), facts);
        belief(step.belief(), step.health(), facts);
        outcome(step, facts);
        return step.decision() == null
                ? new PlanFacts(facts)
                : new PlanFacts(lines(step), rankingText(step.decision()), facts);
    }

    /** The planner ranks by the policy's share, others by the value. */
    private static String rankingText(DecisionRecord decision) {
        List<DecisionRecord.ActionRow> rows = decision.ranked();
        if (falls(rows, DecisionRecord.ActionRow::probability)) {
            return "by share of the policy";
        }
        return falls(rows, DecisionRecord.ActionRow::value) ? "by value" : "as the planner ranks them";
    }

    private static boolean falls(
            List<DecisionRecord.ActionRow> rows, ToDoubleFunction<DecisionRecord.ActionRow> number) {
        for (int i = 1; i < rows.size(); i++) {
            if (!(number.applyAsDouble(rows.get(i)) <= number.applyAsDouble(rows.get(i - 1)))) {
                return false;
            }
        }
        return !rows.isEmpty() && Double.isFinite(number.applyAsDouble(rows.get(0)));
    }

    private static List<ActionLine> lines(StepRecord step) {
        List<ActionLine> lines = new ArrayList<>();
        for (DecisionRecord.ActionRow row : step.decision().ranked()) {
            lines.add(new ActionLine(
                    row.text(),
                    row.value(),
                    row.visits(),
                    row.probability(),
                    row.id() == step.decision().action(),
                    row.id() == step.action()));
        }
        return lines;
    }

    private static void decision(DecisionRecord decision, List<Fact> facts) {
        if (decision == null) {
            facts.add(new Fact(Tone.HEADING, "Decision", "not recorded: no planner"));
            return;
        }
        facts.add(new Fact(Tone.HEADING, "Decision", ""));
        plain(facts, "value", number(decision.value()));
        List<DecisionRecord.ActionRow> ranked = decision.ranked();
        if (ranked.size() > 1) {
            double lead = ranked.get(0).value() - ranked.get(1).value();
            plain(facts, "value lead over " + ranked.get(1).text(), number(lead));
        }
        plain(
                facts,
                "search",
                count(decision.tree().getOrDefault("episodes", Double.NaN)) + " episodes, "
                        + count(decision.tree().getOrDefault("nodes", Double.NaN)) + " nodes, depth "
                        + count(decision.tree().getOrDefault("depth", Double.NaN)));
        plain(facts, "planning time", number(1e-6 * decision.planningNanos()) + " ms");
        if (decision.overshootNanos() > 0) {
            facts.add(new Fact(Tone.WARNING, "past the deadline", number(1e-6 * decision.overshootNanos()) + " ms"));
        }
        if (!decision.veto().isEmpty()) {
            facts.add(new Fact(Tone.WARNING, "refused", decision.veto()));
        }
    }

    private static void belief(BeliefRecord belief, HealthRecord health, List<Fact> facts) {
        if (belief == null && health == null) {
            return;
        }
        facts.add(new Fact(Tone.HEADING, "Belief", ""));
        if (health != null) {
            boolean good = health.level().equals("HEALTHY");
            facts.add(new Fact(
                    good ? Tone.GOOD : Tone.WARNING, "health", health.level().toLowerCase(Locale.ROOT)));
        }
        if (belief != null) {
            plain(facts, "effective sample size", count(belief.effectiveSampleSize()) + " of " + count(belief.size()));
        }
        if (health != null) {
            plain(
                    facts,
                    "distinct ancestors",
                    count(health.uniqueAncestors()) + (health.resampled() ? ", resampled" : ""));
            plain(facts, "log evidence", number(health.logEvidence()));
        }
    }

    private static void outcome(StepRecord step, List<Fact> facts) {
        facts.add(new Fact(Tone.HEADING, "This step", ""));
        plain(facts, "action", step.action() < 0 ? "not executed" : step.actionText());
        plain(facts, "reward", number(step.reward()));
        plain(facts, "observed", step.observationText().isEmpty() ? "nothing" : step.observationText());
        if (step.terminal()) {
            facts.add(new Fact(Tone.GOOD, "episode", "ends here"));
        }
    }

    private static void plain(List<Fact> facts, String name, String value) {
        facts.add(new Fact(Tone.PLAIN, name, value));
    }

    /** Four significant digits or so; a dash for what is unknown. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "-\u221e";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e6 || size > 0 && size < 1e-3) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        String text = String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 10 ? "%.2f" : "%.3f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A share from 0 to 1 in per cent; a dash for what is unknown. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "\u2013";
        }
        double percent = 100 * share;
        return percent > 0 && percent < 0.01
                ? "<0.01 %"
                : String.format(Locale.ROOT, percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    /** A whole number with thousands set apart. */
    public static String count(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,d", Math.round(value)) : "\u2013";
    }
}
