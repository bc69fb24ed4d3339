package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.conformance.Finding.Severity;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.DeepTerminal;
import org.teleost.fixtures.DuplicatedObservations;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.OffsetModel;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.RelabelledActions;
import org.teleost.fixtures.RiskySafe;
import org.teleost.fixtures.ScaledModel;
import org.teleost.fixtures.SingleNodeLevel;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;

class GoodModelsTest {

    static Stream<GenerativeModel> models() {
        return Stream.of(
                new HiddenCoin(),
                new HiddenNumber(),
                new TinyTiger(),
                new RiskySafe(),
                new OneActionChain(5),
                new AllTerminal(1.0, 2.0, 3.0),
                new DeepTerminal(3),
                new SingleNodeLevel(),
                new OffsetModel(new HiddenCoin(), -7.0),
                new ScaledModel(new HiddenCoin(), 100.0),
                new RelabelledActions(new HiddenCoin(), 3, 1, 0, 2),
                new DuplicatedObservations(new HiddenCoin(), 1),
                new DuplicatedObservations(new TinyTiger(), 0));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCorrectModelPassesWithoutErrorOrWarning(GenerativeModel model) {
        ConformanceReport report = ModelConformance.check(model, ConformanceSettings.defaults());
        assertThat(report.findings(Severity.ERROR)).isEmpty();
        assertThat(report.findings(Severity.WARNING)).isEmpty();
        report.assertPassed();
        assertThat(report.checks()).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21})
    void noSeedMakesACorrectModelFail(long seed) {
        ConformanceSettings settings = ConformanceSettings.defaults().with(s -> s.seed = seed);
        ModelConformance.check(new HiddenCoin(), settings).assertPassed();
        ModelConformance.check(new HiddenNumber(), settings).assertPassed();
    }

    @Test
    void theSameSettingsGiveTheSameReport() {
        ConformanceReport first = ModelConformance.check(new HiddenCoin(), ConformanceSettings.defaults());
        assertThat(ModelConformance.check(new HiddenCoin(), ConformanceSettings.defaults()))
                .isEqualTo(first);
    }

    @Test
    void anUnlistableObservationIsSaidToBeTestedInPartOnly() {
        ConformanceReport report = ModelConformance.check(new HiddenNumber(), ConformanceSettings.defaults());
        assertThat(report.findings("likelihood")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).contains("can't be listed");
        });
    }
}
