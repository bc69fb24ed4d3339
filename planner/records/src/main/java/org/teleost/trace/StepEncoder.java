package org.teleost.trace;

import java.nio.charset.StandardCharsets;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.tree.TreeSample;

/**
 * Turns steps into the JSON of a trace (schema {@code teleost.Step}), for files and for live viewers alike. A step
 * comes in two halves because worlds and beliefs change in place; null leaves a member out. Not thread safe.
 */
public final class StepEncoder {
    private final StepJson json;
    private final TreeJson treeJson;
    private long step;

    public StepEncoder(GenerativeModel model) {
        json = new StepJson(model);
        treeJson = new TreeJson(model);
    }

    /** Begins a step: everything is copied; arguments as in {@link EpisodeTraceWriter#planned}. */
    public void planned(long step, State state, ParticleBelief belief, BeliefHealth health, Decision decision) {
        this.step = step;
        json.begin(step);
        json.state("state", state);
        json.belief(belief);
        json.health(health);
        json.decision(decision);
    }

    /**
     * The belief tree that the planned step's decision came from (schema {@code teleost.Tree}); the rows are copied.
     */
    public byte[] tree(TreeSample tree) {
        return treeJson.text(step, tree).getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the step; arguments as in {@link EpisodeTraceWriter#executed}. */
    public byte[] executed(int action, Outcome outcome, State nextState) {
        json.outcome(action, outcome);
        json.state("nextState", nextState);
        return end();
    }

    /** Ends a step that was never executed. */
    byte[] end() {
        return json.end().getBytes(StandardCharsets.UTF_8);
    }
}
