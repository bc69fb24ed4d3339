package org.teleost.viewer.app;

import java.util.Optional;
import org.lwjgl.glfw.GLFW;

/** Which key asks for which command. */
final class Keys {
    private Keys() {}

    /** The command of a key as GLFW names it, with or without Control. */
    static Optional<Command> command(int key, boolean control) {
        if (control) {
            return switch (key) {
                case GLFW.GLFW_KEY_P -> Optional.of(Command.SCREENSHOT);
                case GLFW.GLFW_KEY_Q -> Optional.of(Command.QUIT);
                case GLFW.GLFW_KEY_EQUAL, GLFW.GLFW_KEY_KP_ADD -> Optional.of(Command.LARGER);
                case GLFW.GLFW_KEY_MINUS, GLFW.GLFW_KEY_KP_SUBTRACT -> Optional.of(Command.SMALLER);
                case GLFW.GLFW_KEY_0, GLFW.GLFW_KEY_KP_0 -> Optional.of(Command.USUAL_SCALE);
                default -> Optional.empty();
            };
        }
        return switch (key) {
            case GLFW.GLFW_KEY_SPACE -> Optional.of(Command.TOGGLE_PLAY);
            case GLFW.GLFW_KEY_RIGHT -> Optional.of(Command.NEXT);
            case GLFW.GLFW_KEY_LEFT -> Optional.of(Command.PREVIOUS);
            case GLFW.GLFW_KEY_HOME -> Optional.of(Command.FIRST);
            case GLFW.GLFW_KEY_END -> Optional.of(Command.LAST);
            case GLFW.GLFW_KEY_PAGE_UP -> Optional.of(Command.PREVIOUS_EPISODE);
            case GLFW.GLFW_KEY_PAGE_DOWN -> Optional.of(Command.NEXT_EPISODE);
            case GLFW.GLFW_KEY_EQUAL, GLFW.GLFW_KEY_KP_ADD -> Optional.of(Command.FASTER);
            case GLFW.GLFW_KEY_MINUS, GLFW.GLFW_KEY_KP_SUBTRACT -> Optional.of(Command.SLOWER);
            case GLFW.GLFW_KEY_N -> Optional.of(Command.FOLLOW);
            case GLFW.GLFW_KEY_L -> Optional.of(Command.LOOP);
            case GLFW.GLFW_KEY_I -> Optional.of(Command.SET_IN);
            case GLFW.GLFW_KEY_O -> Optional.of(Command.SET_OUT);
            case GLFW.GLFW_KEY_C -> Optional.of(Command.CLEAR_RANGE);
            case GLFW.GLFW_KEY_R -> Optional.of(Command.CAMERA_TOP);
            case GLFW.GLFW_KEY_F -> Optional.of(Command.CAMERA_CLOSE);
            case GLFW.GLFW_KEY_1 -> Optional.of(Command.LAYER_MAP);
            case GLFW.GLFW_KEY_2 -> Optional.of(Command.LAYER_TRUTH);
            case GLFW.GLFW_KEY_3 -> Optional.of(Command.LAYER_BELIEF);
            case GLFW.GLFW_KEY_4 -> Optional.of(Command.LAYER_ACTION);
            case GLFW.GLFW_KEY_P -> Optional.of(Command.PANEL_PLANNER);
            case GLFW.GLFW_KEY_T -> Optional.of(Command.PANEL_TREE);
            case GLFW.GLFW_KEY_H -> Optional.of(Command.PANEL_HISTORY);
            case GLFW.GLFW_KEY_RIGHT_BRACKET -> Optional.of(Command.TREE_UNFOLD);
            case GLFW.GLFW_KEY_LEFT_BRACKET -> Optional.of(Command.TREE_FOLD);
            case GLFW.GLFW_KEY_X -> Optional.of(Command.LANE_ACROSS);
            case GLFW.GLFW_KEY_Y -> Optional.of(Command.LANE_UPWARDS);
            case GLFW.GLFW_KEY_0 -> Optional.of(Command.RESET_LAYOUT);
            case GLFW.GLFW_KEY_F11 -> Optional.of(Command.FULL_SCREEN);
            case GLFW.GLFW_KEY_F1 -> Optional.of(Command.HELP);
            default -> Optional.empty();
        };
    }
}
