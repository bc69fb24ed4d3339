package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.teleost.experiments.training.settings.ControlProblemCatalog;
import org.teleost.learn.environment.ControlProblem;

/** The list of control problems. */
final class ControlProblemLines {
    private ControlProblemLines() {}

    static void print(PrintWriter out, ControlProblemCatalog catalog) {
        int width = catalog.all().stream()
                .mapToInt(problem -> problem.name().length())
                .max()
                .orElse(0);
        String format = "%-" + Math.max(15, width) + "s  %11s  %7s  %5s  %s%n";
        out.printf(format, "control problem", "observation", "action", "steps", "summary");
        for (ControlProblem problem : catalog.all()) {
            out.printf(
                    format,
                    problem.name(),
                    problem.observationBox().size(),
                    problem.actionBox().size(),
                    problem.stepLimit(),
                    problem.summary());
        }
    }

    static void putAll(ArrayNode array, ControlProblemCatalog catalog) {
        for (ControlProblem problem : catalog.all()) {
            ObjectNode object = array.addObject();
            object.put("name", problem.name());
            object.put("summary", problem.summary());
            object.put("observationSize", problem.observationBox().size());
            object.put("actionSize", problem.actionBox().size());
            object.put("stepLimit", problem.stepLimit());
            ArrayNode infos = object.putArray("infoNames");
            problem.infoNames().forEach(infos::add);
        }
    }
}
