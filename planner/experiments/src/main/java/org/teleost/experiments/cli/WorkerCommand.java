package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.WorkerSetup;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.runner.HostName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost worker}: computes cells for a master. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Computes cells of a command that a master started with --cluster: runs the same command with the problems of its"
                    + " own class path, and sends results back. Writes no results here. Waits for the next master when"
                    + " one is done or gone.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost worker --join 7400                              a second process of this machine",
            "  teleost worker --join 10.0.0.5:7400 --keys worker       on another machine",
            "  teleost worker --join 10.0.0.5:7400 --keys worker --slots 8 --threads 1 --wait 0",
            "%nMaster and worker must be the same build. Every machine must reach every other on the ports that it prints.",
            ExitCode.HELP
        })
final class WorkerCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Option(names = "--join", required = true, paramLabel = "[HOST:]PORT", description = "Where the master is.")
    private String join;

    @Option(names = "--slots", paramLabel = "N", description = "Cells at once (default ${DEFAULT-VALUE}).")
    private int slots = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of a planner, instead of what the master's command says; with a counted budget the"
                    + " results are the same.")
    private Integer threads;

    @Option(names = "--keys", paramLabel = "DIR", description = "The worker's keys; needed unless the master is here.")
    private Path keys;

    @Option(
            names = "--bind",
            paramLabel = "[HOST:]PORT",
            description = "Where this worker listens (default: this machine's address towards the master, any port).")
    private String bind;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of this worker (default: HOST-PROCESS).")
    private String name;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for a master, 0 for no limit (default ${DEFAULT-VALUE}).")
    private double patience = 60;

    @Option(names = "--once", description = "Ends with the first master instead of waiting for the next.")
    private boolean once;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        check("--slots", slots, 1024);
        check("--threads", threads == null ? 1 : threads, 256);
        if (!(patience >= 0)) {
            throw new ConfigException("--wait " + patience + "; allowed are 0 for no limit, and more");
        }
        ClusterAddress master = ClusterAddress.parse("--join", join);
        try (StopSignal stop = new StopSignal(err(), "stopping; the master gives its cells to others", () -> {})) {
            ClusterOption.provider().work(setup(master), this::compute, stop);
            return stop.getAsBoolean() ? stop.exitCode() : ExitCode.OK;
        }
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new ConfigException(option + " " + value + "; allowed range 1 to " + most);
        }
    }

    private WorkerSetup setup(ClusterAddress master) {
        String host = HostName.own();
        return new WorkerSetup(
                master,
                bind == null ? new ClusterAddress(towards(master), 0) : ClusterAddress.parse("--bind", bind),
                Optional.ofNullable(keys),
                Build.name(),
                host,
                name == null ? host + "-" + ProcessHandle.current().pid() : name,
                slots,
                patience,
                once,
                this::say);
    }

    /** This machine's address on the way to the master; no packet is sent. */
    private static String towards(ClusterAddress master) {
        if (master.loopback()) {
            return master.host();
        }
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(master.host(), Math.max(1, master.port())));
            return socket.getLocalAddress().getHostAddress();
        } catch (SocketException e) {
            throw new ConfigException(
                    "no way to " + master + ": " + e.getMessage()
                            + "; name this machine's address with --bind HOST:PORT",
                    e);
        }
    }

    /** Runs the master's command up to its cells, without a folder and without a screen. */
    private void compute(List<String> command, CellSharing sharing) {
        CommandLine commands = teleost.another();
        if (command.isEmpty() || !shared(commands).contains(command.get(0))) {
            throw new IllegalArgumentException("'teleost " + String.join(" ", command)
                    + "' is no command whose cells are shared; those are " + String.join(", ", shared(commands)));
        }
        ((TeleostCommand) commands.getCommand()).serve(sharing, settings());
        StringWriter messages = new StringWriter();
        commands.setOut(new PrintWriter(PrintWriter.nullWriter()));
        commands.setErr(new PrintWriter(messages, true));
        int code = commands.execute(command.toArray(new String[0]));
        if (code != ExitCode.OK) {
            throw new IllegalArgumentException(messages.toString()
                    .strip()
                    .replaceFirst("^teleost: ", "")
                    .lines()
                    .findFirst()
                    .orElse("exit code " + code));
        }
    }

    private List<Setting> settings() {
        return threads == null
                ? List.of()
                : List.of(new Setting("threads", Integer.toString(threads), "--threads of the worker"));
    }

    /** Commands that compute cells: the two of our own, and all experiments. */
    private static List<String> shared(CommandLine commands) {
        List<String> names = new ArrayList<>(List.of("plan", "compare"));
        commands.getSubcommands().forEach((group, command) -> {
            boolean experiments = command.getSubcommands().values().stream()
                    .anyMatch(each -> each.getCommandSpec().userObject() instanceof ExperimentCommand);
            if (experiments) {
                names.add(group);
            }
        });
        return names;
    }

    private synchronized void say(String line) {
        err().println("teleost: " + line);
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
