package org.teleost.experiments.training.settings;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Installed;
import org.teleost.experiments.config.NearestName;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** All control problems on the class path, by name. */
public final class ControlProblemCatalog {
    private final Map<String, ControlProblem> problems = new TreeMap<>();

    /** @throws ConfigException if two problems have one name */
    public ControlProblemCatalog(Collection<? extends ControlProblem> problems) {
        for (ControlProblem problem : problems) {
            ControlProblem earlier = this.problems.putIfAbsent(problem.name(), problem);
            if (earlier != null) {
                throw new ConfigException("two control problems are called '" + problem.name() + "': "
                        + earlier.getClass().getName() + " and "
                        + problem.getClass().getName());
            }
        }
    }

    /** Problems registered by service entries for {@link ControlProblemProvider}. */
    public static ControlProblemCatalog installed() {
        return new ControlProblemCatalog(Installed.all(
                ControlProblemProvider.class, "a control problem provider", ControlProblemProvider::problems));
    }

    /** Problems in alphabetical order. */
    public Collection<ControlProblem> all() {
        return problems.values();
    }

    /** The problem of this name; throws {@link ConfigException} with a suggestion. */
    public ControlProblem find(String name) {
        ControlProblem problem = problems.get(name);
        if (problem != null) {
            return problem;
        }
        if (problems.isEmpty()) {
            throw new ConfigException("unknown control problem '" + name
                    + "': none are installed; put a jar with problems (for example teleost-envs) on the class path");
        }
        throw new ConfigException("unknown control problem '" + name + "'"
                + NearestName.hint(name, problems.keySet()) + "\ncontrol problems: "
                + String.join(", ", problems.keySet()));
    }
}
