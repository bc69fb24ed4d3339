package org.teleost.conformance;

import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Rewards, observation ids, heuristic values and lanes along random episodes; collects states for later checks. */
final class EpisodeCheck implements Check {
    private static final long PURPOSE = 102;
    private static final long WALK = 103;

    private double lowest;
    private double highest;
    private long terminals;

    @Override
    public String name() {
        return "episode";
    }

    @Override
    public void run(Subject subject) {
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        terminals = 0;
        for (int episode = 0; episode < subject.settings.episodes(); episode++) {
            try {
                walk(subject, episode);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                subject.threw(e);
            }
        }
        subject.at(-1, -1, -1);
        subject.report(
                Severity.INFO,
                "rewards from " + lowest + " to " + highest + ", terminal steps=" + terminals + ", states reached="
                        + subject.reached.size());
        if (terminals == 0 && subject.model.discount() == 1.0) {
            subject.report(
                    Severity.WARNING,
                    "discount=1 and no episode ended within " + subject.settings.steps()
                            + " steps; returns may be unbounded, use a discount below 1");
        }
    }

    private void walk(Subject subject, int episode) {
        GenerativeModel model = subject.model;
        RandomStream stream = subject.stream(PURPOSE, episode);
        RandomStream walk = subject.stream(WALK, episode);
        State state = subject.newState();
        Outcome out = new Outcome();
        subject.at(-1, 0, episode);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        for (int step = 0; step < subject.settings.steps(); step++) {
            subject.at(-1, step, episode);
            state(subject, state);
            subject.reached.add(new Subject.Reached(subject.copy(state), step, episode));
            walk.startDepth(step);
            int action = subject.walkAction(state, walk);
            if (action < 0) {
                return; // reported by the action check
            }
            subject.at(action, step, episode);
            stream.startDepth(step + 1);
            model.step(state, action, stream, out);
            subject.sampled(action, out);
            outcome(subject, out);
            if (out.terminal) {
                terminals++;
                return;
            }
            duration(subject, action, state);
            model.updateHistory(state, action, out.observation);
        }
    }

    private static void state(Subject subject, State state) {
        double value = subject.model.heuristicValue(state);
        if (!Double.isFinite(value)) {
            subject.error("heuristicValue=" + value + " in state " + subject.model.stateText(state)
                    + "; return a finite value for every non-terminal state");
        }
        String lane = Lanes.notANumber(subject.layout(), state);
        if (lane != null) {
            subject.report(Severity.WARNING, "lane " + lane + " is NaN; NaN never equals itself, use a marker value");
        }
    }

    private static void duration(Subject subject, int action, State nextState) {
        if (!subject.model.hasDurations()) {
            return;
        }
        double duration = subject.model.duration(action, nextState);
        if (!(duration > 0.0 && duration <= Double.MAX_VALUE)) {
            subject.error("duration=" + duration + "; it must be positive and finite, in steps of the discount");
        } else if (duration != subject.model.duration(action, nextState)) {
            subject.error("duration=" + duration + ", and another when asked again; if it is random, step draws it and"
                    + " keeps it in a lane");
        }
    }

    private void outcome(Subject subject, Outcome out) {
        ConformanceSettings settings = subject.settings;
        if (!Double.isFinite(out.reward)) {
            subject.error("reward=" + out.reward + "; set a finite reward in every step");
        } else if (out.reward < settings.rewardLow() || out.reward > settings.rewardHigh()) {
            subject.error("reward=" + out.reward + " outside " + settings.rewardLow() + " to " + settings.rewardHigh()
                    + "; mend the reward or state the range with withRewardRange");
        }
        lowest = Math.min(lowest, out.reward);
        highest = Math.max(highest, out.reward);
    }
}
