package org.teleost.viewer.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which panels are shown and how much of the picture they take.
 *
 * @param visible panels that are shown
 * @param side share of the picture's width for the planner's panel; 0 leaves it to the layout
 * @param dock share of the world's height for tree and history
 */
public record Panels(Set<Panel> visible, double side, double dock) {
    public static final double LEAST = 0.15;
    public static final double MOST = 0.7;

    private static final double USUAL_DOCK = 0.42;

    /** The planner's panel alone. */
    public static final Panels DEFAULT = new Panels(EnumSet.of(Panel.PLANNER), 0, USUAL_DOCK);

    public Panels {
        visible = Set.copyOf(visible);
        if (side != 0 && !(side >= LEAST && side <= MOST) || !(dock >= LEAST && dock <= MOST)) {
            throw new IllegalArgumentException(
                    "panels side=" + side + " dock=" + dock + "; allowed range " + LEAST + " to " + MOST);
        }
    }

    public boolean shows(Panel panel) {
        return visible.contains(panel);
    }

    /** Whether anything is shown below the world. */
    public boolean showsDock() {
        return shows(Panel.TREE) || shows(Panel.HISTORY);
    }

    /** The same with a panel switched. */
    public Panels toggled(Panel panel) {
        Set<Panel> changed = EnumSet.noneOf(Panel.class);
        changed.addAll(visible);
        if (!changed.remove(panel)) {
            changed.add(panel);
        }
        return new Panels(changed, side, dock);
    }

    /** The same with another width of the planner's panel, clamped. */
    public Panels withSide(double share) {
        return new Panels(visible, clamp(share), dock);
    }

    /** The same with another height of tree and history, clamped. */
    public Panels withDock(double share) {
        return new Panels(visible, side, clamp(share));
    }

    private static double clamp(double share) {
        return Math.max(LEAST, Math.min(MOST, share));
    }

    /** Panels by their names, separated by commas; {@code none} for none. Throws naming the allowed ones. */
    public static Panels of(String names) {
        Set<Panel> visible = EnumSet.noneOf(Panel.class);
        for (String name : names.split(",", -1)) {
            if (!name.equals("none")) {
                visible.add(panel(name));
            }
        }
        return new Panels(visible, 0, USUAL_DOCK);
    }

    private static Panel panel(String name) {
        for (Panel panel : Panel.values()) {
            if (panel.text().equals(name)) {
                return panel;
            }
        }
        throw new IllegalArgumentException("panel=" + name + " is unknown; choose from "
                + Arrays.stream(Panel.values()).map(Panel::text).collect(Collectors.joining(", ")) + ", or none");
    }
}
