package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
                .hasMessage("actorLearningRate=" + rate + "; it lies in (0, 1], usual is 3e-4");
    }

    @Test
    void badValuesAreNamedWithTheirRange() {
        SacSettings modern = SacSettings.modern();
        assertThatThrownBy(() -> modern.withBatchSize(0)).hasMessageContaining("batchSize=0; it lies in [1, 65536]");
        assertThatThrownBy(() -> modern.withDiscount(1.01)).hasMessageContaining("discount=1.01");
        assertThatThrownBy(() -> modern.withDiscount(Double.NaN)).hasMessageContaining("discount=NaN");
        assertThatThrownBy(() -> modern.withHidden(List.of())).hasMessageContaining("actorHidden=[]");
        assertThatThrownBy(() -> modern.withHidden(List.of(8, 0))).hasMessageContaining("actorHidden=[8, 0]");
        assertThatThrownBy(() -> modern.withCriticVariant(null)).hasMessageContaining("criticVariant=null");
        assertThatThrownBy(() -> with(Activation.NONE, 0.0, 0.9, 0.005, 1, 1.0, -1.0))
                .hasMessageContaining("actorTrunk=NONE");
        assertThatThrownBy(() -> with(Activation.RELU, 0.1, 0.9, 0.005, 1, 1.0, -1.0))
                .hasMessageContaining("dropout=0.1");
        assertThatThrownBy(() -> with(Activation.RELU, 0.0, 1.0, 0.005, 1, 1.0, -1.0))
                .hasMessageContaining("adamBeta1=1.0");
        assertThatThrownBy(() -> with(Activation.RELU, 0.0, 0.9, 0.0, 1, 1.0, -1.0))
                .hasMessageContaining("tau=0.0");
        assertThatThrownBy(() -> with(Activation.RELU, 0.0, 0.9, 0.005, 0, 1.0, -1.0))
                .hasMessageContaining("policyDelay=0");
        assertThatThrownBy(() -> with(Activation.RELU, 0.0, 0.9, 0.005, 1, 0.0, -1.0))
                .hasMessageContaining("initialAlpha=0.0");
        assertThatThrownBy(() -> with(Activation.RELU, 0.0, 0.9, 0.005, 1, 1.0, Double.NaN))
                .hasMessageContaining("targetEntropyPerAction=NaN");
    }

    private static SacSettings with(
            Activation trunk, double dropout, double beta1, double tau, int delay, double alpha, double entropy) {
        return new SacSettings(
                List.of(8),
                List.of(8),
                trunk,
                CriticVariant.PLAIN,
                dropout,
                1e-3,
                1e-3,
                1e-3,
                beta1,
                8,
                0.9,
                tau,
                delay,
                true,
                alpha,
                entropy);
    }
}
