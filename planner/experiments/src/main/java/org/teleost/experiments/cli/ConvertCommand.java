package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.solvers.factored.SingleVariable;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.file.PomdpWriter;
import org.teleost.solvers.file.PomdpxWriter;
import org.teleost.solvers.problem.Enumeration;
import org.teleost.solvers.tabular.TabularPomdp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost convert}: problems and policies between formats. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description =
                "Writes a problem as .pomdp or .pomdpx: from a file, or from a problem with few enough states; or a"
                        + " policy of a problem in another format.",
        footer = {
            "%nExamples:",
            "  teleost convert maze.pomdpx maze.pomdp",
            "  teleost convert rocksample-4-4 rs44.pomdp",
            "  teleost convert endless.pomdp endless-99.pomdp --discount 0.99",
            "  teleost convert maze.alpha maze.policyx --problem maze.pomdp",
            "%nA simulator can't say its probabilities: those of steps that are not certain are counted in samples,"
                    + " and a%nwarning says so. Observations' probabilities are the model's own.",
            ExitCode.HELP
        })
final class ConvertCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "A problem file, a problem's name, or a policy.")
    private String in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; its name says the format.")
    private Path out;

    @Option(names = "--discount", paramLabel = "G", description = "Writes the problem with this discount.")
    private Double discount;

    @Option(names = "--problem", paramLabel = "FILE", description = "The problem file that a policy belongs to.")
    private String problem;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the instance of a named problem (default 1).")
    private long seed = 1;

    @Mixin
    private ModelOptions options;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        if (problem != null) {
            PolicyFile.requireNamed(out);
            TabularPomdp model = options.table(problem, err());
            PolicyFile.write(out, PolicyFile.read(Path.of(in), model), model);
            return ExitCode.OK;
        }
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!ModelFile.isNamed(name)) {
            throw new ConfigException("OUT " + out + " is neither .pomdp nor .pomdpx; a policy needs --problem FILE");
        }
        if (discount != null && !(discount >= 0.0 && discount <= 1.0)) {
            throw new ConfigException("--discount " + discount + "; allowed range 0 to 1");
        }
        if (ModelFile.isNamed(in)) {
            write(options.read(in, err()), name.endsWith("x"));
        } else {
            options.refuse(in);
            write(table(), name.endsWith("x"));
        }
        return ExitCode.OK;
    }

    private void write(ModelFile model, boolean pomdpx) throws IOException {
        if (pomdpx && model.factored().isPresent() && discount == null && !options.hasHorizon()) {
            PomdpxWriter.write(out, model.factored().get());
        } else {
            write(options.table(model), pomdpx);
        }
    }

    private void write(TabularPomdp table, boolean pomdpx) throws IOException {
        TabularPomdp model = discount == null ? table : table.withDiscount(discount);
        if (!pomdpx) {
            if (model.observedPart() != null && starts(model) > 1) {
                err().println("teleost: warning: what the problem shows of its start is not in a .pomdp: there the"
                        + " first action is taken without it");
            }
            PomdpWriter.write(out, model);
        } else if (model.discount() < 1.0) {
            PomdpxWriter.write(out, SingleVariable.of(model));
        } else {
            throw new ConfigException("POMDPX has no discount 1; add --discount 0.99");
        }
    }

    private static long starts(TabularPomdp model) {
        return java.util.stream.IntStream.range(0, model.stateCount())
                .filter(s -> model.start()[s] > 0.0)
                .map(s -> model.observedPart()[s])
                .distinct()
                .count();
    }

    private TabularPomdp table() {
        Problem named = teleost.problems().find(in);
        Enumeration.Result result =
                Enumeration.of(named.instance(RandomStream.derive(seed, 0)).model());
        if (result.sampled()) {
            err().println("teleost: warning: some transitions of " + in
                    + " are not certain; their probabilities are frequencies of 20000 samples");
        }
        if (result.illegal()) {
            err().println("teleost: warning: " + in
                    + " forbids actions in some states; the file allows them with what the simulator makes of them");
        }
        return result.table();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
