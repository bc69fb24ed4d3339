package org.teleost.viewer.scene.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.source.TrainingEpisode;

/** The numbers of one message on progress, and the last and best evaluation until then. */
final class TrainingFacts {
    private TrainingFacts() {}

    static PlanFacts of(TrainingEpisode training, int index) {
        Map<String, Double> row = training.progress().get(index);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Tone.HEADING, "Training", ""));
        count(facts, row, "environmentSteps", "environment steps");
        count(facts, row, "updates", "updates");
        number(facts, row, "updateRatio", "updates per step");
        count(facts, row, "episodes", "episodes");
        count(facts, row, "replaySize", "transitions in the replay buffer");
        plain(facts, "training time", TrainingScene.clock(value(row, "trainingSeconds")));
        evaluations(training, value(row, "environmentSteps"), facts);
        facts.add(new Fact(Tone.HEADING, "Learner", ""));
        number(facts, row, "criticLoss", "critic loss");
        number(facts, row, "actorLoss", "actor loss");
        number(facts, row, "entropy", "entropy");
        number(facts, row, "alpha", "entropy coefficient");
        number(facts, row, "updatesPerSecond", "updates a second");
        facts.add(new Fact(Tone.HEADING, "Actors", ""));
        number(facts, row, "stepsPerSecond", "steps a second");
        number(facts, row, "lagMean", "lag, updates");
        count(facts, row, "lagLargest", "largest lag");
        alarm(facts, row, "restarts", "restarts");
        alarm(facts, row, "quarantined", "given up");
        return new PlanFacts(facts);
    }

    private static void evaluations(TrainingEpisode training, double steps, List<Fact> facts) {
        double last = Double.NaN;
        double best = Double.NaN;
        for (Map<String, Double> score : training.scores()) {
            if (value(score, "environmentSteps") <= steps) {
                last = value(score, "mean");
                best = Double.isNaN(best) ? last : Math.max(best, last);
            }
        }
        if (!Double.isNaN(last)) {
            facts.add(new Fact(Tone.HEADING, "Evaluation", ""));
            plain(facts, "last", PlanFacts.number(last));
            plain(facts, "best so far", PlanFacts.number(best));
        }
    }

    private static double value(Map<String, Double> row, String name) {
        return row.getOrDefault(name, Double.NaN);
    }

    private static void count(List<Fact> facts, Map<String, Double> row, String name, String text) {
        plain(facts, text, PlanFacts.count(value(row, name)));
    }

    private static void number(List<Fact> facts, Map<String, Double> row, String name, String text) {
        plain(facts, text, PlanFacts.number(value(row, name)));
    }

    private static void alarm(List<Fact> facts, Map<String, Double> row, String name, String text) {
        if (value(row, name) > 0) {
            facts.add(new Fact(Tone.WARNING, text, PlanFacts.count(value(row, name))));
        }
    }

    private static void plain(List<Fact> facts, String name, String value) {
        facts.add(new Fact(Tone.PLAIN, name, value));
    }
}
