package org.teleost.conformance;

import java.util.List;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Log-likelihoods agree with the observations that the step samples: no sampled observation is impossible; listable
 * observations appear as often as their likelihood says (chi-square, see {@link ObservationTable}); and on average an
 * observation speaks for the state that produced it (see {@link Evidence}), which also covers 64-bit keys.
 *
 * <p>Only steps after which the episode goes on are compared, since no belief is updated after the last one. A test
 * whose outcome is suspicious is repeated with {@value #AGAIN} times the samples from other streams, and only that one
 * counts: so a likelihood that is off by three hundredths is told from chance, and a right one is not accused.
 */
final class LikelihoodCheck implements Check {
    private static final long PURPOSE = 150;
    private static final int PROBE = 64;
    private static final int AGAIN = 32;

    @Override
    public String name() {
        return "likelihood";
    }

    @Override
    public void run(Subject subject) {
        ObservationTable table = new ObservationTable(subject);
        Evidence evidence = new Evidence(subject);
        int tests = 0;
        List<Subject.Reached> states = subject.someReached(subject.settings.likelihoodTests());
        for (Subject.Reached reached : states) {
            subject.at(-1, reached.step(), reached.episode());
            RandomStream choice = subject.stream(PURPOSE, tests);
            int action = chooseAction(subject, reached.state(), choice, tests);
            if (action < 0) {
                continue;
            }
            subject.at(action, reached.step(), reached.episode());
            tests++;
            if (!test(subject, table, evidence, reached.state(), action, tests)) {
                return;
            }
        }
        if (!states.isEmpty() && !table.enumerable()) {
            subject.at(-1, -1, -1);
            subject.report(
                    Severity.INFO,
                    "observationCount=" + subject.model.observationCount()
                            + " can't be listed; only possibility and evidence were tested, not frequencies");
        }
    }

    // half of the tests take any legal action, half the first of a few that more than one observation can answer
    private static int chooseAction(Subject subject, State state, RandomStream choice, int test) {
        List<Integer> legal = subject.someLegal(state, choice);
        if (legal.isEmpty()) {
            return -1;
        }
        if (test % 2 == 1) {
            for (int action : legal) {
                StepSample few = StepSample.draw(subject, state, action, PURPOSE + 1, (long) test * PROBE, PROBE);
                if (few.groups.stream()
                                .flatMap(group -> group.counts.keySet().stream())
                                .distinct()
                                .count()
                        > 1) {
                    return action;
                }
            }
        }
        return legal.get(0);
    }

    private static boolean test(
            Subject subject, ObservationTable table, Evidence evidence, State from, int action, int test) {
        int samples = subject.settings.samples();
        long stream = (long) test * samples * AGAIN;
        StepSample first = StepSample.draw(subject, from, action, PURPOSE + 2, stream, samples);
        if (!possible(subject, first)) {
            return false;
        }
        if (table.suspicion(first) == null && evidence.mismatch(first, test) == null) {
            return true;
        }
        StepSample second = StepSample.draw(subject, from, action, PURPOSE + 3, stream, AGAIN * samples);
        if (!possible(subject, second)) {
            return false;
        }
        String frequency = table.mismatch(second);
        String direction = evidence.mismatch(second, test);
        if (frequency != null) {
            subject.error(frequency);
        } else if (direction != null) {
            subject.error(direction);
        }
        return true;
    }

    private static boolean possible(Subject subject, StepSample sample) {
        GenerativeModel model = subject.model;
        for (StepSample.Group group : sample.groups) {
            for (long observation : group.counts.keySet()) {
                double value = model.logLikelihood(observation, sample.action, group.nextState);
                if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
                    subject.error("logLikelihood=" + value + " for observation " + observation
                            + "; return a finite number, or negative infinity when impossible");
                    return false;
                }
                if (value == Double.NEGATIVE_INFINITY) {
                    subject.error("the step produced observation " + observation + " ("
                            + model.observationText(observation) + ") " + group.counts.get(observation)
                            + " times with next state " + model.stateText(group.nextState)
                            + ", but its logLikelihood is -Infinity; beliefs would lose the true state");
                    return false;
                }
            }
        }
        return true;
    }
}
