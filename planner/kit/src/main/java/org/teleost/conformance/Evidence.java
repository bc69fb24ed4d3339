package org.teleost.conformance;

import java.util.ArrayList;
import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;

/**
 * Observations must speak for the state that produced them. With o_i drawn from Z(.|s'_i,a) and any fixed other state
 * s'', the product of Z(o_i|s'',a) / Z(o_i|s'_i,a) has expectation at most 1, so by Markov's inequality it exceeds 1/p
 * with probability at most p: an exact test for any sample size, and factors that depend on the observation and the
 * action alone cancel. It finds likelihoods centred on the wrong place, not ones that are merely too wide.
 */
final class Evidence {
    private static final long PURPOSE = 160;
    private static final int RIVALS = 16;

    // a rival for which an observation is impossible adds this much instead of infinity, which only weakens the test
    private static final double CAP = 50.0;

    private final Subject subject;
    private final GenerativeModel model;
    private final double bound;

    Evidence(Subject subject) {
        this.subject = subject;
        model = subject.model;
        double tests = (double) RIVALS * Math.max(1, subject.settings.likelihoodTests());
        bound = Math.log(subject.settings.significance() / tests);
    }

    /** What disagrees, or null. */
    String mismatch(StepSample sample, int test) {
        for (State rival : rivals(sample, test)) {
            double sum = 0.0;
            for (StepSample.Group group : sample.groups) {
                State own = group.nextState;
                for (var entry : group.counts.entrySet()) {
                    long observation = entry.getKey();
                    double ratio = model.logLikelihood(observation, sample.action, own)
                            - model.logLikelihood(observation, sample.action, rival);
                    sum += entry.getValue() * Math.min(CAP, ratio);
                }
            }
            if (sum < bound) {
                return "observations speak for the wrong state: over samples=" + sample.total
                        + " the sum of logLikelihood is " + -sum + " higher for next state " + model.stateText(rival)
                        + " than for the next states that produced them, for example "
                        + model.stateText(sample.groups.get(0).nextState)
                        + "; make step and logLikelihood describe one distribution";
            }
        }
        return null;
    }

    private List<State> rivals(StepSample sample, int test) {
        List<State> rivals = new ArrayList<>();
        if (sample.groups.isEmpty()) {
            return rivals;
        }
        Outcome out = new Outcome();
        int index = 0;
        for (Subject.Reached reached : subject.someReached(RIVALS)) {
            if (model.isLegal(reached.state(), sample.action)) {
                State state = subject.copy(reached.state());
                model.step(state, sample.action, subject.stream(PURPOSE, (long) test * RIVALS + index++), out);
                if (!out.terminal) {
                    // a filter compares particles of one history
                    System.arraycopy(sample.groups.get(0).nextState.history, 0, state.history, 0, state.history.length);
                    rivals.add(state);
                }
            }
        }
        return rivals;
    }
}
