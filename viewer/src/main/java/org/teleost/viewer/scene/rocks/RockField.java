package org.teleost.viewer.scene.rocks;

import java.util.Arrays;
import java.util.Optional;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.Instance;
import org.teleost.random.RandomStream;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.Instances;

/**
 * Where the rocks of an episode lie. A trace does not say; the model does when it is asked the right way: a move north
 * from cell 0 ends at cell {@code size}, and sampling on a cell changes the log-odds of the rock there and no other.
 *
 * @param size cells per side; cell = y * size + x, and size * size once a rover has left
 * @param cells cell of each rock
 */
record RockField(int size, int[] cells) {
    private static final int LOW_HALF = 0xFFFF;

    int x(int cell) {
        return cell % size;
    }

    int y(int cell) {
        return cell / size;
    }

    boolean isGone(int cell) {
        return cell >= size * size;
    }

    /** The field of an episode with that many rovers, empty when its problem is not at hand. */
    static Optional<RockField> of(EpisodeInfo info, int rovers) {
        return Instances.of(info).map(Instance::model).map(model -> ask(model, rovers));
    }

    private static RockField ask(GenerativeModel model, int rovers) {
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(0);
        model.sampleInitial(state, stream);
        place(state, 0);
        model.step(state, action(model, "north", rovers), stream, new Outcome());
        int size = Math.max(1, state.ints[0] & LOW_HALF);

        int[] rocks = new int[model.layout().history().size() - rovers];
        int sample = action(model, "sample", rovers);
        for (int cell = 0; cell < size * size; cell++) {
            place(state, cell);
            model.initialHistory(state);
            float[] before = state.history.clone();
            model.updateHistory(state, sample, 0);
            for (int rock = 0; rock < rocks.length; rock++) {
                if (state.history[rovers + rock] != before[rovers + rock]) {
                    rocks[rock] = cell;
                }
            }
        }
        return new RockField(size, rocks);
    }

    /** Puts rover 0 on a cell and leaves a second one where it is. */
    private static void place(State state, int cell) {
        state.ints[0] = state.ints[0] & ~LOW_HALF | cell;
    }

    /** The action in which rover 0 does what the text says and all others go east. */
    private static int action(GenerativeModel model, String text, int rovers) {
        String wanted = rovers == 1 ? text : text + "+east";
        for (int action = 0; action < model.actionCount(); action++) {
            if (model.actionText(action).equals(wanted)) {
                return action;
            }
        }
        throw new IllegalArgumentException("model=" + model.name() + " has no action " + wanted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RockField field && field.size == size && Arrays.equals(field.cells, cells);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return "RockField[size=" + size + ", cells=" + Arrays.toString(cells) + "]";
    }
}
