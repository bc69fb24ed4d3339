package org.teleost.learn.sac;

/** How the critics are regularised; it decides how many updates per environment step they bear. */
public enum CriticVariant {
    /** Plain layers and target networks (Haarnoja et al. 2018). */
    PLAIN(1.0),

    /** Layer normalisation before each ReLU: the cheapest improvement of stability. */
    LAYER_NORM(1.0),

    /** Dropout and layer normalisation (Hiraoka et al., "Dropout Q-functions for doubly efficient RL", ICLR 2022). */
    DROQ(20.0),

    /** Batch normalisation and no target networks (Bhatt et al., "CrossQ", ICLR 2024). */
    CROSSQ(1.0);

    private final double updateRatioHint;

    CriticVariant(double updateRatioHint) {
        this.updateRatioHint = updateRatioHint;
    }

    /** Updates per environment step that the variant's authors used; a default for whoever sets that ratio. */
    public double updateRatioHint() {
        return updateRatioHint;
    }

    boolean layerNorm() {
        return this == LAYER_NORM || this == DROQ;
    }

    boolean batchNorm() {
        return this == CROSSQ;
    }

    boolean targetNetworks() {
        return this != CROSSQ;
    }
}
