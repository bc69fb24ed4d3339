package org.teleost.learn.sac;

import java.util.List;
import java.util.function.Consumer;
import org.teleost.policy.Activation;

/**
 * All hyper-parameters of {@link Sac}.
 *
 * @param actorHidden units of the actor's hidden layers, each in [1, 8192]; wider learns more and costs quadratically
 * @param criticHidden units of each critic's hidden layers, each in [1, 8192]
 * @param actorTrunk activation of the actor's last hidden layer, RELU or TANH; TANH bounds what enters the heads
 * @param criticVariant how the critics are regularised
 * @param dropout probability of dropping a critic's hidden unit, in (0, 1) for DROQ and 0 for all others
 * @param actorLearningRate Adam's step size for the actor, in (0, 1]
 * @param criticLearningRate Adam's step size for the critics, in (0, 1]
 * @param alphaLearningRate Adam's step size for the logarithm of the temperature, in (0, 1]
 * @param adamBeta1 Adam's decay of the mean gradient, in [0, 1); 0.9 unless the variant asks for less
 * @param batchSize transitions per update, in [1, 65536]
 * @param discount gamma, the weight of a reward one step later, in [0, 1]; 1 / (1 - gamma) steps is the horizon
 * @param tau fraction of the distance that target critics move per update, in (0, 1]; 1 - tau is the Polyak factor
 * @param policyDelay updates of the critics per update of actor and temperature, at least 1
 * @param automaticAlpha true adapts the temperature to the target entropy, false keeps {@code initialAlpha}
 * @param initialAlpha first or fixed temperature, the weight of the entropy against the return, positive
 * @param targetEntropyPerAction target entropy in nats for each action component, finite; -1 gives the usual -dim A
 */
public record SacSettings(
        List<Integer> actorHidden,
        List<Integer> criticHidden,
        Activation actorTrunk,
        CriticVariant criticVariant,
        double dropout,
        double actorLearningRate,
        double criticLearningRate,
        double alphaLearningRate,
        double adamBeta1,
        int batchSize,
        double discount,
        double tau,
        int policyDelay,
        boolean automaticAlpha,
        double initialAlpha,
        double targetEntropyPerAction) {

    private static final int MAX_UNITS = 8192;
    private static final int MAX_BATCH = 65536;

    /** @throws IllegalArgumentException if a value is outside the range given above */
    public SacSettings {
        actorHidden = requireHidden("actorHidden", actorHidden);
        criticHidden = requireHidden("criticHidden", criticHidden);
        if (actorTrunk != Activation.RELU && actorTrunk != Activation.TANH) {
            throw new IllegalArgumentException("actorTrunk=" + actorTrunk + "; choose RELU or TANH");
        }
        require(criticVariant != null, "criticVariant", criticVariant, "name one of CriticVariant, PLAIN if unsure");
        boolean droq = criticVariant == CriticVariant.DROQ;
        require(
                droq ? dropout > 0.0 && dropout < 1.0 : dropout == 0.0,
                "dropout",
                dropout,
                "with criticVariant=" + criticVariant + (droq ? " it lies in (0, 1), usual is 0.01" : " it is 0"));
        requireRate("actorLearningRate", actorLearningRate);
        requireRate("criticLearningRate", criticLearningRate);
        requireRate("alphaLearningRate", alphaLearningRate);
        require(adamBeta1 >= 0.0 && adamBeta1 < 1.0, "adamBeta1", adamBeta1, "it lies in [0, 1), usual is 0.9");
        require(batchSize >= 1 && batchSize <= MAX_BATCH, "batchSize", batchSize, "it lies in [1, " + MAX_BATCH + "]");
        require(discount >= 0.0 && discount <= 1.0, "discount", discount, "it lies in [0, 1], usual is 0.99");
        require(tau > 0.0 && tau <= 1.0, "tau", tau, "it lies in (0, 1], usual is 0.005");
        require(policyDelay >= 1, "policyDelay", policyDelay, "at least 1, usual is 1");
        require(
                initialAlpha > 0.0 && initialAlpha <= Float.MAX_VALUE && (float) initialAlpha > 0f,
                "initialAlpha",
                initialAlpha,
                "it is positive and finite, usual are 1 (automatic) and 0.2 (fixed)");
        require(
                Math.abs(targetEntropyPerAction) <= Float.MAX_VALUE,
                "targetEntropyPerAction",
                targetEntropyPerAction,
                "it is finite, usual is -1");
    }

    /** What most implementations use today: 3e-4, batch 256, gamma 0.99, tau 0.005, automatic temperature. */
    public static SacSettings modern() {
        return new SacSettings(
                List.of(256, 256),
                List.of(256, 256),
                Activation.RELU,
                CriticVariant.PLAIN,
                0.0,
                3e-4,
                3e-4,
                3e-4,
                0.9,
                256,
                0.99,
                0.005,
                1,
                true,
                1.0,
                -1.0);
    }

    /** The published demonstration of asynchronous parallel training (arXiv 2401.11349): fixed temperature 0.2. */
    public static SacSettings paper() {
        return new SacSettings(
                List.of(256, 256),
                List.of(256, 256),
                Activation.TANH,
                CriticVariant.PLAIN,
                0.0,
                1e-3,
                1e-3,
                1e-3,
                0.9,
                128,
                0.977,
                0.005,
                1,
                false,
                0.2,
                -1.0);
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
        return new SacSettings(
                List.of(256, 256),
                List.of(256, 256),
                Activation.RELU,
                CriticVariant.CROSSQ,
                0.0,
                1e-3,
                1e-3,
                1e-3,
                0.5,
                256,
                0.99,
                0.005,
                3,
                true,
                1.0,
                -1.0);
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

    private SacSettings with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    /** Mutable copy of all fields. */
    private static final class Copy {
        private List<Integer> actorHidden;
        private List<Integer> criticHidden;
        private Activation actorTrunk;
        private CriticVariant criticVariant;
        private double dropout;
        private double actorLearningRate;
        private double criticLearningRate;
        private double alphaLearningRate;
        private double adamBeta1;
        private int batchSize;
        private double discount;
        private double tau;
        private int policyDelay;
        private boolean automaticAlpha;
        private double initialAlpha;
        private double targetEntropyPerAction;

        Copy(SacSettings from) {
            actorHidden = from.actorHidden;
            criticHidden = from.criticHidden;
            actorTrunk = from.actorTrunk;
            criticVariant = from.criticVariant;
            dropout = from.dropout;
            actorLearningRate = from.actorLearningRate;
            criticLearningRate = from.criticLearningRate;
            alphaLearningRate = from.alphaLearningRate;
            adamBeta1 = from.adamBeta1;
            batchSize = from.batchSize;
            discount = from.discount;
            tau = from.tau;
            policyDelay = from.policyDelay;
            automaticAlpha = from.automaticAlpha;
            initialAlpha = from.initialAlpha;
            targetEntropyPerAction = from.targetEntropyPerAction;
        }

        SacSettings settings() {
            return new SacSettings(
                    actorHidden,
                    criticHidden,
                    actorTrunk,
                    criticVariant,
                    dropout,
                    actorLearningRate,
                    criticLearningRate,
                    alphaLearningRate,
                    adamBeta1,
                    batchSize,
                    discount,
                    tau,
                    policyDelay,
                    automaticAlpha,
                    initialAlpha,
                    targetEntropyPerAction);
        }
    }

    private static List<Integer> requireHidden(String name, List<Integer> hidden) {
        boolean fits = hidden != null && !hidden.isEmpty();
        if (fits) {
            for (Integer units : hidden) {
                fits &= units != null && units >= 1 && units <= MAX_UNITS;
            }
        }
        require(fits, name, hidden, "at least one layer, each with [1, " + MAX_UNITS + "] units, usual is [256, 256]");
        return List.copyOf(hidden);
    }

    private static void requireRate(String name, double rate) {
        require(rate > 0.0 && rate <= 1.0, name, rate, "it lies in (0, 1], usual is 3e-4");
    }

    private static void require(boolean fits, String name, Object value, String wayOut) {
        if (!fits) {
            throw new IllegalArgumentException(name + "=" + value + "; " + wayOut);
        }
    }
}
