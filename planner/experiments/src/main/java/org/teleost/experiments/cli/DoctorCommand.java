package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.doctor.Doctor;
import org.teleost.experiments.doctor.Finding;
import org.teleost.experiments.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost doctor}: is this machine fit to plan. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Looks at Java, cores, load, memory, clock, engines, the learner's matrix products"
                + " and problems, and says what to do.",
        footer = {"%nExit codes: 0 planning works (perhaps with warnings), 1 it does not.%n"})
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        List<Finding> findings = Doctor.examine(teleost::problems);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(json(findings)));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        out.flush();
        return works(findings) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean works(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.PROBLEM);
    }

    private static void print(PrintWriter out, Finding finding) {
        String mark =
                finding.level() == Finding.Level.OK ? "ok" : finding.level().name();
        out.printf("%-8s %-18s %s%n", mark, finding.name(), finding.value());
        if (!finding.advice().isEmpty()) {
            out.printf("%-8s %-18s -> %s%n", "", "", finding.advice());
        }
    }

    private static ObjectNode json(List<Finding> findings) {
        ObjectNode object = Json.object();
        object.put("works", works(findings));
        ArrayNode array = object.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode entry = array.addObject();
            entry.put("name", finding.name());
            entry.put("level", finding.level().name().toLowerCase(Locale.ROOT));
            entry.put("value", finding.value());
            entry.put("advice", finding.advice());
        }
        return object;
    }
}
