package org.teleost.envs.rocks;

import java.util.ArrayList;
import java.util.List;

/** The twin of {@link RockTour}, written plainly: doubles, lists, powers on the spot. */
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
                if (!other.leaving && (rover == null || other.clock > rover.clock * 1.00001)) {
                    rover = other;
                }
            }
            if (rover == null) {
                break;
            }
            Rock rock = next(rover.cell, other(rover, rovers), rocks);
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
            if (p >= 0.06) {
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

    private int other(Rover rover, List<Rover> rovers) {
        return rovers.stream()
                .filter(r -> r != rover && !r.leaving)
                .mapToInt(r -> r.cell)
                .findFirst()
                .orElse(map.gone);
    }

    /** The rock to visit next, or null to leave; {@code other} is where the other rover is, or gone. */
    Rock next(int cell, int other, List<Rock> rocks) {
        double good = rocks.stream().mapToDouble(Rock::probability).sum();
        List<Rock> near = rocks.stream()
                .filter(rock -> map.distance(cell, rock.id()) <= RockMap.NEAR)
                .toList();
        Rock best = best(cell, other, near, good);
        if (best == null || gain(cell, best) <= 0.0) {
            best = best(cell, other, rocks, good);
        }
        return best == null || gain(cell, best) <= 0.0 ? null : best;
    }

    private Rock best(int cell, int other, List<Rock> among, double good) {
        double cost = costs.costBase() + costs.costPerRock() * good;
        Rock best = null;
        for (Rock rock : among) {
            // the first of those that tie in steps of 1 / 4096
            if (best == null || steps(cell, other, rock, cost) > steps(cell, other, best, cost)) {
                best = rock;
            }
        }
        return best;
    }

    private int steps(int cell, int other, Rock rock, double cost) {
        int d = map.distance(cell, rock.id());
        int detour = other == map.gone ? 0 : Math.max(0, d - map.distance(other, rock.id()));
        double time = d + detour + (isBlind(rock) ? 1.0 : 1.0 + rock.probability());
        return (int) (4096.0 * (Math.pow(discount, d) * reward(rock) - cost * time));
    }

    private double gain(int cell, Rock rock) {
        double fall = Math.pow(discount, map.distance(cell, rock.id()));
        return fall * (reward(rock) + fade(rock) * exit(map.rockCell(rock.id()))) - exit(cell);
    }
}
