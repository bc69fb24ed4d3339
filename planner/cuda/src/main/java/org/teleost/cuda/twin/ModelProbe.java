package org.teleost.cuda.twin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Does with a Java model what probe.cuh does with its twin. */
final class ModelProbe {
    static final int STEPS = 40;

    private final GenerativeModel model;
    private final State state;
    private final RandomStream stream = new RandomStream(0);
    private final Outcome out = new Outcome();

    ModelProbe(GenerativeModel model) {
        this.model = model;
        state = model.layout().newState();
    }

    /** Words of one case in the device's input. */
    int caseWords() {
        return state.ints.length + state.floats.length + state.history.length + 7;
    }

    /** Words of a case's record. */
    int resultWords() {
        int lanes = state.ints.length + state.floats.length;
        return 1 + 2 + 1 + 2 + lanes + 2 + 2 + 1 + 2 + 2 + 2 + state.history.length + 1 + lanes + 2;
    }

    /** Words of an episode's record at its longest. */
    int episodeWords() {
        int lanes = state.ints.length + state.floats.length;
        return lanes + state.history.length + STEPS * (6 + lanes + state.history.length + 2);
    }

    /** Appends a case: a state met on the way from the start, and an action of any kind. */
    ProbeRecord draw(long seed, long episode, ByteBuffer input) {
        RandomStream choice = new RandomStream(RandomStream.derive(seed, episode));
        walk(choice, choice.nextInt(30));
        int action = choice.nextBoolean(0.5) ? choice.nextInt(model.actionCount()) : propose(choice);
        long observation = anyObservation(choice);
        for (int lane : state.ints) {
            input.putInt(lane);
        }
        for (float lane : state.floats) {
            input.putFloat(lane);
        }
        for (float lane : state.history) {
            input.putFloat(lane);
        }
        input.putInt(action).putLong(seed).putLong(episode).putLong(observation);
        return probe(action, seed, episode, observation);
    }

    private long anyObservation(RandomStream choice) {
        long count = model.observationCount();
        boolean small = count > 0 && count <= Integer.MAX_VALUE;
        return small ? choice.nextInt((int) count) : choice.nextLong() >>> 1;
    }

    /** Leaves a state in which the episode goes on. */
    private void walk(RandomStream choice, int steps) {
        model.initialHistory(state);
        model.sampleInitial(state, choice);
        State before = model.layout().newState();
        for (int step = 0; step < steps; step++) {
            before.copyFrom(state);
            int action = choice.nextBoolean(0.2) ? choice.nextInt(model.actionCount()) : propose(choice);
            model.step(state, action, choice, out);
            if (out.terminal) {
                state.copyFrom(before);
                return;
            }
            model.updateHistory(state, action, out.observation);
        }
    }

    private int propose(RandomStream choice) {
        return model.proposeAction(state, choice);
    }

    private ProbeRecord probe(int action, long seed, long episode, long observation) {
        ProbeRecord record = new ProbeRecord(resultWords());
        stream.startEpisode(seed, 0, episode);
        record.put("isLegal", model.isLegal(state, action));
        record.put("heuristicValue", model.heuristicValue(state));
        record.put("proposeAction", model.proposeAction(state, stream));
        record.put("draws of proposeAction", stream.nextLong());

        model.step(state, action, stream, out);
        record.lanes("next state", state);
        record.put("reward", out.reward);
        record.put("observation", out.observation);
        record.put("terminal", out.terminal);
        record.put("draws of step", stream.nextLong());
        record.put("logLikelihood", model.logLikelihood(out.observation, action, state));
        record.put("logLikelihood of another observation", model.logLikelihood(observation, action, state));
        if (!out.terminal) {
            model.updateHistory(state, action, out.observation);
        }
        record.put("history", state.history);

        record.put("rejuvenate", model.rejuvenate(state, stream));
        record.lanes("rejuvenated state", state);
        record.put("draws of rejuvenate", stream.nextLong());
        return record;
    }

    /** A whole episode from the initial belief; proposals and, every fourth step, any action. */
    ProbeRecord episode(long seed, long episode) {
        ProbeRecord record = new ProbeRecord(episodeWords());
        stream.startEpisode(seed, 1, episode);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        record.lanes("initial state", state);
        record.put("initial history", state.history);
        for (int step = 0; step < STEPS; step++) {
            stream.startDepth(step + 1);
            int action = step % 4 == 3 ? stream.nextInt(model.actionCount()) : propose(stream);
            model.step(state, action, stream, out);
            String at = "step " + step + " ";
            record.put(at + "action", action);
            record.put(at + "reward", out.reward);
            record.put(at + "observation", out.observation);
            record.put(at + "terminal", out.terminal);
            record.lanes(at + "state", state);
            if (out.terminal) {
                return record;
            }
            model.updateHistory(state, action, out.observation);
            record.put(at + "history", state.history);
            record.put(at + "heuristicValue", model.heuristicValue(state));
        }
        return record;
    }

    static ByteBuffer buffer(long words) {
        return ByteBuffer.allocate(Math.toIntExact(4 * words)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
