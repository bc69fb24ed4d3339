package org.teleost.model;

/** The numbers that a model declares about itself, checked once before anybody plans with it. */
public final class DeclaredNumbers {
    private DeclaredNumbers() {}

    /**
     * The model, if its numbers make sense.
     *
     * @throws IllegalArgumentException for a discount outside (0, 1], no action, or a negative number of observations
     */
    public static GenerativeModel checked(GenerativeModel model) {
        if (!(model.discount() > 0.0 && model.discount() <= 1.0)) {
            throw new IllegalArgumentException("discount=" + model.discount() + "; allowed range (0, 1]");
        }
        if (model.actionCount() < 1) {
            throw new IllegalArgumentException(
                    "actionCount=" + model.actionCount() + "; a model needs at least 1 action");
        }
        if (model.observationCount() < 0) {
            throw new IllegalArgumentException("observationCount=" + model.observationCount()
                    + "; allowed: how many observations there are, or " + GenerativeModel.KEYED_OBSERVATIONS
                    + " (KEYED_OBSERVATIONS) for 64-bit keys");
        }
        return model;
    }
}
