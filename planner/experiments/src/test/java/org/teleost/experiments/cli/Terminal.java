package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.experiments.corridor.FaultyProblem;
import org.teleost.problem.Problem;
import picocli.CommandLine;

/** A command run in this process, with what it printed. */
record Terminal(List<String> arguments, int code, String out, String err) {

    static Terminal of(String arguments) {
        return new Terminal(List.of(arguments.split(" ")), -1, "", "");
    }

    /** Runs the command with further arguments. */
    Terminal run(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<Problem> problems = new ArrayList<>(
                List.of(CorridorProblem.sound(), CorridorProblem.throwing(), CorridorProblem.notFinite()));
        if (arguments.toString().contains("faulty")) {
            FaultyProblem.all().forEach(problems::add);
        }
        CommandLine command = TeleostCommand.commandLine(() -> new ProblemCatalog(problems));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int code = command.execute(all.toArray(new String[0]));
        return new Terminal(all, code, out.toString(), err.toString());
    }
}
