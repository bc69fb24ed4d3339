package org.teleost.experiments.catalog;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Installed;
import org.teleost.experiments.config.NearestName;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.problem.FactoredProblem;
import org.teleost.solvers.problem.FileProblem;

/** All problems on the class path, by name, and those in files. */
public final class ProblemCatalog {
    private final Map<String, Problem> problems = new TreeMap<>();

    public ProblemCatalog(Collection<? extends Problem> problems) {
        for (Problem problem : problems) {
            Problem earlier = this.problems.putIfAbsent(problem.name(), problem);
            if (earlier != null) {
                throw new ConfigException("two problems are called '" + problem.name() + "': "
                        + earlier.getClass().getName() + " and "
                        + problem.getClass().getName());
            }
        }
    }

    /** Problems registered by service entries for {@link ProblemProvider}. */
    public static ProblemCatalog installed() {
        return new ProblemCatalog(
                Installed.all(ProblemProvider.class, "a problem provider", ProblemProvider::problems));
    }

    /** Problems in alphabetical order. */
    public Collection<Problem> all() {
        return problems.values();
    }

    /** The problem in a file: a table where it is small, else variable by variable where the file has variables. */
    public static Problem inFile(ModelFile file) {
        return file.factored()
                .filter(variables -> variables.stateCount() > FileProblem.LEAF_STATES)
                .<Problem>map(FactoredProblem::new)
                .orElseGet(() -> new FileProblem(file.table()));
    }

    /**
     * The problem of this name, or in the file of this name; throws {@link ConfigException} with a suggestion.
     *
     * @throws org.teleost.solvers.file.FormatException for a file that can't be read
     */
    public Problem find(String name) {
        if (ModelFile.isNamed(name)) {
            return inFile(ModelFile.read(Path.of(name), false));
        }
        Problem problem = problems.get(name);
        if (problem != null) {
            return problem;
        }
        if (problems.isEmpty()) {
            throw new ConfigException("unknown problem '" + name
                    + "': none are installed; put a jar with problems (for example teleost-envs) on the class path");
        }
        throw new ConfigException("unknown problem '" + name + "'" + NearestName.hint(name, problems.keySet())
                + "\nproblems: " + String.join(", ", problems.keySet()));
    }
}
