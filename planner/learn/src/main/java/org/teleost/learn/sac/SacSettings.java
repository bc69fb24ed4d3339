package org.teleost.learn.sac;

import java.util.List;
import org.teleost.policy.Activation;
import org.teleost.settings.Key;
import org.teleost.settings.SettingSheet;
import org.teleost.settings.Settings;

/**
 * All hyper-parameters of {@link Sac}. Immutable; {@link #with} returns a changed copy: {@code settings.with(s -> s.tau
 * = 0.01)}. Each key is declared in {@link Builder}.
 */
public final class SacSettings extends Settings<SacSettings, SacSettings.Builder> {
    /** The declarations of all keys. */
    public static final SettingSheet<Builder> SHEET = SettingSheet.of(Builder::new);

    private static final int MAX_UNITS = 8192;
    private static final String LAYERS = "layers of 1 to 8192 units, joined by commas";

    private SacSettings(Builder changed) {
        super(SHEET, changed);
        values.actorHidden = requireHidden("actorHidden", values.actorHidden);
        values.criticHidden = requireHidden("criticHidden", values.criticHidden);
        if (values.actorTrunk == Activation.NONE) {
            throw new IllegalArgumentException("actorTrunk=none; allowed: relu, tanh");
        }
        boolean droq = values.criticVariant == CriticVariant.DROQ;
        if (droq ? values.dropout == 0.0 : values.dropout != 0.0) {
            throw new IllegalArgumentException("dropout=" + values.dropout + "; with criticVariant="
                    + values.criticVariant + (droq ? " it lies in (0, 1), usual is 0.01" : " it is 0"));
        }
    }

    /** What most implementations use today: 3e-4, batch 256, gamma 0.99, tau 0.005, automatic temperature. */
    public static SacSettings modern() {
        return new SacSettings(new Builder());
    }

    /** The published demonstration of asynchronous parallel training (arXiv 2401.11349): fixed temperature 0.2. */
    public static SacSettings paper() {
        return modern().withLearningRate(1e-3).with(s -> {
            s.actorTrunk = Activation.TANH;
            s.batchSize = 128;
            s.discount = 0.977;
            s.automaticAlpha = false;
            s.initialAlpha = 0.2;
        });
    }

    /** {@link #modern} with layer normalisation in the critics. */
    public static SacSettings layerNorm() {
        return modern().withCriticVariant(CriticVariant.LAYER_NORM);
    }

    /** {@link #modern} with dropout 0.01 and layer normalisation, meant for 20 updates per environment step. */
    public static SacSettings droq() {
        return modern().withCriticVariant(CriticVariant.DROQ);
    }

    /**
     * Batch normalisation instead of target networks, with the authors' rate 1e-3, beta1 0.5 and policy delay 3. Their
     * critics are 2048 units wide, these 256: set {@code criticHidden} if the machine bears it.
     */
    public static SacSettings crossq() {
        return modern().withLearningRate(1e-3).with(s -> {
            s.criticVariant = CriticVariant.CROSSQ;
            s.adamBeta1 = 0.5;
            s.policyDelay = 3;
        });
    }

    @Override
    protected SacSettings of(Builder changed) {
        return new SacSettings(changed);
    }

    /** The same with another variant; sets {@code dropout} to 0.01 for DROQ and to 0 for the others. */
    public SacSettings withCriticVariant(CriticVariant variant) {
        return with(s -> {
            s.criticVariant = variant;
            s.dropout = variant == CriticVariant.DROQ ? 0.01 : 0.0;
        });
    }

    /** The same with other hidden layers, for actor and critics alike. */
    public SacSettings withHidden(List<Integer> hidden) {
        return with(s -> {
            s.actorHidden = hidden;
            s.criticHidden = hidden;
        });
    }

    /** The same with another batch size. */
    public SacSettings withBatchSize(int size) {
        return with(s -> s.batchSize = size);
    }

    /** The same with one learning rate for actor, critics and temperature. */
    public SacSettings withLearningRate(double rate) {
        return with(s -> {
            s.actorLearningRate = rate;
            s.criticLearningRate = rate;
            s.alphaLearningRate = rate;
        });
    }

    /** The same with another discount. */
    public SacSettings withDiscount(double gamma) {
        return with(s -> s.discount = gamma);
    }

    private static List<Integer> requireHidden(String name, List<Integer> hidden) {
        boolean fits = !hidden.isEmpty();
        for (Integer units : hidden) {
            fits &= units != null && units >= 1 && units <= MAX_UNITS;
        }
        if (!fits) {
            throw new IllegalArgumentException(name + "=" + hidden + "; allowed: " + LAYERS + ", usual is 256,256");
        }
        return List.copyOf(hidden);
    }

    /** Mutable copy; the declaration of each key. */
    public static final class Builder {
        @Key(
                allowed = LAYERS,
                meaning = "units of the actor's hidden layers; wider learns more and costs quadratically")
        public List<Integer> actorHidden = List.of(256, 256);

        @Key(allowed = LAYERS, meaning = "units of each critic's hidden layers")
        public List<Integer> criticHidden = List.of(256, 256);

        @Key(
                allowed = "relu, tanh",
                meaning = "activation of the actor's last hidden layer; tanh bounds what enters the heads")
        public Activation actorTrunk = Activation.RELU;

        @Key(meaning = "how the critics are regularised")
        public CriticVariant criticVariant = CriticVariant.PLAIN;

        @Key(
                low = 0,
                high = 1,
                belowHigh = true,
                meaning = "probability of dropping a critic's hidden unit, with critic variant droq only")
        public double dropout = 0.0;

        @Key(low = 0, aboveLow = true, high = 1, term = "learning rate", meaning = "Adam's step size for the actor")
        public double actorLearningRate = 3e-4;

        @Key(low = 0, aboveLow = true, high = 1, term = "learning rate", meaning = "Adam's step size for the critics")
        public double criticLearningRate = 3e-4;

        @Key(
                low = 0,
                aboveLow = true,
                high = 1,
                term = "learning rate",
                meaning = "Adam's step size for the logarithm of the temperature")
        public double alphaLearningRate = 3e-4;

        @Key(low = 0, high = 1, belowHigh = true, term = "beta1", meaning = "Adam's decay of the mean gradient")
        public double adamBeta1 = 0.9;

        @Key(low = 1, high = 65536, unit = "transitions", meaning = "transitions per update")
        public int batchSize = 256;

        @Key(
                low = 0,
                high = 1,
                term = "gamma",
                meaning = "weight of a reward one step later; 1 / (1 - gamma) steps is the horizon")
        public double discount = 0.99;

        @Key(
                low = 0,
                aboveLow = true,
                high = 1,
                term = "1 - polyak",
                meaning = "fraction of the distance that target critics move per update")
        public double tau = 0.005;

        @Key(
                term = "observation normalisation",
                meaning = "scales each component of the observations by its running mean and deviation; the policy"
                        + " takes observations as they are all the same")
        public boolean normaliseObservations = false;

        @Key(
                low = 1,
                high = 1e6,
                unit = "updates",
                term = "policy delay",
                meaning = "updates of the critics per update of actor and temperature")
        public int policyDelay = 1;

        @Key(
                term = "automatic entropy tuning",
                meaning = "adapts the temperature to the target entropy instead of keeping initialAlpha")
        public boolean automaticAlpha = true;

        @Key(
                low = Float.MIN_VALUE,
                high = Float.MAX_VALUE,
                allowed = "above 0; usual are 1 (automatic) and 0.2 (fixed)",
                term = "alpha",
                meaning = "first or fixed temperature, the weight of the entropy against the return")
        public double initialAlpha = 1.0;

        @Key(
                low = -Float.MAX_VALUE,
                high = Float.MAX_VALUE,
                allowed = "any number",
                unit = "nats",
                term = "-dim A is -1 per action",
                meaning = "target entropy for each component of the action")
        public double targetEntropyPerAction = -1.0;
    }

    public List<Integer> actorHidden() {
        return values.actorHidden;
    }

    public List<Integer> criticHidden() {
        return values.criticHidden;
    }

    public Activation actorTrunk() {
        return values.actorTrunk;
    }

    public CriticVariant criticVariant() {
        return values.criticVariant;
    }

    public double dropout() {
        return values.dropout;
    }

    public double actorLearningRate() {
        return values.actorLearningRate;
    }

    public double criticLearningRate() {
        return values.criticLearningRate;
    }

    public double alphaLearningRate() {
        return values.alphaLearningRate;
    }

    public double adamBeta1() {
        return values.adamBeta1;
    }

    public int batchSize() {
        return values.batchSize;
    }

    public double discount() {
        return values.discount;
    }

    public double tau() {
        return values.tau;
    }

    public boolean normaliseObservations() {
        return values.normaliseObservations;
    }

    public int policyDelay() {
        return values.policyDelay;
    }

    public boolean automaticAlpha() {
        return values.automaticAlpha;
    }

    public double initialAlpha() {
        return values.initialAlpha;
    }

    public double targetEntropyPerAction() {
        return values.targetEntropyPerAction;
    }
}
