package org.teleost.viewer.scene.rocks;

/**
 * What one rover does and sees in a step, from the words of the trace.
 *
 * @param verb east, north, south, west, sample, sense or nothing
 * @param rock sensed rock, -1 for none
 * @param seen good, bad or none
 */
record RoverAction(String verb, int rock, String seen) {
    private static final String SENSE = "sense-";

    /** Part {@code rover} of joint texts such as {@code sense-3+east} and {@code good+none}. */
    static RoverAction of(String actionText, String observationText, int rover) {
        String action = part(actionText, rover);
        int rock = action.startsWith(SENSE) ? number(action.substring(SENSE.length())) : -1;
        String verb = rock >= 0 ? "sense" : action.isEmpty() ? "nothing" : action;
        return new RoverAction(verb, rock, part(observationText, rover));
    }

    private static String part(String text, int index) {
        String[] parts = text.split("\\+", -1);
        return index < parts.length ? parts[index] : "";
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    int dx() {
        return verb.equals("east") ? 1 : verb.equals("west") ? -1 : 0;
    }

    int dy() {
        return verb.equals("north") ? 1 : verb.equals("south") ? -1 : 0;
    }

    boolean moves() {
        return dx() != 0 || dy() != 0;
    }

    /** In words, with "and reads good" when it looked. */
    String words() {
        if (rock >= 0) {
            return "senses rock " + rock + ", reads " + (seen.isEmpty() ? "nothing" : seen);
        }
        return moves() ? "goes " + verb : verb.equals("sample") ? "samples" : "does " + verb;
    }
}
