package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.learn.replay.Transition;

/** Asked from within a step of the environment, with a clock that the test moves. */
class WatchdogTest {
    private static final AptSettings SETTINGS = Runs.small(CollectionMode.ASYNC, 1)
            .with(s -> {
                s.stepDeadline = 0.001;
                s.resetDeadline = 0.009;
            });

    private final Watchdog watchdog = new Watchdog(SETTINGS);
    private final List<String> answers = new ArrayList<>();

    /** Answers of the watchdog at these times during one step. */
    private List<String> duringAStep(long... nanos) {
        TinyProblem problem = new TinyProblem((actor, instance, step, out) -> {
            for (long now : nanos) {
                answers.add(watchdog.hang(now));
            }
        });
        try (Collector collector = new Collector(problem, SETTINGS, 0, 0)) {
            watchdog.watch(collector, 0);
            collector.step(null, new Transition(TinyProblem.OBSERVATIONS, TinyProblem.ACTIONS));
            answers.add(watchdog.hang(Long.MAX_VALUE / 2));
        }
        return answers;
    }

    @Test
    void aStepThatReachesItsDeadlineHangs() {
        List<String> heard = duringAStep(100, 400_100, 800_100, 1_000_099, 1_000_100);
        assertThat(heard.subList(0, 4)).containsOnlyNulls();
        assertThat(heard.get(4)).contains("did not return from a step").contains("episode=0 waitedMillis=1");
    }

    @Test
    void aStepThatReturnedIsForgottenHoweverLateTheQuestion() {
        assertThat(duringAStep(100, 900_000)).containsOnlyNulls();
    }

    @Test
    void oneLongGapBetweenQuestionsCondemnsNobody() {
        assertThat(duringAStep(100, 60_000_000_000L)).containsOnlyNulls();
    }

    @Test
    void gapsThatAddUpDo() {
        List<String> heard = duringAStep(100, 60_000_000_000L, 120_000_000_000L);
        assertThat(heard.get(1)).isNull();
        assertThat(heard.get(2)).contains("deadlineMillis=1");
    }
}
