package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.viewer.scene.PlanFacts.ActionLine;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.source.StepRecord;

class PlanFactsTest {
    private static final String STEP = """
            {"t": 3, "decision": {"action": 7, "value": 2.5, "gap": 0.5, "overshootNanos": 2000000, "actions": [
              {"id": 4, "text": "never", "value": null, "visits": 0},
              {"id": 7, "text": "go", "value": 2.5, "visits": 90},
              {"id": 9, "text": "wait", "value": 3.0, "visits": 10}]},
             "beliefHealth": {"level": "DEGRADED", "effectiveSampleSize": 12.4, "particles": 100},
             "action": {"id": 9, "text": "wait"}, "reward": -1.5, "terminal": true}
            """;

    @Test
    void actionsKeepThePlannersOrderWithTheChosenOneFirst() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse(STEP));
        assertThat(facts.actions()).extracting(ActionLine::text).containsExactly("go", "never", "wait");
        assertThat(facts.ranking()).isEqualTo("as the planner ranks them");
        assertThat(facts.facts()).extracting(Fact::name).contains("value lead over never");
    }

    /** The planner ranks by its policy, which need not follow the values; a baseline by the values. */
    @Test
    void whatActionsAreRankedByIsSaid() {
        String step = """
                {"t": 0, "decision": {"action": 1, "actions": [
                  {"id": 1, "text": "a", "value": %s, "visits": 5, "probability": %s},
                  {"id": 2, "text": "b", "value": 2.0, "visits": 5, "probability": 0.3}]}}
                """;
        PlanFacts policy = PlanFacts.of(StepRecord.parse(step.formatted("1.0", "0.7")));
        assertThat(policy.ranking()).isEqualTo("by share of the policy");
        assertThat(policy.actions()).extracting(ActionLine::text).containsExactly("a", "b");
        assertThat(policy.actions()).extracting(ActionLine::share).containsExactly(0.7, 0.3);
        assertThat(policy.facts()).contains(new Fact(Tone.PLAIN, "value lead over b", "-1"));
        PlanFacts value = PlanFacts.of(StepRecord.parse(step.formatted("3.0", "0.2")));
        assertThat(value.ranking()).isEqualTo("by value");
    }

    @Test
    void reasonAndFactsNameTheSameNextBest() {
        StepRecord step = StepRecord.parse("""
                {"t": 0, "decision": {"action": 1, "actions": [
                  {"id": 1, "text": "a", "value": 1.0, "visits": 5, "probability": 0.7},
                  {"id": 2, "text": "b", "value": 0.5, "visits": 5, "probability": 0.2},
                  {"id": 3, "text": "c", "value": 3.0, "visits": 1, "probability": 0.1}]}}
                """);
        assertThat(Reason.of(step.decision()).get(0)).contains("next is b");
        assertThat(PlanFacts.of(step).facts()).extracting(Fact::name).contains("value lead over b");
    }

    @Test
    void tellsChosenFromExecuted() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse(STEP));
        assertThat(facts.actions().get(0).chosen()).isTrue();
        assertThat(facts.actions().get(0).executed()).isFalse();
        assertThat(facts.actions().get(2).executed()).isTrue();
    }

    @Test
    void warnsOfPoorBeliefsAndMissedDeadlines() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse(STEP));
        assertThat(facts.facts())
                .contains(new Fact(Tone.WARNING, "health", "degraded"))
                .contains(new Fact(Tone.WARNING, "past the deadline", "2 ms"))
                .contains(new Fact(Tone.GOOD, "episode", "ends here"));
    }

    @Test
    void aStepWithNothingInItSaysSo() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse("{\"t\": 0}"));
        assertThat(facts.actions()).isEmpty();
        assertThat(facts.facts()).extracting(Fact::value).contains("not recorded: no planner", "not executed");
    }

    @Test
    void numbersKeepWhatMatters() {
        assertThat(PlanFacts.number(0.5)).isEqualTo("0.5");
        assertThat(PlanFacts.number(-1234.56)).isEqualTo("-1234.6");
        assertThat(PlanFacts.number(100.0)).isEqualTo("100");
        assertThat(PlanFacts.number(2e7)).isEqualTo("2.00e+07");
        assertThat(PlanFacts.number(Double.NaN)).isEqualTo("\u2013");
        assertThat(PlanFacts.number(Double.NEGATIVE_INFINITY)).isEqualTo("-\u221e");
        assertThat(PlanFacts.count(1234567)).isEqualTo("1,234,567");
    }
}
