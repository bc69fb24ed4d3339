package org.teleost.envs.rocks;

import org.teleost.model.DeviceModel;
import org.teleost.random.RandomStream;

/**
 * Draws a rover action worth trying from the history lanes: usually a step towards a rock that pays, often a look at a
 * rock whose nature matters, sometimes anything legal, so that every legal action has a positive probability.
 */
public final class RoverProposal {
    private static final int LOOKED_AT = 3;
    private static final double UNIFORM_SHARE = 0.15;
    private static final double SENSE_SHARE = 0.40;
    private static final double ON_ROCK_SHARE = 0.75;

    /** log (0.03 / 0.97): rocks beyond need no sensing, rocks below no visit. */
    private static final float DECIDED = 3.476f;

    /** log (0.6 / 0.4). */
    private static final float LIKELY = 0.405f;

    private final RockMap map;
    private final int rovers;
    private final float cost;
    private final float[] power;

    /** {@code cost}: worth of one step, in reward. */
    public RoverProposal(RockMap map, double discount, double cost) {
        this.map = map;
        this.rovers = map.rovers();
        this.cost = (float) cost;
        power = new float[2 * map.size + 2];
        for (int d = 0; d < power.length; d++) {
            power[d] = (float) (RockMap.PRIZE * Math.pow(discount, d + 1));
        }
    }

    /** An action for the rover on {@code cell}, EAST when it is gone; {@code other} is the other's cell, or gone. */
    public int propose(int cell, int other, float[] history, RandomStream stream) {
        if (cell == map.gone) {
            return RockMap.EAST;
        }
        double draw = stream.nextDouble();
        if (draw < UNIFORM_SHARE) {
            return uniform(cell, stream);
        }
        int here = map.rockAt[cell];
        if (here >= 0 && history[rovers + here] > -DECIDED && stream.nextDouble() < ON_ROCK_SHARE) {
            return history[rovers + here] > LIKELY ? RockMap.SAMPLE : RockMap.SENSE + here;
        }
        return draw < SENSE_SHARE ? sense(cell, other, history, stream) : travel(cell, other, history, stream);
    }

    /** The numbers of the proposal and proposal.cuh, which needs rocks.cuh before it. */
    public void describe(DeviceModel.Builder twin) {
        twin.define("PROPOSAL_LOOKED_AT", LOOKED_AT)
                .define("PROPOSAL_UNIFORM_SHARE", UNIFORM_SHARE)
                .define("PROPOSAL_SENSE_SHARE", SENSE_SHARE)
                .define("PROPOSAL_ON_ROCK_SHARE", ON_ROCK_SHARE)
                .define("PROPOSAL_DECIDED", DECIDED)
                .define("PROPOSAL_LIKELY", LIKELY)
                .define("PROPOSAL_COST", cost)
                .define("PROPOSAL_POWERS", power.length)
                .table("proposalPower", power)
                .file(RoverProposal.class, "proposal.cuh");
    }

    private int uniform(int cell, RandomStream stream) {
        int actions = RockMap.SENSE + map.rocks;
        int action = stream.nextInt(actions);
        while (!map.isLegal(cell, action)) {
            action = stream.nextInt(actions);
        }
        return action;
    }

    /** Looks at the most telling of a few undecided rocks: uncertain, near, paying. */
    private int sense(int cell, int other, float[] history, RandomStream stream) {
        int first = stream.nextInt(Long.SIZE);
        int rock = mostTelling(cell, history, first, map.near[cell]);
        if (rock < 0) {
            rock = mostTelling(cell, history, first, map.all);
        }
        return rock < 0 ? travel(cell, other, history, stream) : RockMap.SENSE + rock;
    }

    private int mostTelling(int cell, float[] history, int first, long among) {
        int row = cell * map.rocks;
        int best = -1;
        float bestScore = 0.0f;
        int looked = 0;
        for (long left = Long.rotateRight(among, first); left != 0 && looked < LOOKED_AT; left &= left - 1) {
            int rock = Long.numberOfTrailingZeros(left) + first & Long.SIZE - 1;
            float logOdds = history[rovers + rock];
            if (Math.abs(logOdds) < DECIDED) {
                float p = RockOdds.quickProbability(logOdds);
                float edge = 2.0f * map.accuracy[row + rock] - 1.0f;
                float score = p * (1.0f - p) * edge * edge * power[map.distance[row + rock]];
                best = score > bestScore ? rock : best;
                bestScore = Math.max(bestScore, score);
                looked++;
            }
        }
        return best;
    }

    /** One step towards the best paying of a few rocks, near ones first, or east when none pays. */
    private int travel(int cell, int other, float[] history, RandomStream stream) {
        int first = stream.nextInt(Long.SIZE);
        int rock = bestPaying(cell, other, history, first, map.near[cell]);
        if (rock < 0) {
            rock = bestPaying(cell, other, history, first, map.all);
        }
        return rock < 0 || !pays(cell, rock, history) ? RockMap.EAST : step(cell, map.rockCell[rock], stream);
    }

    private int bestPaying(int cell, int other, float[] history, int first, long among) {
        int row = cell * map.rocks;
        int otherRow = other * map.rocks;
        int best = -1;
        float bestScore = Float.NEGATIVE_INFINITY;
        int looked = 0;
        for (long left = Long.rotateRight(among, first); left != 0 && looked < LOOKED_AT; left &= left - 1) {
            int rock = Long.numberOfTrailingZeros(left) + first & Long.SIZE - 1;
            float logOdds = history[rovers + rock];
            int d = map.distance[row + rock];
            if (logOdds > -DECIDED && d > 0) {
                float p = RockOdds.quickProbability(logOdds);
                int detour = Math.max(0, d - map.distance[otherRow + rock]);
                float score = p * power[d] - cost * (d + detour + 1 + p);
                best = score > bestScore ? rock : best;
                bestScore = Math.max(bestScore, score);
                looked++;
            }
        }
        return best;
    }

    /** Whether checking the rock pays more than the delayed exit costs. */
    private boolean pays(int cell, int rock, float[] history) {
        int d = map.distance[cell * map.rocks + rock];
        float p = RockOdds.quickProbability(history[rovers + rock]);
        int wasted = d + 1 + map.exitDistance[map.rockCell[rock]];
        float later = power[Math.min(wasted, power.length - 1)];
        return p * power[d] + later > power[map.exitDistance[cell]];
    }

    private int step(int cell, int target, RandomStream stream) {
        int size = map.size;
        int dx = target % size - cell % size;
        int dy = target / size - cell / size;
        boolean alongX = dy == 0 || dx != 0 && (stream.nextLong() >= 0);
        if (alongX) {
            return dx > 0 ? RockMap.EAST : RockMap.WEST;
        }
        return dy > 0 ? RockMap.NORTH : RockMap.SOUTH;
    }
}
