package org.teleost.envs.rocks;

import java.util.ArrayList;
import java.util.List;

/** The tour of {@link RockTour}, written plainly: doubles, lists, powers on the spot. */
final class PlainTour {
    private final RockMap map;
    private final double discount;
    private final RockTour.Costs costs;

    PlainTour(RockMap map, double discount, RockTour.Costs costs) {
        this.map = map;
        this.discount = discount;
        this.costs = costs;
    }

    /** A rock and its probability to be good. */
    record Rock(int id, double probability) {}

    private static final class Rover {
        int cell;
        double clock = 1.0;
        boolean leaving;
    }

    double value(float[] history) {
        List<Rover> rovers = new ArrayList<>();
        for (int r = 0; r < map.rovers(); r++) {
            Rover rover = new Rover();
            rover.cell = (int) history[r];
            if (rover.cell != map.gone) {
                rovers.add(rover);
            }
        }
        List<Rock> rocks = rocks(history);
        double total = 0.0;
        int most = rovers.size() * costs.maxStops();
        for (int stops = 0; stops < most; stops++) {
            Rover rover = null;
            for (Rover other : rovers) {
                if (!other.leaving && (rover == null || other.clock > rover.clock)) {
                    rover = other;
                }
            }
            if (rover == null) {
                break;
            }
            Rock rock = next(rover.cell, rocks);
            if (rock == null) {
                rover.leaving = true;
                continue;
            }
            int d = map.distance(rover.cell, rock.id());
            total += rover.clock * Math.pow(discount, d) * reward(rock);
            rover.clock *= Math.pow(discount, d) * fade(rock);
            rover.cell = map.rockCell(rock.id());
            rocks.remove(rock);
        }
        for (Rover rover : rovers) {
            total += rover.clock * exit(rover.cell);
        }
        return total;
    }

    /** Rocks worth considering, in order. */
    List<Rock> rocks(float[] history) {
        List<Rock> rocks = new ArrayList<>();
        for (int i = 0; i < map.rocks; i++) {
            double p = RockOdds.probability(history[map.rovers() + i]);
            if (p >= 0.02) {
                rocks.add(new Rock(i, p));
            }
        }
        return rocks;
    }

    boolean isBlind(Rock rock) {
        double p = rock.probability();
        return 10.0 * (2.0 * p - 1.0) >= 10.0 * discount * p - costs.costBase() * p;
    }

    private double reward(Rock rock) {
        double p = rock.probability();
        return isBlind(rock) ? 10.0 * (2.0 * p - 1.0) : 10.0 * discount * p;
    }

    private double fade(Rock rock) {
        double p = rock.probability();
        return isBlind(rock) ? discount : discount * (1.0 - p + p * discount);
    }

    private double exit(int cell) {
        return 10.0 * Math.pow(discount, map.exitDistance(cell));
    }

    /** The rock to visit next, or null to leave. */
    Rock next(int cell, List<Rock> rocks) {
        double good = rocks.stream().mapToDouble(Rock::probability).sum();
        double cost = costs.costBase() + costs.costPerRock() * good;
        Rock best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Rock rock : rocks) {
            int d = map.distance(cell, rock.id());
            double time = d + (isBlind(rock) ? 1.0 : 1.0 + rock.probability());
            double score = Math.pow(discount, d) * reward(rock) - cost * time;
            if (score > bestScore) {
                bestScore = score;
                best = rock;
            }
        }
        if (best == null) {
            return null;
        }
        double fall = Math.pow(discount, map.distance(cell, best.id()));
        double gain = fall * (reward(best) + fade(best) * exit(map.rockCell(best.id()))) - exit(cell);
        return gain > 0.0 ? best : null;
    }
}
