package org.teleost.viewer.app;

import java.util.ArrayList;
import java.util.List;
import org.teleost.viewer.ui.HelpOverlay;

/** What keys and mouse do, for the help over the picture. */
final class HelpLines {
    /** Keys first. */
    static final List<HelpOverlay.Line> ALL = all();

    private HelpLines() {}

    private static List<HelpOverlay.Line> all() {
        List<HelpOverlay.Line> lines = new ArrayList<>();
        for (Command command : Command.values()) {
            lines.add(new HelpOverlay.Line(command.keys(), command.meaning()));
        }
        lines.add(new HelpOverlay.Line("drag, wheel", "move and zoom the world"));
        lines.add(new HelpOverlay.Line("click a particle", "its weight and state"));
        lines.add(new HelpOverlay.Line("click a line of the tree", "fold, unfold"));
        lines.add(new HelpOverlay.Line("drag on the step bar", "go to a step"));
        return List.copyOf(lines);
    }
}
