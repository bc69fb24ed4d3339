package org.teleost.conformance;

import java.util.List;
import org.teleost.conformance.Finding.Severity;

/**
 * What the kit found about one model.
 *
 * @param model name of the model
 * @param checks names of the checks that ran, in order
 * @param findings everything noticed, in the order of the checks
 */
public record ConformanceReport(String model, List<String> checks, List<Finding> findings) {
    public ConformanceReport {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** True when no finding is an error. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Findings of one severity. */
    public List<Finding> findings(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** Findings of one check. */
    public List<Finding> findings(String check) {
        return findings.stream()
                .filter(finding -> finding.check().equals(check))
                .toList();
    }

    /**
     * Does nothing when the model passed.
     *
     * @throws AssertionError with all findings as text when one of them is an error
     */
    public void assertPassed() {
        if (!passed()) {
            throw new AssertionError(text());
        }
    }

    /** The report for people, one line per finding. */
    public String text() {
        StringBuilder text = new StringBuilder("model " + model + (passed() ? " passed " : " failed "));
        text.append(checks.size()).append(" checks ").append(checks);
        text.append(": errors=").append(findings(Severity.ERROR).size());
        text.append(" warnings=").append(findings(Severity.WARNING).size());
        for (Finding finding : findings) {
            text.append(System.lineSeparator()).append("  ").append(finding);
        }
        return text.toString();
    }
}
