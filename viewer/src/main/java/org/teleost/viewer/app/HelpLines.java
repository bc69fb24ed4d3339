package org.teleost.viewer.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.teleost.viewer.ui.HelpOverlay;

/** What keys and mouse do, for the help over the picture. */
final class HelpLines {
    private HelpLines() {}

    /** Keys first, those of the commands that make sense. */
    static List<HelpOverlay.Line> of(Predicate<Command> offered) {
        List<HelpOverlay.Line> lines = new ArrayList<>();
        for (Command command : Command.values()) {
            if (offered.test(command)) {
                lines.add(new HelpOverlay.Line(command.keys(), command.meaning()));
            }
        }
        lines.add(new HelpOverlay.Line("drag, wheel", "move and zoom the world"));
        lines.add(new HelpOverlay.Line("click a particle", "its weight and state"));
        lines.add(new HelpOverlay.Line("click a line of the tree", "fold, unfold"));
        lines.add(new HelpOverlay.Line("drag on the step bar", "go to a step"));
        return List.copyOf(lines);
    }
}
