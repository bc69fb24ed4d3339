package org.teleost.viewer.app;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.Panel;

/** A part of the strip below the picture. */
sealed interface StripItem {

    /** Asks for a command. */
    record Button(String text, Command command) implements StripItem {}

    /** Switches something by a command. */
    record Check(String text, boolean on, Command command) implements StripItem {}

    /** Says something. */
    record Words(String text) implements StripItem {}

    /** Chooses the lane of an axis. */
    record Lane(boolean across, List<String> lanes, String chosen) implements StripItem {}

    /** What the strip has for a session, what is needed most first: what has no room is found under one button. */
    static List<StripItem> of(ViewerSession session) {
        List<StripItem> items = new ArrayList<>();
        transport(session, items);
        panels(session, items);
        layers(session, items);
        items.add(new Button("Whole world", Command.CAMERA_TOP));
        items.add(new Button("Close", Command.CAMERA_CLOSE));
        if (!session.lanes().isEmpty()) {
            items.add(new Lane(true, session.lanes(), session.lane(true)));
            items.add(new Lane(false, session.lanes(), session.lane(false)));
        }
        items.add(new Button("Help", Command.HELP));
        range(session, items);
        items.add(new Button("Full screen", Command.FULL_SCREEN));
        items.add(new Button("Text -", Command.SMALLER));
        items.add(new Button("Text +", Command.LARGER));
        items.add(new Button("Save PNG", Command.SCREENSHOT));
        items.add(new Button("Reset", Command.RESET_LAYOUT));
        if (session.live()) {
            items.add(new Button("Episode before", Command.PREVIOUS_EPISODE));
            items.add(new Button("Episode after", Command.NEXT_EPISODE));
        }
        return items;
    }

    private static void transport(ViewerSession session, List<StripItem> items) {
        Timeline timeline = session.timeline();
        items.add(new Button("|<", Command.FIRST));
        items.add(new Button("<", Command.PREVIOUS));
        items.add(new Button(timeline.mode() == Timeline.Mode.PAUSED ? "Play " : "Pause", Command.TOGGLE_PLAY));
        items.add(new Button(">", Command.NEXT));
        items.add(new Button(">|", Command.LAST));
        if (session.live()) {
            items.add(new Button("Live", Command.FOLLOW));
        }
        items.add(new Button("-", Command.SLOWER));
        double speed = timeline.speed();
        items.add(new Words(speed < 1 ? "1/" + Math.round(1 / speed) + "x" : Math.round(speed) + "x"));
        items.add(new Button("=", Command.FASTER));
    }

    private static void panels(ViewerSession session, List<StripItem> items) {
        items.add(new Check("planner", session.panels().shows(Panel.PLANNER), Command.PANEL_PLANNER));
        if (session.offers(Command.PANEL_TREE)) {
            items.add(new Check("tree", session.panels().shows(Panel.TREE), Command.PANEL_TREE));
        }
        items.add(new Check("history", session.panels().shows(Panel.HISTORY), Command.PANEL_HISTORY));
    }

    private static void layers(ViewerSession session, List<StripItem> items) {
        for (Layer layer : Layer.values()) {
            if (session.offers(layer)) {
                Command command =
                        switch (layer) {
                            case MAP -> Command.LAYER_MAP;
                            case TRUTH -> Command.LAYER_TRUTH;
                            case BELIEF -> Command.LAYER_BELIEF;
                            case ACTION -> Command.LAYER_ACTION;
                        };
                items.add(new Check(layer.text(), session.layers().contains(layer), command));
            }
        }
    }

    private static void range(ViewerSession session, List<StripItem> items) {
        Timeline timeline = session.timeline();
        items.add(new Check("loop", timeline.loop(), Command.LOOP));
        items.add(new Button("In", Command.SET_IN));
        items.add(new Button("Out", Command.SET_OUT));
        if (timeline.hasRange()) {
            items.add(new Button(
                    "All steps (now " + timeline.first() + "-" + timeline.last() + ")", Command.CLEAR_RANGE));
        }
        if (session.offers(Command.PANEL_TREE) && session.panels().shows(Panel.TREE)) {
            items.add(new Button("Unfold", Command.TREE_UNFOLD));
            items.add(new Button("Fold", Command.TREE_FOLD));
        }
    }
}
