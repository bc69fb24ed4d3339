package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.learn.checkpoint.CheckpointFile;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.SavedPolicy;
import org.teleost.storage.WriteFailure;
import org.teleost.trace.McapDamage;
import org.teleost.trace.McapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost verify}: are files as they were written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Reads traces, policies and checkpoints whole and compares every checksum in them.",
        footer = {"%nExit codes: 0 all files are as they were written, 2 one is not, or can't be read.%n"})
final class VerifyCommand implements Callable<Integer> {
    private static final int MAGIC = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Traces (.mcap), policies and checkpoints.")
    private List<Path> files;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.OK;
        for (Path file : files) {
            List<String> damage = new ArrayList<>();
            String kind = "";
            try {
                kind = verify(file, damage);
            } catch (IOException e) {
                damage.add(WriteFailure.reason(e));
            }
            damage.forEach(line -> out.println("damaged  " + file + ": " + line));
            if (damage.isEmpty()) {
                out.println("ok       " + file + ": " + kind);
            } else {
                code = ExitCode.USAGE;
            }
        }
        out.flush();
        return code;
    }

    /** Adds what is wrong; returns what kind of file it is, in words. */
    private static String verify(Path file, List<String> damage) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder; name the files in it");
        }
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(MAGIC);
        }
        if (PolicyFile.isStart(start)) {
            SavedPolicy policy = PolicyFile.read(file);
            return "policy of " + policy.problem() + ", version "
                    + policy.network().version();
        }
        if (CheckpointFile.isStart(start)) {
            return "checkpoint of " + CheckpointFile.verify(file).size() + " sections";
        }
        try (McapReader reader = McapReader.open(file)) {
            for (McapDamage found : reader.verify()) {
                damage.add(found.text());
            }
            return "trace of " + reader.messageCount() + " messages";
        }
    }
}
