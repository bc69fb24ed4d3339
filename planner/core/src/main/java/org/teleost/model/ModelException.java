package org.teleost.model;

/** A model broke its contract or threw; the message names model, action, step and particle. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Names the place: {@code model=tiger action=2 (open-left) step=3 particle=17: what}. */
    public static ModelException at(
            GenerativeModel model, int action, int step, long particle, String what, Throwable cause) {
        boolean known = action >= 0 && action < model.actionCount();
        String text = known ? " (" + model.actionText(action) + ")" : "";
        return new ModelException(
                "model=" + model.name() + " action=" + action + text + " step=" + step + " particle=" + particle + ": "
                        + what,
                cause);
    }
}
