package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.teleost.experiments.config.SettingLines;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.training.settings.ControlProblemCatalog;
import org.teleost.experiments.training.settings.TrainingConfigurator;
import org.teleost.problem.ControlProblem;

/** What is said of control problems. */
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
        catalog.all().forEach(problem -> put(array.addObject(), problem));
    }

    /** One problem and the settings of a training for it. */
    static void show(PrintWriter out, ControlProblem problem, boolean json) {
        Map<String, Object> values =
                TrainingConfigurator.configure(problem, List.of(), List.of()).values();
        if (json) {
            ObjectNode object = Json.object();
            put(object, problem);
            ObjectNode settings = object.putObject("settings");
            values.forEach((key, value) -> Json.putAny(settings, key, value));
            out.println(Json.line(object));
            return;
        }
        out.println(problem.name() + ": " + problem.summary());
        out.println("observation of " + problem.observationBox().size() + ", action of "
                + problem.actionBox().size() + ", at most " + problem.stepLimit() + " steps");
        out.println();
        out.println("settings of teleost train (for --set KEY=VALUE or as 'KEY: VALUE' in a configuration file):");
        SettingLines.of(TrainingConfigurator.allKeys(), values).forEach(out::println);
    }

    private static void put(ObjectNode object, ControlProblem problem) {
        object.put("name", problem.name());
        object.put("summary", problem.summary());
        object.put("observationSize", problem.observationBox().size());
        object.put("actionSize", problem.actionBox().size());
        object.put("stepLimit", problem.stepLimit());
        ArrayNode infos = object.putArray("infoNames");
        problem.infoNames().forEach(infos::add);
    }
}
