package org.teleost.viewer.scene;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.source.DecisionRecord;
import org.teleost.viewer.source.DecisionRecord.ActionRow;

/**
 * Why an action won: the planner takes the action with the largest probability under the reference policy, which grows
 * with an action's value backup by backup.
 */
public final class Reason {
    private Reason() {}

    /** Sentences, none when nothing is known. */
    public static List<String> of(DecisionRecord decision) {
        List<String> sentences = new ArrayList<>();
        if (decision == null) {
            return sentences;
        }
        List<ActionRow> ranked = decision.ranked();
        if (ranked.isEmpty() || ranked.get(0).id() != decision.action()) {
            return sentences;
        }
        ActionRow chosen = ranked.get(0);
        ActionRow next = ranked.size() > 1 ? ranked.get(1) : null;
        String name = chosen.text() + " has " + PlanFacts.percent(chosen.probability()) + " of the policy";
        if (next == null) {
            sentences.add(name + "; no other action was tried");
        } else {
            sentences.add(name + ", next is " + next.text() + " with " + PlanFacts.percent(next.probability()));
            sentences.add(values(chosen, next));
        }
        if (!decision.veto().isEmpty()) {
            sentences.add("refused before it: " + decision.veto());
        }
        return sentences;
    }

    private static String values(ActionRow chosen, ActionRow next) {
        double lead = chosen.value() - next.value();
        return "Q " + PlanFacts.number(chosen.value()) + " against " + PlanFacts.number(next.value()) + ": "
                + PlanFacts.number(Math.abs(lead)) + (lead < 0 ? " worse" : " better");
    }
}
