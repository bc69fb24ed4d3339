package org.teleost.conformance;

import java.util.ArrayList;
import java.util.List;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.SampledActions;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * The model under test with the place the checks have reached, the states seen so far and the findings. Checks set the
 * place before they call the model, so that an exception or a finding can name it.
 */
final class Subject {
    /** Findings kept per check; the rest is counted. */
    private static final int KEPT = 4;

    /** Points of a box of actions that stand for all of them. */
    private static final int POINTS = 16;

    final GenerativeModel model;
    final ConformanceSettings settings;

    /** Non-terminal states of random episodes, filled by {@link EpisodeCheck}. */
    final List<Reached> reached = new ArrayList<>();

    final Coverage coverage = new Coverage();

    private final List<Finding> findings = new ArrayList<>();
    private StateLayout layout;
    private String check = "";
    private int kept;
    private int dropped;
    private int action;
    private int step;
    private long episode;

    /** A state met on the way: before step {@code step} of an episode. */
    record Reached(State state, int step, long episode) {}

    Subject(GenerativeModel model, ConformanceSettings settings) {
        this.model = continuous(model) ? new SampledActions(model, POINTS) : model;
        this.settings = settings;
    }

    /** A layout that fails is for the checks to find. */
    private static boolean continuous(GenerativeModel model) {
        try {
            return model.layout().action().size() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    String name() {
        try {
            return String.valueOf(model.name());
        } catch (RuntimeException e) {
            return model.getClass().getName();
        }
    }

    /** Remembers the layout; called once it is known to be sound. */
    void countLanes() {
        layout = model.layout();
    }

    StateLayout layout() {
        return layout;
    }

    State newState() {
        return layout.newState();
    }

    State copy(State state) {
        State copy = newState();
        copy.copyFrom(state);
        return copy;
    }

    /** A stream of the kit: {@code purpose} keeps the checks independent. */
    RandomStream stream(long purpose, long index) {
        RandomStream stream = new RandomStream(settings.seed());
        stream.startEpisode(settings.seed(), purpose, index);
        return stream;
    }

    /** Up to {@code limit} reached states, spread evenly over all of them. */
    List<Reached> someReached(int limit) {
        int count = Math.min(limit, reached.size());
        List<Reached> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(reached.get((int) ((long) i * reached.size() / count)));
        }
        return some;
    }

    /** Up to {@code actionsPerState} legal actions: all of them, or a run of ids that starts at a random one. */
    List<Integer> someLegal(State state, RandomStream stream) {
        int count = model.actionCount();
        int first = stream.nextInt(count);
        List<Integer> legal = new ArrayList<>();
        for (int i = 0; i < count && legal.size() < settings.actionsPerState(); i++) {
            int candidate = (int) ((first + (long) i) % count);
            if (model.isLegal(state, candidate)) {
                legal.add(candidate);
            }
        }
        return legal;
    }

    /** A legal action for a walk, half of them proposed by the model; -1 when none is legal. */
    int walkAction(State state, RandomStream stream) {
        int count = model.actionCount();
        if (stream.nextBoolean(0.5)) {
            int proposed = model.proposeAction(state, stream);
            if (proposed >= 0 && proposed < count && model.isLegal(state, proposed)) {
                return proposed;
            }
        }
        int first = stream.nextInt(count);
        for (int i = 0; i < count; i++) {
            int candidate = (int) ((first + (long) i) % count);
            if (model.isLegal(state, candidate)) {
                return candidate;
            }
        }
        return -1;
    }

    void enter(String name) {
        check = name;
        kept = 0;
        dropped = 0;
        at(-1, -1, -1);
    }

    void leave() {
        if (dropped > 0) {
            findings.add(new Finding(check, Severity.INFO, "and " + dropped + " more findings of this check"));
        }
    }

    /** Sets the place; negative numbers mean unknown. */
    void at(int newAction, int newStep, long newEpisode) {
        action = newAction;
        step = newStep;
        episode = newEpisode;
    }

    /** Notes a sampled step; an observation that is no id is an error wherever it turns up. */
    void sampled(int taken, Outcome out) {
        coverage.step(taken, out);
        long count = model.observationCount();
        if (count > 0 && (out.observation < 0 || out.observation >= count)) {
            error("observation=" + out.observation + " outside 0 to " + (count - 1)
                    + "; return ids in range (also on terminal steps) or use KEYED_OBSERVATIONS");
        }
    }

    void error(String what) {
        report(Severity.ERROR, what);
    }

    void report(Severity severity, String what) {
        // warnings leave the last place to an error
        if (kept == KEPT || kept == KEPT - 1 && severity == Severity.WARNING) {
            dropped++;
            return;
        }
        kept++;
        findings.add(new Finding(check, severity, "model=" + name() + place() + ": " + what));
    }

    /** Reports an exception of the model with the line that threw it. */
    void threw(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String line = trace.length == 0 ? "" : " at " + trace[0];
        error("threw " + e + line + "; a model must handle every state it can reach and every legal action");
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Finding> findings() {
        return findings;
    }

    private String place() {
        StringBuilder text = new StringBuilder();
        if (action >= 0) {
            text.append(" action=")
                    .append(action)
                    .append(" (")
                    .append(actionText(action))
                    .append(')');
        }
        if (step >= 0) {
            text.append(" step=").append(step);
        }
        if (episode >= 0) {
            text.append(" episode=").append(episode);
        }
        return text.toString();
    }

    private String actionText(int id) {
        try {
            return model.actionText(id);
        } catch (RuntimeException e) {
            return "no text: " + e;
        }
    }
}
