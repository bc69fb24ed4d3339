package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.policy.Activation;

class SacSettingsTest {
    @Test
    void modernAndPaperAreTheDocumentedNumbers() {
        SacSettings modern = SacSettings.modern();
        assertThat(modern.batchSize()).isEqualTo(256);
        assertThat(modern.actorLearningRate()).isEqualTo(3e-4);
        assertThat(modern.discount()).isEqualTo(0.99);
        assertThat(modern.automaticAlpha()).isTrue();
        SacSettings paper = SacSettings.paper();
        assertThat(paper.batchSize()).isEqualTo(128);
        assertThat(paper.discount()).isEqualTo(0.977);
        assertThat(paper.initialAlpha()).isEqualTo(0.2);
        assertThat(paper.automaticAlpha()).isFalse();
        assertThat(paper.actorTrunk()).isEqualTo(Activation.TANH);
        assertThat(SacSettings.droq().dropout()).isEqualTo(0.01);
        assertThat(SacSettings.droq().criticVariant().updateRatioHint()).isEqualTo(20.0);
        assertThat(SacSettings.crossq().policyDelay()).isEqualTo(3);
        assertThat(SacSettings.layerNorm().withCriticVariant(CriticVariant.PLAIN))
                .isEqualTo(modern);
    }

    @Test
    void changedCopiesKeepTheRest() {
        SacSettings settings = SacSettings.modern()
                .withHidden(List.of(32))
                .withBatchSize(7)
                .withLearningRate(0.01)
                .withDiscount(0.5);
        assertThat(settings.criticHidden()).containsExactly(32);
        assertThat(settings.actorHidden()).containsExactly(32);
        assertThat(settings.batchSize()).isEqualTo(7);
        assertThat(settings.alphaLearningRate()).isEqualTo(0.01);
        assertThat(settings.discount()).isEqualTo(0.5);
        assertThat(settings.tau()).isEqualTo(0.005);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1e-3, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void learningRatesOutsideTheirRangeAreNamed(double rate) {
        assertThatThrownBy(() -> SacSettings.modern().withLearningRate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("actorLearningRate=.*; allowed range above 0 up to 1");
    }

    @Test
    void badValuesAreNamedWithTheirRange() {
        SacSettings modern = SacSettings.modern();
        assertThatThrownBy(() -> modern.withBatchSize(0)).hasMessageContaining("batchSize=0; allowed range 1 to 65536");
        assertThatThrownBy(() -> modern.withDiscount(1.01)).hasMessageContaining("discount=1.01");
        assertThatThrownBy(() -> modern.withDiscount(Double.NaN)).hasMessageContaining("discount=NaN");
        assertThatThrownBy(() -> modern.withHidden(List.of())).hasMessageContaining("actorHidden=[]");
        assertThatThrownBy(() -> modern.withHidden(List.of(8, 0))).hasMessageContaining("actorHidden=[8, 0]");
        assertThatThrownBy(() -> modern.withCriticVariant(null))
                .hasMessage("criticVariant is missing; allowed: plain, layer-norm, droq, crossq");
        refused(v -> v.actorTrunk = Activation.NONE, "actorTrunk=none; allowed: relu, tanh");
        refused(v -> v.dropout = 0.1, "dropout=0.1; with criticVariant=PLAIN it is 0");
        refused(v -> v.criticVariant = CriticVariant.DROQ, "dropout=0.0; with criticVariant=DROQ");
        refused(v -> v.adamBeta1 = 1.0, "adamBeta1=1");
        refused(v -> v.tau = 0.0, "tau=0");
        refused(v -> v.policyDelay = 0, "policyDelay=0");
        refused(v -> v.initialAlpha = 0.0, "initialAlpha=0; allowed: above 0");
        refused(v -> v.initialAlpha = 1e-60, "initialAlpha=");
        refused(v -> v.initialAlpha = Double.POSITIVE_INFINITY, "initialAlpha=");
        refused(v -> v.targetEntropyPerAction = Double.NaN, "targetEntropyPerAction=NaN");
    }

    private static void refused(Consumer<SacSettings.Builder> change, String message) {
        assertThatThrownBy(() -> SacSettings.modern().with(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
