package org.teleost.experiments.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiments.compare.Contest.Match;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.runner.PolicyFactory;
import org.teleost.experiments.runner.SingleEpisode;
import org.teleost.experiments.runner.StepRecord;
import org.teleost.problem.Instance;

/** Plays matches one after the other. Instances are kept from one solver to the next; each solver is warmed up once. */
final class Matches {
    /** Index of the throwaway episodes, which no comparison plays. */
    private static final int WARM_UP = -1;

    private final Contest contest;
    private final Map<String, Match> matches;
    private final Set<String> warm = new HashSet<>();
    private String instanceKey = "";
    private Instance instance;

    Matches(Contest contest, Map<String, Match> matches) {
        this.contest = contest;
        this.matches = matches;
    }

    /** Plays the match of this key; one at a time. */
    Optional<Cell> play(String key, CellMonitor monitor) {
        Match match = matches.get(key);
        RunConfiguration configuration = contest.configuration(match.problem(), match.solver(), match.budget());
        PolicyFactory policies = Policies.named(match.problem(), configuration);
        RunSettings run = configuration.run();
        if (warm.add(match.problem().name() + " " + match.solver().text())) {
            episode(match, WARM_UP, run).warmUp(policies, monitor::stopRequested);
        }
        SingleEpisode episode = episode(match, match.episode(), run);
        return episode.play(
                        policies, step -> monitor.progress((step + 1.0) / (run.steps() + 1)), monitor::stopRequested)
                .map(result -> cell(key, match, result));
    }

    private SingleEpisode episode(Match match, int index, RunSettings run) {
        EpisodeSeeds seeds = EpisodeSeeds.of(run.seed(), index);
        String wanted = match.problem().name() + " " + index;
        if (!wanted.equals(instanceKey)) {
            instance = match.problem().instance(seeds.instance());
            instanceKey = wanted;
        }
        return new SingleEpisode(index, seeds, instance, run);
    }

    private static Cell cell(String key, Match match, EpisodeResult result) {
        List<StepRecord> steps = result.steps();
        return Cell.of(key)
                .with("problem", match.problem().name())
                .with("solver", match.solver().text())
                .with("budget", match.budget().text())
                .with("episode", (double) match.episode())
                .with("return", result.discountedReturn())
                .with("steps", steps.size())
                .with("succeeded", result.succeeded() ? 1.0 : 0.0)
                .with("seconds", result.seconds())
                .with(
                        "planningMs",
                        mean(steps.stream()
                                .mapToDouble(s -> 1e-6 * s.planningNanos())
                                .toArray()))
                .with(
                        "overshootMs",
                        steps.stream()
                                .mapToDouble(s -> 1e-6 * s.overshootNanos())
                                .max()
                                .orElse(0.0))
                .with(
                        "simulations",
                        mean(steps.stream()
                                .mapToDouble(StepRecord::searchEpisodes)
                                .toArray()))
                .with("beliefFaults", (double) steps.stream()
                        .filter(s -> s.belief().compareTo(Level.RECOVERED) >= 0)
                        .count());
    }

    private static double mean(double... values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0.0 : sum / values.length;
    }
}
