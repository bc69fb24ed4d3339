package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ConnectionFinding;
import org.teleost.experiments.doctor.Doctor;
import org.teleost.experiments.doctor.Finding;
import org.teleost.experiments.json.Json;
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

    @Option(
            names = "--join",
            paramLabel = "[HOST:]PORT",
            description = "Looks at the way from a worker to the master there instead.")
    private String join;

    @Option(names = "--keys", paramLabel = "DIR", description = "The worker's keys for --join.")
    private Path keys;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        List<Finding> findings = join == null ? Doctor.examine(teleost::problems) : connection();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(json(findings)));
        } else {
            findings.forEach(finding -> print(out, finding));
        }
        out.flush();
        return works(findings) ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<Finding> connection() {
        ClusterAddress master = ClusterAddress.parse("--join", join);
        List<Finding> findings = new ArrayList<>();
        for (ConnectionFinding found : ClusterOption.provider().examine(master, Optional.ofNullable(keys))) {
            findings.add(
                    found.advice().isEmpty()
                            ? Finding.ok(found.name(), found.value())
                            : Finding.problem(found.name(), found.value(), found.advice()));
        }
        return findings;
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
