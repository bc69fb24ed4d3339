package org.teleost.experiments.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.teleost.storage.WriteFailure;
import picocli.CommandLine;

/** Whether what a command printed arrived. Java's print streams keep quiet about a full disk. */
final class StandardOutput {
    /** 128 + SIGPIPE, what programs that read no further leave behind, as in {@code teleost problems | head}. */
    private static final int BROKEN_PIPE = 141;

    private StandardOutput() {}

    /** The exit code of a command that ended with {@code code}; says so when output was lost. */
    static int check(CommandLine commands, int code) {
        commands.getOut().flush();
        if (!commands.getOut().checkError() && !System.out.checkError()) {
            return code;
        }
        String reason = reason();
        if (reason.contains("Broken pipe")) {
            return code == ExitCode.OK ? BROKEN_PIPE : code;
        }
        return Math.max(
                code, ErrorReports.report(commands, WriteFailure.because(Path.of("standard output"), reason, null)));
    }

    /** The streams forget why; the system says it again. */
    private static String reason() {
        // not closed: the descriptor is the process's
        FileOutputStream again = new FileOutputStream(FileDescriptor.out);
        try {
            again.write('\n');
            return "some of it was lost";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
