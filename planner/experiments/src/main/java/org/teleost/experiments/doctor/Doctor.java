package org.teleost.experiments.doctor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.report.Versions;

/** Looks at everything that decides whether and how well planning and learning work here. */
public final class Doctor {
    private Doctor() {}

    /** All findings, in the order to print them. */
    public static List<Finding> examine(Supplier<ProblemCatalog> problems) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("teleost", Versions.teleostVersion()));
        findings.addAll(VirtualMachine.findings(
                ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.vm.info", "")));
        findings.addAll(Machine.findings());
        findings.addAll(Engines.findings());
        findings.add(Learner.finding());
        findings.add(problems(problems));
        return findings;
    }

    private static Finding problems(Supplier<ProblemCatalog> problems) {
        try {
            List<String> names =
                    problems.get().all().stream().map(problem -> problem.name()).toList();
            return names.isEmpty()
                    ? Finding.problem("problems", "none", "put a jar with problems (teleost-envs) on the class path")
                    : Finding.ok("problems", names.size() + ": " + String.join(", ", names));
        } catch (RuntimeException e) {
            return Finding.problem("problems", e.getMessage(), "repair or remove the jar that provides it");
        }
    }
}
