package org.teleost.experiments.training.settings;

import org.teleost.learn.sac.SacSettings;

/** Named sets of hyper-parameters; single settings change what they give. */
public enum Preset {
    /** {@link SacSettings#modern}. */
    MODERN,
    /** {@link SacSettings#paper}. */
    PAPER,
    /** {@link SacSettings#layerNorm}. */
    LAYERNORM,
    /** {@link SacSettings#droq}. */
    DROQ,
    /** {@link SacSettings#crossq}. */
    CROSSQ;

    /** The learner's settings. */
    public SacSettings sac() {
        return switch (this) {
            case MODERN -> SacSettings.modern();
            case PAPER -> SacSettings.paper();
            case LAYERNORM -> SacSettings.layerNorm();
            case DROQ -> SacSettings.droq();
            case CROSSQ -> SacSettings.crossq();
        };
    }

    /** Updates per environment step that go with them. */
    public double ratio() {
        return sac().criticVariant().updateRatioHint();
    }
}
