package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.teleost.control.ControlSession;
import org.teleost.control.SessionSetup;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.rosbridge.RosbridgeClient;
import org.teleost.experiments.serve.BoundedLines;
import org.teleost.experiments.serve.SessionServer;
import org.teleost.experiments.serve.SessionServer.Room;
import org.teleost.experiments.serve.WebSocketSessions;
import org.teleost.flight.FlightLimits;
import org.teleost.flight.FlightRecorder;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.settings.SettingKey;
import org.teleost.telemetry.PlanningEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost serve}: control sessions for programs in any language. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Serves control sessions of a problem to the program that started it: requests are lines of JSON on standard"
                    + " input, answers lines of JSON on standard output, as docs/serve.md describes. Ends with the input.",
            "With --websocket to programs that connect, until it is stopped.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost serve tiger                          then write {\"id\":1,\"op\":\"open\"}",
            "  teleost serve navigation --threads 1 --memory 64m --sessions 8",
            "  teleost serve navigation --websocket 8765                      for programs of this machine",
            ExitCode.HELP
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_SESSIONS = 64;

    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PROBLEM",
            description = "A problem's name, as 'teleost problems' lists them, or a .pomdp or .pomdpx file.")
    private String problemName;

    @Mixin
    private RunOptions run;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "8",
            description = "Sessions at once, each with its own threads and memory (default ${DEFAULT-VALUE}).")
    private int sessions;

    private final List<FlightRecorder> recorders = new ArrayList<>();

    @Option(
            names = "--record",
            paramLabel = "FOLDER",
            description = "Records every decision of every session, for 'teleost replan'; a folder per session.")
    private Path record;

    @Option(
            names = "--websocket",
            paramLabel = "[HOST:]PORT",
            description = "Listens for WebSocket connections instead, on this machine's own address unless HOST says"
                    + " otherwise; 0 takes any free port.")
    private String webSocket;

    @Option(
            names = "--rosbridge",
            paramLabel = "URL",
            description = "Connects to a rosbridge server (ws://robot:9090) instead and offers ROS nodes one session:"
                    + " action /teleost/decide, topics /teleost/observation and /teleost/decision.")
    private URI rosbridge;

    @Option(
            names = "--fallback",
            paramLabel = "ACTION",
            description = "With --rosbridge: action to take when there is no plan in time.")
    private Integer fallback;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that clients send as 'Authorization: Bearer TOKEN'; needed where other"
                    + " machines can connect.")
    private Path tokenFile;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            description = "Folder in which clients that connect may save and restore sessions, by plain names (none).")
    private Path files;

    @Mixin
    private ModelOptions models;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        if (sessions < 1 || sessions > MOST_SESSIONS) {
            throw new IllegalArgumentException("--sessions " + sessions + "; allowed range 1 to " + MOST_SESSIONS);
        }
        Problem problem = models.problem(
                problemName, teleost.problems(), spec.commandLine().getErr());
        try {
            if (rosbridge != null) {
                return serveRobot(problem);
            }
            return webSocket == null ? serveLines(problem) : serveConnections(problem);
        } finally {
            recorders.forEach(FlightRecorder::close);
        }
    }

    private SessionServer server(Problem problem, Room room, UnaryOperator<Path> place, Consumer<String> out) {
        return new SessionServer(
                (name, instance, settings) -> setUp(problem, name, instance, settings),
                run.configuration(problem).run().budget(),
                room,
                place,
                out);
    }

    private int serveLines(Problem problem) throws IOException {
        // the channel is the program's own: nothing else may print there
        Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        BoundedLines lines =
                new BoundedLines(new InputStreamReader(System.in, StandardCharsets.UTF_8), SessionServer.LONGEST_LINE);
        try (SessionServer server =
                server(problem, new Room(sessions), UnaryOperator.identity(), line -> write(out, line))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                server.accept(line);
            }
        }
        return ExitCode.OK;
    }

    private int serveConnections(Problem problem) throws IOException {
        InetSocketAddress address = ListenAddress.of("--websocket", webSocket, tokenFile != null);
        String token = tokenFile == null ? null : ListenAddress.token(tokenFile);
        Room room = new Room(sessions);
        CountDownLatch stopped = new CountDownLatch(1);
        PrintWriter messages = spec.commandLine().getErr();
        try (StopSignal stop = new StopSignal(messages, "stopping", stopped::countDown);
                WebSocketSessions served = listen(address, token, out -> server(problem, room, this::place, out))) {
            messages.println("serving on ws://" + address.getHostString() + ":" + served.port());
            messages.flush();
            stopped.await();
            return stop.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private int serveRobot(Problem problem) {
        if (webSocket != null || !"ws".equals(rosbridge.getScheme()) && !"wss".equals(rosbridge.getScheme())) {
            throw new ConfigException(
                    "--rosbridge " + rosbridge + "; a URL like ws://robot:9090 is needed, without" + " --websocket");
        }
        ObjectNode open = Json.object();
        if (fallback != null) {
            open.put("fallback", fallback);
        }
        PrintWriter messages = spec.commandLine().getErr();
        CountDownLatch stopped = new CountDownLatch(1);
        Consumer<String> say = line -> {
            messages.println("teleost: " + line);
            messages.flush();
        };
        try (StopSignal stop = new StopSignal(messages, "stopping", stopped::countDown);
                RosbridgeClient client = new RosbridgeClient(
                        rosbridge, open, out -> server(problem, new Room(1), this::place, out), say)) {
            say.accept("offering " + RosbridgeClient.ACTION + " by " + client.address());
            stopped.await();
            return stop.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private static WebSocketSessions listen(
            InetSocketAddress address, String token, Function<Consumer<String>, SessionServer> servers) {
        try {
            return WebSocketSessions.open(address, token, servers);
        } catch (IllegalStateException e) {
            throw new ConfigException("--websocket: " + e.getMessage(), e);
        }
    }

    /** Whoever connects over a socket must not choose files of this user's. */
    private Path place(Path file) {
        if (files == null || file.getNameCount() != 1 || !file.equals(file.getFileName()) || file.startsWith("..")) {
            throw new IllegalArgumentException("file=" + file
                    + (files == null
                            ? "; this server keeps no files of its clients, serve with --files FOLDER"
                            : "; a plain name is needed, without a folder"));
        }
        return files.resolve(file);
    }

    private SessionSetup setUp(Problem problem, String name, long seed, Map<String, String> settings)
            throws IOException {
        List<Setting> more = new ArrayList<>();
        settings.forEach((key, value) -> more.add(new Setting(key, value, "set")));
        PlannerSettings planner = run.configuration(problem, more).planner();
        Instance instance = problem.instance(seed);
        SessionSetup setup = ControlSession.of(instance.model())
                .settings(planner)
                .updater(instance.updater(planner))
                .telemetry(new PlanningEvents());
        return record == null ? setup : setup.listener(recorder(name, seed, planner));
    }

    /** Ends with the program: what it holds is written within a moment. */
    private FlightRecorder recorder(String name, long seed, PlannerSettings planner) throws IOException {
        String folder = name.isEmpty() ? "session" : name.replaceAll("[^A-Za-z0-9._-]", "_");
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("problem", problemName);
        configuration.put("instance", Long.toString(seed));
        planner.values().forEach((key, value) -> configuration.put(key, SettingKey.text(value)));
        FlightRecorder made = new FlightRecorder(record.resolve(folder), configuration, FlightLimits.defaults());
        recorders.add(made);
        return made;
    }

    /** A client that is gone ends the input, too. */
    private static void write(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            return;
        }
    }
}
