package org.teleost.trace;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;

/** Builds the JSON text of one step, member by member; a member without a source is left out. */
final class StepJson {
    private final GenerativeModel model;
    private final ActionBox box;
    private final float[] coordinates;
    private final LaneJson lanes;
    private final BeliefSample sample;
    private final JsonWriter json = new JsonWriter();

    /** Coordinates of the decision's action, null without a decision. */
    private float[] executed;

    StepJson(GenerativeModel model) {
        this.model = model;
        box = model.layout().action();
        coordinates = new float[box.size()];
        lanes = new LaneJson(model.layout());
        sample = new BeliefSample(model.layout());
    }

    void begin(long step) {
        executed = null;
        json.clear();
        json.open('{').name("t").value(step);
    }

    String end() {
        return json.close('}').text();
    }

    void state(String member, State state) {
        if (state != null) {
            json.name(member);
            lanes.write(state, json);
        }
    }

    void outcome(int action, Outcome outcome) {
        json.name("action");
        action(action, executed, 0);
        json.close('}').name("reward").value(outcome.reward).name("observation");
        observation(outcome.observation);
        json.close('}').name("terminal").value(outcome.terminal);
    }

    /** Weights are rounded to float: half the text, and no picture needs more. */
    void belief(ParticleBelief belief) {
        if (belief == null) {
            return;
        }
        sample.take(belief);
        json.name("belief").open('{').name("size").value(belief.size());
        json.name("effectiveSampleSize").value(belief.effectiveSampleSize());
        lanes.writeHistory(sample.particles[0], json);
        json.name("particles").open('{').name("weights").open('[');
        for (int i = 0; i < sample.count; i++) {
            json.value((float) sample.weights[i]);
        }
        json.close(']');
        lanes.writeColumns(sample.particles, sample.count, json);
        json.close('}').close('}');
    }

    void health(BeliefHealth health) {
        if (health == null) {
            return;
        }
        json.name("beliefHealth").open('{');
        json.name("level").value(health.level.name());
        json.name("trustworthy").value(health.trustworthy());
        json.name("effectiveSampleSize").value(health.effectiveSampleSize);
        json.name("logEvidence").value(health.logEvidence);
        json.name("uniqueAncestors").value(health.uniqueAncestors);
        json.name("terminalParticles").value(health.terminalParticles);
        json.name("particles").value(health.particles);
        json.name("resampled").value(health.resampled);
        json.close('}');
    }

    void decision(Decision decision) {
        if (decision == null) {
            return;
        }
        executed = decision.lanes;
        json.name("decision").open('{').name("action").value(decision.action);
        json.name("value").value(decision.value).name("gap").value(decision.gap());
        explainedActions(decision);
        predictedObservations(decision);
        tree(decision);
        json.name("effectiveEta").value(decision.effectiveEta);
        json.name("planningNanos").value(decision.planningNanos);
        json.name("overshootNanos").value(decision.overshootNanos);
        if (decision.vetoedAction >= 0) {
            json.name("veto");
            action(decision.vetoedAction, null, 0);
            json.name("reason").value(decision.vetoReason).close('}');
        }
        json.close('}');
    }

    private void explainedActions(Decision decision) {
        json.name("actions").open('[');
        for (int i = 0; i < decision.actionRows; i++) {
            action(decision.actions[i], decision.rowLanes, i * box.size());
            json.name("value").value(decision.values[i]).name("visits").value(decision.visits[i]);
            json.name("standardError").value(decision.standardErrors[i]);
            json.name("probability").value(decision.probabilities[i]).close('}');
        }
        json.close(']');
    }

    private void predictedObservations(Decision decision) {
        json.name("observations").open('[');
        for (int i = 0; i < decision.observationRows; i++) {
            observation(decision.observations[i]);
            json.name("probability").value(decision.observationProbabilities[i]).close('}');
        }
        json.close(']').name("terminalProbability").value(decision.terminalProbability);
    }

    private void tree(Decision decision) {
        json.name("tree").open('{');
        json.name("nodes").value(decision.nodes).name("edges").value(decision.edges);
        json.name("depth").value(decision.depth).name("full").value(decision.treeFull);
        json.name("passes").value(decision.passes).name("episodes").value(decision.episodes);
        json.name("simulatedSteps").value(decision.simulatedSteps);
        json.name("simulatedActions").value(decision.simulatedActions).close('}');
    }

    /** Opens an object with id and text, and coordinates if it has any, which the caller completes and closes. */
    private void action(int action, float[] lanes, int offset) {
        json.open('{').name("id").value(action);
        if (box.size() == 0) {
            json.name("text").value(model.actionText(action));
            return;
        }
        if (lanes == null) {
            json.name("text").value("");
            return;
        }
        System.arraycopy(lanes, offset, coordinates, 0, coordinates.length);
        json.name("text")
                .value(model.actionText(coordinates))
                .name("coordinates")
                .open('[');
        for (float coordinate : coordinates) {
            json.value(coordinate);
        }
        json.close(']');
    }

    /** The key is a text: 64-bit integers do not survive readers that hold numbers as doubles. */
    private void observation(long key) {
        json.open('{').name("key").value(Long.toString(key)).name("text").value(model.observationText(key));
    }
}
