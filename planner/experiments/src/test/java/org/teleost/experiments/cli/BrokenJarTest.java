package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentProvider;
import org.teleost.experiments.computation.HillExperiment;
import org.teleost.plan.EngineProvider;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** A jar on the class path that can't be loaded is named in a line, whichever command was asked for. */
class BrokenJarTest {
    /** Can't be made. */
    public static final class NoExperiments implements ExperimentProvider {
        public NoExperiments() {
            throw new IllegalStateException("no map");
        }

        @Override
        public List<Experiment> experiments() {
            return List.of();
        }
    }

    /** Has a class less than it needs. */
    public static final class HalfExperiments implements ExperimentProvider {
        @Override
        public List<Experiment> experiments() {
            throw new NoClassDefFoundError("org/example/Half");
        }
    }

    /** Brings one experiment twice. */
    public static final class TwinExperiments implements ExperimentProvider {
        @Override
        public List<Experiment> experiments() {
            return List.of(new HillExperiment(), new HillExperiment());
        }
    }

    /** Can't list its problems. */
    public static final class NoProblems implements ProblemProvider {
        @Override
        public List<Problem> problems() {
            throw new IllegalStateException("no map");
        }
    }

    @TempDir
    private Path folder;

    private ClassLoader loader;

    @BeforeEach
    void remember() {
        loader = Thread.currentThread().getContextClassLoader();
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    private void install(Class<?> kind, String provider) throws IOException {
        Path entry = Files.writeString(folder.resolve("entry"), provider);
        Thread.currentThread().setContextClassLoader(new ClassLoader(loader) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals("META-INF/services/" + kind.getName())
                        ? Collections.enumeration(List.of(entry.toUri().toURL()))
                        : super.getResources(name);
            }
        });
    }

    private static String refused(String... arguments) {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(TeleostCommand.run(arguments)).isEqualTo(ExitCode.USAGE);
        } finally {
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static void assertOneLine(String error, String... parts) {
        assertThat(error.lines()).hasSize(1);
        assertThat(error).startsWith("teleost: ").contains(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "problems", "plan tiger", "hill"})
    void anExperimentOfAMissingClass(String arguments) throws Exception {
        install(ExperimentProvider.class, "org.example.Missing");
        assertOneLine(
                refused(arguments.split(" ", -1)),
                "an experiment provider can't be loaded: ",
                "org.example.Missing not found; repair or remove the jar that brings it");
    }

    @Test
    void anExperimentProviderThatThrows() throws Exception {
        install(ExperimentProvider.class, NoExperiments.class.getName());
        assertOneLine(refused("problems"), "$NoExperiments could not be instantiated", "IllegalStateException: no map");
        install(ExperimentProvider.class, HalfExperiments.class.getName());
        assertOneLine(refused("problems"), "$HalfExperiments: java.lang.NoClassDefFoundError: org/example/Half");
    }

    @Test
    void oneNameForTwoExperiments() throws Exception {
        install(ExperimentProvider.class, TwinExperiments.class.getName());
        assertOneLine(refused("problems"), "two experiments are called ");
    }

    @Test
    void debugShowsWhere() throws Exception {
        install(ExperimentProvider.class, NoExperiments.class.getName());
        assertThat(refused("plan", "tiger", "--debug"))
                .contains("\tat " + NoExperiments.class.getName())
                .endsWith("; repair or remove the jar that brings it\n");
    }

    @Test
    void problemsThatCanNotBeListed() throws Exception {
        install(ProblemProvider.class, NoProblems.class.getName());
        assertOneLine(
                refused("problems"),
                "a problem provider can't be loaded: ",
                "$NoProblems: java.lang.IllegalStateException: no map");
    }

    @Test
    void anEngineOfAMissingClass() throws Exception {
        install(EngineProvider.class, "org.example.Missing");
        assertOneLine(refused("doctor"), "EngineProvider: Provider org.example.Missing not found");
    }
}
