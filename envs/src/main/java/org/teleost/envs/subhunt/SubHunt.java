package org.teleost.envs.subhunt;

import java.util.List;
import java.util.Locale;
import org.teleost.envs.beams.Beams;
import org.teleost.envs.beams.BinnedNormal;
import org.teleost.envs.beams.ReadingBins;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** SubHunt; the package description is the exact definition. */
public final class SubHunt implements GenerativeModel {
    /** Actions; the four before are the moves N, E, S, W. */
    public static final int PING = 4;

    public static final int ENGAGE = 5;

    /** Lanes. */
    static final int OWN = 0;

    static final int TARGET = 1;
    static final int GOAL = 2;
    static final int AWARE = 3;

    static final int SIZE = 20;
    private static final int[] DX = {0, 1, 0, -1};
    private static final int[] DY = {1, 0, -1, 0};
    private static final int OWN_SPEED = 3;
    private static final int KILL_RADIUS = 2;
    private static final double KILLS_AWARE = 0.6;
    private static final double KILL_REWARD = 100.0;
    private static final int PASSIVE_RADIUS = 3;
    private static final double EXACT_DEVIATION = 0.5;
    private static final double PASSIVE_DEVIATION = 5.0;
    private static final ReadingBins BINS = ReadingBins.uniform(-17.0, 0.2);

    private final StateLayout layout = StateLayout.ofInts("own", "target", "goal", "aware");
    private final BinnedNormal pinged = new BinnedNormal(BINS, SIZE, EXACT_DEVIATION);
    private final BinnedNormal passive = new BinnedNormal(BINS, PASSIVE_RADIUS, PASSIVE_DEVIATION);

    /** The law of the target's beam by the square of its distance. */
    private final BinnedNormal[] met = new BinnedNormal[2 * (SIZE - 1) * (SIZE - 1) + 1];

    public SubHunt() {
        for (int dx = 0; dx < SIZE; dx++) {
            for (int dy = 0; dy <= dx; dy++) {
                int square = dx * dx + dy * dy;
                if (met[square] == null) {
                    met[square] = new BinnedNormal(BINS, Math.sqrt(square), EXACT_DEVIATION);
                }
            }
        }
    }

    @Override
    public String name() {
        return "subhunt";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 6;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 0.99;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        int goal = stream.nextInt(4);
        int along = stream.nextInt(SIZE);
        int x = DX[goal] == 0 ? along : DX[goal] > 0 ? 0 : SIZE - 1;
        int y = DY[goal] == 0 ? along : DY[goal] > 0 ? 0 : SIZE - 1;
        state.ints[OWN] = cell(SIZE / 2 - 1, SIZE / 2 - 1);
        state.ints[TARGET] = cell(x, y);
        state.ints[GOAL] = goal;
        state.ints[AWARE] = 0;
    }

    /** The cell at (x, y), clamped to the field. */
    static int cell(int x, int y) {
        return clamp(y) * SIZE + clamp(x);
    }

    static int column(int cell) {
        return cell % SIZE;
    }

    static int row(int cell) {
        return cell / SIZE;
    }

    private static int clamp(int coordinate) {
        return Math.max(0, Math.min(SIZE - 1, coordinate));
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int[] lanes = state.ints;
        if (action == ENGAGE && squareDistance(state) <= KILL_RADIUS * KILL_RADIUS) {
            if (lanes[AWARE] == 0 || stream.nextBoolean(KILLS_AWARE)) {
                out.set(KILL_REWARD, 0, true);
                return;
            }
        }
        if (action == PING) {
            lanes[AWARE] = 1;
        } else if (action < PING) {
            lanes[OWN] = moved(lanes[OWN], action);
        }
        boolean escaped = cross(lanes, stream);
        out.set(0.0, escaped ? 0 : read(state, action, stream), escaped);
    }

    /** Where a move leads from a cell. */
    static int moved(int own, int move) {
        return cell(own % SIZE + OWN_SPEED * DX[move], own / SIZE + OWN_SPEED * DY[move]);
    }

    /** How far the target comes on average in its next step. */
    static double advanceX(State state) {
        return 1.5 * DX[state.ints[GOAL]];
    }

    static double advanceY(State state) {
        return 1.5 * DY[state.ints[GOAL]];
    }

    /** Moves the target; true when it has reached its side. */
    private static boolean cross(int[] lanes, RandomStream stream) {
        int goal = lanes[GOAL];
        double u = stream.nextDouble();
        int side = u < 0.5 ? goal : u < 0.75 ? goal + 3 & 3 : goal + 1 & 3;
        int x = clamp(lanes[TARGET] % SIZE + DX[goal] + DX[side]);
        int y = clamp(lanes[TARGET] / SIZE + DY[goal] + DY[side]);
        lanes[TARGET] = y * SIZE + x;
        int progress = DX[goal] * x + DY[goal] * y;
        return progress == (goal < 2 ? SIZE - 1 : 0);
    }

    static int squareDistance(State state) {
        int dx = state.ints[TARGET] % SIZE - state.ints[OWN] % SIZE;
        int dy = state.ints[TARGET] / SIZE - state.ints[OWN] / SIZE;
        return dx * dx + dy * dy;
    }

    private static int beam(State state) {
        int dx = state.ints[TARGET] % SIZE - state.ints[OWN] % SIZE;
        int dy = state.ints[TARGET] / SIZE - state.ints[OWN] / SIZE;
        return Beams.towards(dx, dy);
    }

    private static boolean meets(int square, int action) {
        return action == PING || square <= PASSIVE_RADIUS * PASSIVE_RADIUS;
    }

    private long read(State state, int action, RandomStream stream) {
        int square = squareDistance(state);
        int active = meets(square, action) ? beam(state) : -1;
        BinnedNormal background = action == PING ? pinged : passive;
        long key = 0;
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            key |= Beams.key(beam, (beam == active ? met[square] : background).draw(stream));
        }
        return key;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int square = squareDistance(nextState);
        int active = meets(square, action) ? beam(nextState) : -1;
        BinnedNormal background = action == PING ? pinged : passive;
        double sum = 0.0;
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            sum += (beam == active ? met[square] : background).logMass(Beams.bin(observation, beam));
        }
        return sum;
    }

    @Override
    public String actionText(int action) {
        return List.of("north", "east", "south", "west", "ping", "engage").get(action);
    }

    @Override
    public String observationText(long observation) {
        StringBuilder text = new StringBuilder("beams");
        for (int beam = 0; beam < Beams.COUNT; beam++) {
            text.append(String.format(Locale.ROOT, " %.1f", BINS.middle(Beams.bin(observation, beam))));
        }
        return text.toString();
    }

    @Override
    public String stateText(State state) {
        int[] lanes = state.ints;
        return "own=" + place(lanes[OWN]) + " target=" + place(lanes[TARGET]) + " to=" + actionText(lanes[GOAL])
                + (lanes[AWARE] == 1 ? " aware" : " unaware");
    }

    private static String place(int cell) {
        return "(" + cell % SIZE + "," + cell / SIZE + ")";
    }
}
