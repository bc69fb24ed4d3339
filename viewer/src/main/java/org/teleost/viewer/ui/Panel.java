package org.teleost.viewer.ui;

import java.util.Locale;

/** The parts of a picture that can be switched off and on. */
public enum Panel {
    /** Actions, decision, belief and plots at the right. */
    PLANNER,
    /** The belief tree below the world. */
    TREE,
    /** Everything over the steps, below the world. */
    HISTORY;

    /** The name as people write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
