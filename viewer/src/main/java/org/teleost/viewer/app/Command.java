package org.teleost.viewer.app;

/** What the user can ask for with a key or a button. */
enum Command {
    TOGGLE_PLAY("Space", "play, pause"),
    NEXT("Right", "next step"),
    PREVIOUS("Left", "previous step"),
    FIRST("Home", "first step of the range"),
    LAST("End", "last step of the range; the newest of a running planner, and follow it"),
    PREVIOUS_EPISODE("Page Up", "episode before, of a running planner"),
    NEXT_EPISODE("Page Down", "episode after, of a running planner"),
    FASTER("=", "twice as fast"),
    SLOWER("-", "half as fast"),
    FOLLOW("N", "follow the newest step of a running episode"),
    LOOP("L", "play in a loop, or once"),
    SET_IN("I", "the range starts here"),
    SET_OUT("O", "the range ends here"),
    CLEAR_RANGE("C", "the range is the whole episode"),
    CAMERA_TOP("R", "show the whole world"),
    CAMERA_CLOSE("F", "follow the robot closely"),
    LAYER_MAP("1", "map on, off"),
    LAYER_TRUTH("2", "truth on, off"),
    LAYER_BELIEF("3", "belief on, off"),
    LAYER_ACTION("4", "action on, off"),
    PANEL_PLANNER("P", "planner's panel on, off"),
    PANEL_TREE("T", "belief tree on, off"),
    PANEL_HISTORY("H", "history on, off"),
    TREE_UNFOLD("]", "unfold the whole tree"),
    TREE_FOLD("[", "fold the tree"),
    LANE_ACROSS("X", "another lane across, in the plain scene"),
    LANE_UPWARDS("Y", "another lane upwards, in the plain scene"),
    RESET_LAYOUT("0", "panels and camera as at first"),
    LARGER("Ctrl + plus", "larger text and panels"),
    SMALLER("Ctrl + minus", "smaller text and panels"),
    USUAL_SCALE("Ctrl + 0", "text and panels as large as the screen asks for"),
    FULL_SCREEN("F11", "the whole screen, or a window again"),
    SCREENSHOT("Ctrl+P", "save this picture as PNG"),
    HELP("F1", "this list on, off"),
    QUIT("Ctrl+Q", "close the window");

    private final String keys;
    private final String meaning;

    Command(String keys, String meaning) {
        this.keys = keys;
        this.meaning = meaning;
    }

    String keys() {
        return keys;
    }

    String meaning() {
        return meaning;
    }
}
