package org.teleost.envs.crowdnav;

import java.util.Arrays;

/**
 * The six nearest pedestrians; one that remains among the six keeps its slot, newcomers fill the gaps, nearest first.
 */
final class Tracker {
    private final int[] slots = new int[CrowdRules.TRACKED];
    private final int[] nearest = new int[CrowdRules.TRACKED];
    private final double[] distances = new double[CrowdRules.TRACKED];

    Tracker() {
        clear();
    }

    /** Forgets who held which slot. */
    void clear() {
        Arrays.fill(slots, -1);
    }

    /** Pedestrian in a slot. */
    int pedestrian(int slot) {
        return slots[slot];
    }

    void track(Crowd crowd, float robotX, float robotY) {
        findNearest(crowd, robotX, robotY);
        for (int slot = 0; slot < slots.length; slot++) {
            int held = indexOf(slots[slot]);
            if (held >= 0) {
                nearest[held] = -1;
            } else {
                slots[slot] = -1;
            }
        }
        int newcomer = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] < 0) {
                while (nearest[newcomer] < 0) {
                    newcomer++;
                }
                slots[slot] = nearest[newcomer++];
            }
        }
    }

    /** Insertion into a sorted list of six; ties go to the smaller index. */
    private void findNearest(Crowd crowd, float robotX, float robotY) {
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
            double distance = crowd.squaredDistance(i, robotX, robotY);
            int place = distances.length;
            while (place > 0 && distance < distances[place - 1]) {
                place--;
                if (place + 1 < distances.length) {
                    distances[place + 1] = distances[place];
                    nearest[place + 1] = nearest[place];
                }
            }
            if (place < distances.length) {
                distances[place] = distance;
                nearest[place] = i;
            }
        }
    }

    private int indexOf(int pedestrian) {
        for (int i = 0; i < nearest.length; i++) {
            if (pedestrian >= 0 && nearest[i] == pedestrian) {
                return i;
            }
        }
        return -1;
    }
}
