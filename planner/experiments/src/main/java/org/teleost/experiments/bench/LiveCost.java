package org.teleost.experiments.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedPublisher;
import org.teleost.live.LiveFeed;
import org.teleost.problem.Problem;

/**
 * What a viewer costs the planner: rounds of the same episodes without and with one attached, in turns. The budget is
 * counted in episodes, so both kinds do the same work, decision by decision, and only its time can differ.
 *
 * @param window whether the viewer is a window, or a program that takes the records and throws them away
 * @param without rounds without a viewer
 * @param with rounds with one, pair by pair
 */
public record LiveCost(
        String problem, String budget, int threads, boolean window, List<LiveRound> without, List<LiveRound> with) {
    private static final double WARM_UP_SECONDS = 6.0;

    /**
     * Measures.
     *
     * @param secondsPerRound length of a round, about
     * @param report told a line per pair
     */
    public static LiveCost measure(
            Problem problem,
            String budget,
            int threads,
            int pairs,
            double secondsPerRound,
            boolean window,
            Consumer<String> report) {
        LiveFeed feed = new LiveFeed();
        try (FeedPublisher publisher = FeedPublisher.open(feed, problem.name(), FeedAddress.parse("0"));
                Watcher watcher = Watcher.start(publisher, window)) {
            RunConfiguration one = configuration(problem, budget, threads, 1);
            double perEpisode = LiveRound.secondsPerCall(WARM_UP_SECONDS, () -> LiveRound.run(problem, one, feed));
            int episodes = (int) Math.max(1, Math.round(secondsPerRound / perEpisode));
            RunConfiguration round = configuration(problem, budget, threads, episodes);
            List<LiveRound> without = new ArrayList<>();
            List<LiveRound> with = new ArrayList<>();
            for (int pair = 0; pair < pairs; pair++) {
                // the order changes from pair to pair, so that a drift of the machine favours neither
                for (boolean watched : pair % 2 == 0 ? new boolean[] {false, true} : new boolean[] {true, false}) {
                    if (watched) {
                        watcher.proceed();
                        with.add(LiveRound.run(problem, round, feed));
                    } else {
                        watcher.stop();
                        without.add(LiveRound.run(problem, round, null));
                    }
                }
                report.accept(pairLine(pair, without.get(pair), with.get(pair)));
            }
            return new LiveCost(problem.name(), budget, threads, window, without, with);
        }
    }

    private static RunConfiguration configuration(Problem problem, String budget, int threads, int episodes) {
        return Configurator.configure(
                problem,
                List.of(),
                List.of(
                        new Setting("budget", budget, "--budget"),
                        new Setting("threads", Integer.toString(threads), "--threads"),
                        new Setting("episodes", Integer.toString(episodes), "--seconds"),
                        new Setting("warmup", "0", "bench live")));
    }

    private static String pairLine(int pair, LiveRound without, LiveRound with) {
        return String.format(
                Locale.ROOT,
                "  pair %d  p99 %.3f -> %.3f ms  p50 %.3f -> %.3f ms  %,.0f -> %,.0f simulated steps/s%s",
                pair + 1,
                without.p99Millis(),
                with.p99Millis(),
                without.p50Millis(),
                with.p50Millis(),
                without.stepsPerSecond(),
                with.stepsPerSecond(),
                without.digest() == with.digest() ? "" : "  (different decisions: the budget is not counted)");
    }

    /** Change in percent from without to with, pair by pair: mean with its 95 % interval. */
    public MeanInterval change(ToDoubleFunction<LiveRound> figure) {
        return MeanInterval.of(changes(figure));
    }

    private double[] changes(ToDoubleFunction<LiveRound> figure) {
        double[] changes = new double[with.size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = 100.0 * (figure.applyAsDouble(with.get(i)) / figure.applyAsDouble(without.get(i)) - 1.0);
        }
        return changes;
    }

    private double median(ToDoubleFunction<LiveRound> figure) {
        double[] sorted = changes(figure);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
    }

    /** What came of it, for people. */
    public List<String> text() {
        LiveRound first = without.get(0);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%s, %s per decision, %d thread%s, %d pairs of rounds of %d decisions in %.1f s, viewer: %s",
                        problem,
                        budget,
                        threads,
                        threads == 1 ? "" : "s",
                        with.size(),
                        first.decisions(),
                        first.seconds(),
                        window ? "window" : "takes all records, draws nothing"),
                line("decision p99", LiveRound::p99Millis),
                line("decision p50", LiveRound::p50Millis),
                line("simulated steps/s", LiveRound::stepsPerSecond));
    }

    private String line(String name, ToDoubleFunction<LiveRound> figure) {
        MeanInterval change = change(figure);
        return String.format(
                Locale.ROOT,
                "  %-18s median %+.2f %%, mean %+.2f %% (95 %% interval %+.2f to %+.2f)",
                name,
                median(figure),
                change.mean(),
                change.low(),
                change.high());
    }

    /** The same with all rounds. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("problem", problem);
        json.put("budget", budget);
        json.put("threads", threads);
        json.put("window", window);
        rounds(json.putArray("without"), without);
        rounds(json.putArray("with"), with);
        return json;
    }

    private static void rounds(ArrayNode array, List<LiveRound> rounds) {
        for (LiveRound round : rounds) {
            ObjectNode row = array.addObject();
            row.put("decisions", round.decisions());
            Json.put(row, "p50Millis", round.p50Millis());
            Json.put(row, "p99Millis", round.p99Millis());
            Json.put(row, "simulatedStepsPerSecond", round.stepsPerSecond());
            Json.put(row, "seconds", round.seconds());
        }
    }
}
