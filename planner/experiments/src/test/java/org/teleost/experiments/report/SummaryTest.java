package org.teleost.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.runner.SeriesOutcome;
import org.teleost.experiments.runner.StepRecord;

class SummaryTest {
    private static final RunConfiguration CONFIGURATION =
            Configurator.configure(CorridorProblem.sound(), List.of(), List.of());

    private static StepRecord step(int episode, int index, long planningMillis, double share, Level level) {
        return new StepRecord(
                episode,
                index,
                1,
                0,
                0,
                0,
                planningMillis * 1_000_000,
                250_000,
                2_000_000,
                4,
                100,
                1000,
                10,
                3,
                false,
                64,
                share,
                level);
    }

    private static EpisodeResult episode(int index, double value, boolean succeeded, StepRecord... steps) {
        return new EpisodeResult(
                index,
                1,
                value,
                succeeded,
                succeeded,
                !succeeded,
                index + 5L,
                1,
                Map.of("collisions", index + 0.0),
                List.of(steps));
    }

    private static RunSummary summary(EpisodeResult... episodes) {
        return RunSummary.of(CONFIGURATION, new SeriesOutcome(List.of(episodes), Optional.empty(), false));
    }

    private static RunSummary two() {
        return summary(
                episode(0, 4, true, step(0, 0, 100, 0.5, Level.HEALTHY)),
                episode(1, 6, false, step(1, 0, 300, 0.1, Level.LOST), step(1, 1, 100, Double.NaN, Level.HEALTHY)));
    }

    @Test
    void numbersAreMeansOverAllEpisodesAndDecisions() {
        ObjectNode json = JsonSummary.results(two());
        assertThat(json.at("/discountedReturn/mean").doubleValue()).isEqualTo(5.0);
        assertThat(json.at("/discountedReturn/ci95").doubleValue()).isBetween(12.7, 12.71);
        assertThat(json.at("/successRate").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/stepsMean").doubleValue()).isEqualTo(1.5);
        assertThat(json.at("/successfulSteps/mean").doubleValue()).isEqualTo(1.0);
        assertThat(json.at("/planningMillis/max").doubleValue()).isEqualTo(300.0);
        assertThat(json.at("/overshootMillis/p99").doubleValue()).isEqualTo(0.25);
        assertThat(json.at("/simulatedStepsPerSecond").doubleValue()).isEqualTo(6000.0);
        assertThat(json.at("/allocatedBytesPerDecision").doubleValue()).isEqualTo(64.0);
        assertThat(json.at("/metrics/collisions/mean").doubleValue()).isEqualTo(0.5);
        assertThat(json.at("/belief/lost").longValue()).isEqualTo(1);
        assertThat(json.at("/belief/updates").longValue()).isEqualTo(2);
        assertThat(json.at("/decisionDigest").textValue()).matches("[0-9a-f]{16}");
    }

    @Test
    void unknownNumbersAreNullAndTheLineIsValidJson() {
        ObjectNode json = JsonSummary.results(summary());
        for (String path : List.of(
                "/discountedReturn/mean",
                "/discountedReturn/ci95",
                "/successRate",
                "/stepsMean",
                "/planningMillis/p99",
                "/overshootMillis/max",
                "/simulatedStepsPerSecond")) {
            assertThat(json.at(path).isNull()).as(path).isTrue();
        }
        assertThat(Json.line(json)).doesNotContain("NaN").doesNotContain("\n");
    }

    @Test
    void theDigestDependsOnTheOrderOfEpisodes() {
        StepRecord step = step(0, 0, 1, 1, Level.HEALTHY);
        long forward =
                summary(episode(0, 1, true, step), episode(1, 1, true, step)).digest();
        long backward =
                summary(episode(1, 1, true, step), episode(0, 1, true, step)).digest();
        assertThat(forward).isNotEqualTo(backward);
    }

    @Test
    void theTextNamesWhatMatters() {
        assertThat(String.join("\n", TextSummary.of(two())))
                .contains(
                        "discounted return    5.00 +- 12.71",
                        "success rate         50.0 %",
                        "steps of successes   1.00")
                .contains("overshoot", "collisions / episode", "1 lost", "6,000 simulated steps/s");
        assertThat(TextSummary.of(summary())).anyMatch(line -> line.startsWith("episodes"));
    }

    @Test
    void aSingleEpisodeHasNoHalfWidth() {
        assertThat(TextSummary.plusMinus("%.3f", 1.0, Double.NaN)).isEqualTo("1.000");
        assertThat(TextSummary.plusMinus("%.3f", 1.0, 0.25)).isEqualTo("1.000 +- 0.250");
    }
}
