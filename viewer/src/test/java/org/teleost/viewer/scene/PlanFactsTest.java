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
              {"id": 4, "text": "never", "value": null, "visits": 0, "halfWidth": null},
              {"id": 7, "text": "go", "value": 2.5, "visits": 90, "halfWidth": 0.25},
              {"id": 9, "text": "wait", "value": 3.0, "visits": 10, "halfWidth": null}]},
             "beliefHealth": {"level": "DEGRADED", "effectiveSampleSize": 12.4, "particles": 100},
             "action": {"id": 9, "text": "wait"}, "reward": -1.5, "terminal": true}
            """;

    @Test
    void ranksActionsByValueAndPutsUntriedOnesLast() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse(STEP));
        assertThat(facts.actions()).extracting(ActionLine::text).containsExactly("wait", "go", "never");
    }

    @Test
    void tellsChosenFromExecuted() {
        PlanFacts facts = PlanFacts.of(StepRecord.parse(STEP));
        assertThat(facts.actions().get(1).chosen()).isTrue();
        assertThat(facts.actions().get(1).executed()).isFalse();
        assertThat(facts.actions().get(0).executed()).isTrue();
        assertThat(facts.actions().get(1).high()).isEqualTo(2.75);
        assertThat(facts.actions().get(0).low()).isEqualTo(3.0);
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
