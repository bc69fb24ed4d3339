package org.teleost.model;

import java.util.concurrent.CancellationException;

/** A model broke its contract or threw; the message names model, action, step and particle. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * What user code threw outside a step, with its place: {@code model=tiger: sampleInitial of particle 17 threw ...}.
     * What is no fault of the model (a full heap, a decision given up) is thrown again.
     */
    public static ModelException in(GenerativeModel model, String place, Throwable thrown) {
        if (thrown instanceof ModelException known) {
            return known;
        }
        passOn(thrown);
        return new ModelException("model=" + nameOf(model) + ": " + place + " threw " + thrown, thrown);
    }

    /** Throws again what is no fault of user code: a full heap, a decision given up. */
    public static void passOn(Throwable thrown) {
        if (thrown instanceof CancellationException cancelled) {
            throw cancelled;
        } else if (thrown instanceof VirtualMachineError machine && !(thrown instanceof StackOverflowError)) {
            throw machine;
        }
    }

    /** The model's name, or its class where the name is what fails. */
    private static String nameOf(GenerativeModel model) {
        try {
            return model.name();
        } catch (RuntimeException | Error e) {
            return model.getClass().getName();
        }
    }

    private static String textOf(GenerativeModel model, int action) {
        try {
            boolean known = action >= 0 && action < model.actionCount();
            return known ? " (" + model.actionText(action) + ")" : "";
        } catch (RuntimeException | Error e) {
            return "";
        }
    }

    /** Names the place: {@code model=tiger action=2 (open-left) step=3 particle=17: what}. */
    public static ModelException at(
            GenerativeModel model, int action, int step, long particle, String what, Throwable cause) {
        return new ModelException(
                "model=" + nameOf(model) + " action=" + action + textOf(model, action) + " step=" + step + " particle="
                        + particle + ": " + what,
                cause);
    }
}
