package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.model.GenerativeModel;

/** What device engines need beyond the planner's settings; read from system properties. */
public final class DeviceSettings {
    /** System property: largest reward, leaf value or discounted return in size. */
    public static final String REWARD_SCALE = "teleost.rewardScale";

    private static final double DEFAULT_REWARD_SCALE = 8192;

    private DeviceSettings() {}

    /** How rewards are added up. */
    public static FixedPoint fixedPoint() {
        String text = System.getProperty(REWARD_SCALE);
        if (text == null) {
            return new FixedPoint(DEFAULT_REWARD_SCALE);
        }
        try {
            return new FixedPoint(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-D" + REWARD_SCALE + "=" + text + " is not a number", e);
        }
    }

    /** Why no device can plan with the model. */
    public static Optional<String> obstacle(GenerativeModel model) {
        return model.deviceModel().isPresent()
                ? Optional.empty()
                : Optional.of("model " + model.name()
                        + " has no twin in CUDA C; override GenerativeModel.deviceModel, see docs/cuda.md");
    }
}
