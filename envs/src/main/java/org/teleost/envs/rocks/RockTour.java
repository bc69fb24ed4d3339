package org.teleost.envs.rocks;

import org.teleost.model.DeviceModel;

/**
 * Value of a greedy tour: the expected discounted return when each rover walks from rock to rock, checks each on the
 * spot, samples it if good (or samples unchecked when it is almost surely good), and finally leaves east.
 *
 * <p>It reads only the marginals p_i and the rovers' cells, so it knows uncertainty: better information about a rock
 * raises it. For a rock at Manhattan distance d and a rover with discount D so far:
 *
 * <pre>
 * check:  reward 10 p gamma^(d+1) D,      D <- D gamma^(d+1) (p gamma + 1 - p),  time d + 1 + p
 * blind:  reward 10 (2p - 1) gamma^d D,   D <- D gamma^(d+1),                    time d + 1
 * </pre>
 *
 * The next rock maximises reward - cost * (time + detour) with cost = costBase + costPerRock * (expected good rocks
 * left), the worth of a step spent elsewhere, and detour the cells by which the other rover is nearer. The rover with
 * the larger discount, the earlier clock, moves next, and a rock belongs to the first that takes it. A rover leaves
 * when its best rock is worth less than the later exit loses.
 */
public final class RockTour {
    private static final float PRIZE = (float) RockMap.PRIZE;
    private static final float WORTHLESS = 0.06f;

    /** Clocks this close are equal, and rover 0 moves first: rounding must not decide. */
    private static final float SAME_CLOCK = 1.00001f;

    private static final float SCORE_STEPS = 4096.0f;
    private static final int NONE = Integer.MIN_VALUE;
    private static final int ROCK_BITS = 6;
    private static final int ROCK_MASK = (1 << ROCK_BITS) - 1;

    /** The policy's parameters. */
    public record Costs(double costBase, double costPerRock, int maxStops) {
        public Costs {
            if (!(costBase >= 0.0 && costPerRock >= 0.0 && maxStops >= 1 && costBase + 64 * costPerRock <= 40.0)) {
                throw new IllegalArgumentException("costBase=" + costBase + " costPerRock=" + costPerRock + " maxStops="
                        + maxStops + "; costs: 0 or more, costBase + 64 costPerRock at most 40; maxStops: 1 or more");
            }
        }
    }

    private final RockMap map;
    private final int rovers;
    private final float discount;
    private final float costBase;
    private final float costPerRock;
    private final int maxStops;
    /** power[d] = gamma^d. */
    private final float[] power;

    private final ThreadLocal<Visits> scratch;

    public RockTour(RockMap map, double discount, Costs costs) {
        this.map = map;
        this.rovers = map.rovers();
        this.discount = (float) discount;
        costBase = (float) costs.costBase();
        costPerRock = (float) costs.costPerRock();
        maxStops = costs.maxStops();
        power = new float[2 * map.size + 2];
        for (int d = 0; d < power.length; d++) {
            power[d] = (float) Math.pow(discount, d);
        }
        int rocks = map.rocks;
        scratch = ThreadLocal.withInitial(() -> new Visits(rocks));
    }

    /** What a visit to each rock brings, by rock; one per thread. */
    static final class Visits {
        final float[] probability;
        /** Reward at distance 0 before the discount. */
        final float[] reward;
        /** Expected steps after arrival. */
        final float[] time;
        /** Expected discount of those steps. */
        final float[] fade;

        /** One bit per rock that is worth a visit and not taken. */
        long open;
        /** Sum of the open rocks' probabilities. */
        float expectedGood;

        Visits(int rocks) {
            probability = new float[rocks];
            reward = new float[rocks];
            time = new float[rocks];
            fade = new float[rocks];
        }

        void take(int rock) {
            expectedGood -= probability[rock];
            open &= ~(1L << rock);
        }
    }

    /** Expected discounted return of the tour from the history lanes (rover cells, then log-odds). */
    public double value(float[] history) {
        Visits visits = scratch.get();
        collect(history, visits);
        int cell0 = (int) history[0];
        if (rovers == 1) {
            return cell0 == map.gone ? 0.0 : single(cell0, visits);
        }
        int cell1 = (int) history[1];
        if (cell0 == map.gone || cell1 == map.gone) {
            int cell = Math.min(cell0, cell1);
            return cell == map.gone ? 0.0 : single(cell, visits);
        }
        return pair(cell0, cell1, visits);
    }

    /** The policy's numbers and tour.cuh, which needs rocks.cuh before it. */
    public void describe(DeviceModel.Builder twin) {
        twin.define("TOUR_PRIZE", PRIZE)
                .define("TOUR_WORTHLESS", WORTHLESS)
                .define("TOUR_SAME_CLOCK", SAME_CLOCK)
                .define("TOUR_SCORE_STEPS", SCORE_STEPS)
                .define("TOUR_DISCOUNT", discount)
                .define("TOUR_COST_BASE", costBase)
                .define("TOUR_COST_PER_ROCK", costPerRock)
                .define("TOUR_MAX_STOPS", maxStops)
                .table("tourPower", power)
                .file(RockTour.class, "tour.cuh");
    }

    private void collect(float[] history, Visits v) {
        long open = 0;
        float sum = 0.0f;
        for (int rock = 0; rock < map.rocks; rock++) {
            float p = RockOdds.quickProbability(history[rovers + rock]);
            float check = PRIZE * discount * p;
            float blind = PRIZE * (2.0f * p - 1.0f);
            boolean isBlind = blind >= check - costBase * p;
            v.probability[rock] = p;
            v.reward[rock] = isBlind ? blind : check;
            v.time[rock] = isBlind ? 1.0f : 1.0f + p;
            v.fade[rock] = isBlind ? discount : discount * (1.0f - p + p * discount);
            boolean worthless = p < WORTHLESS;
            open |= worthless ? 0 : 1L << rock;
            sum += worthless ? 0.0f : p;
        }
        v.open = open;
        v.expectedGood = sum;
    }

    /** The rock to visit next, near ones first, or -1 to leave. */
    private int next(int cell, int other, Visits v) {
        long near = v.open & map.near[cell];
        int rock = best(cell, other, near, v);
        if (rock >= 0 && worth(cell, rock, v) > 0.0f) {
            return rock;
        }
        rock = near == v.open ? -1 : best(cell, other, v.open, v);
        return rock >= 0 && worth(cell, rock, v) > 0.0f ? rock : -1;
    }

    /**
     * Of the rocks in a bit set the one with the largest score for a rover on {@code cell} while the other is on
     * {@code other}, or -1. Scores are compared in steps of 1 / 4096 and the lower rock wins ties: one integer maximum
     * has no branch to miss.
     */
    private int best(int cell, int other, long among, Visits v) {
        byte[] distance = map.distance;
        int row = cell * map.rocks;
        int otherRow = other * map.rocks;
        float cost = costBase + costPerRock * v.expectedGood;
        int best = NONE;
        for (long left = among; left != 0; left &= left - 1) {
            int rock = Long.numberOfTrailingZeros(left);
            int d = distance[row + rock];
            int detour = Math.max(0, d - distance[otherRow + rock]);
            float score = v.reward[rock] * power[d] - cost * (d + detour + v.time[rock]);
            best = Math.max(best, (int) (score * SCORE_STEPS) << ROCK_BITS | ROCK_MASK - rock);
        }
        return best == NONE ? -1 : ROCK_MASK - (best & ROCK_MASK);
    }

    /** Reward now plus later exit, minus exit at once; undiscounted by the clock. */
    private float worth(int cell, int rock, Visits v) {
        float fall = power[map.distance[cell * map.rocks + rock]];
        float later = fall * v.fade[rock] * power[map.exitDistance[map.rockCell[rock]]];
        return fall * v.reward[rock] + PRIZE * (later - power[map.exitDistance[cell]]);
    }

    private double single(int cell, Visits v) {
        double total = 0.0;
        float clock = 1.0f;
        for (int stops = 0; stops < maxStops; stops++) {
            int rock = next(cell, map.gone, v);
            if (rock < 0) {
                break;
            }
            clock *= power[map.distance[cell * map.rocks + rock]];
            total += clock * v.reward[rock];
            clock *= v.fade[rock];
            cell = map.rockCell[rock];
            v.take(rock);
        }
        return total + clock * PRIZE * power[map.exitDistance[cell]];
    }

    private double pair(int cell0, int cell1, Visits v) {
        double total = 0.0;
        float clock0 = 1.0f;
        float clock1 = 1.0f;
        boolean left0 = false;
        boolean left1 = false;
        for (int stops = 0; stops < 2 * maxStops && !(left0 && left1); stops++) {
            boolean first = left1 || !left0 && clock0 * SAME_CLOCK >= clock1;
            int cell = first ? cell0 : cell1;
            float clock = first ? clock0 : clock1;
            int other = first ? (left1 ? map.gone : cell1) : left0 ? map.gone : cell0;
            int rock = next(cell, other, v);
            if (rock < 0) {
                left0 |= first;
                left1 |= !first;
                continue;
            }
            clock *= power[map.distance[cell * map.rocks + rock]];
            total += clock * v.reward[rock];
            clock *= v.fade[rock];
            cell0 = first ? map.rockCell[rock] : cell0;
            cell1 = first ? cell1 : map.rockCell[rock];
            clock0 = first ? clock : clock0;
            clock1 = first ? clock1 : clock;
            v.take(rock);
        }
        return total + PRIZE * (clock0 * power[map.exitDistance[cell0]] + clock1 * power[map.exitDistance[cell1]]);
    }
}
