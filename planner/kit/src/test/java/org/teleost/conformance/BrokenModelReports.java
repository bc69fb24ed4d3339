package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;

/** What the tests of broken models say about a report. */
final class BrokenModelReports {
    private BrokenModelReports() {}

    static ConformanceReport report(GenerativeModel model) {
        return ModelConformance.check(model, ConformanceSettings.defaults());
    }

    static void assertError(GenerativeModel model, String check, String text) {
        ConformanceReport report = report(model);
        assertThat(report.passed()).as(report.text()).isFalse();
        assertThat(report.findings(check)).as(report.text()).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("model=" + model.name(), text);
        });
    }
}
