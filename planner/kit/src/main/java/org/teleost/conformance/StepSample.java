package org.teleost.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** One step repeated from one state with fresh streams: the non-terminal results, grouped by next state. */
final class StepSample {
    /** Observations that came with one next state. */
    static final class Group {
        final State nextState;
        final Map<Long, Integer> counts = new HashMap<>();
        int total;

        Group(State nextState) {
            this.nextState = nextState;
        }
    }

    final int action;
    final List<Group> groups;
    final int total;

    private StepSample(int action, List<Group> groups, int total) {
        this.action = action;
        this.groups = groups;
        this.total = total;
    }

    static StepSample draw(Subject subject, State from, int action, long purpose, long firstStream, int repetitions) {
        GenerativeModel model = subject.model;
        Map<List<Object>, Group> byState = new LinkedHashMap<>();
        State state = subject.newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(subject.settings.seed());
        int total = 0;
        for (int i = 0; i < repetitions; i++) {
            state.copyFrom(from);
            stream.startEpisode(subject.settings.seed(), purpose, firstStream + i);
            model.step(state, action, stream, out);
            subject.sampled(action, out);
            if (out.terminal) {
                continue; // no belief update follows, the observation is never weighed
            }
            Group group = byState.computeIfAbsent(key(state), k -> new Group(subject.copy(state)));
            group.counts.merge(out.observation, 1, Integer::sum);
            group.total++;
            total++;
        }
        return new StepSample(action, new ArrayList<>(byState.values()), total);
    }

    private static List<Object> key(State state) {
        List<Object> key = new ArrayList<>(state.ints.length + state.floats.length);
        Arrays.stream(state.ints).forEach(key::add);
        for (float lane : state.floats) {
            key.add(lane);
        }
        return key;
    }
}
