package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.teleost.experiment.ExperimentException;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.runner.UserCode;
import org.teleost.learn.apt.TrainingException;
import org.teleost.live.CannotAttachException;
import org.teleost.model.ModelException;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.UnsuitableProblemException;
import org.teleost.storage.WriteFailure;
import org.teleost.trace.CannotDrawException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into one message for people and an exit code; stack traces only with {@code --debug}. */
final class ErrorReports implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    /** The command line could not be parsed. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unmatched(command, unmatched.getUnmatched().get(0))
                : e.getMessage();
        print(command, message);
        command.getErr().println("help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String unmatched(CommandLine command, String word) {
        List<String> names = new ArrayList<>();
        if (word.startsWith("-")) {
            command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
            names.removeIf(name -> !name.startsWith("--"));
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "unknown option '" + name + "'" + NearestName.hint(name, names);
        }
        names.addAll(command.getSubcommands().keySet());
        String what = names.isEmpty() ? "unexpected argument '" : "unknown command '";
        return what + word + "'" + NearestName.hint(word, names);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return report(command, e);
    }

    /** Prints what went wrong and returns the exit code for it. */
    static int report(CommandLine command, Throwable fault) {
        return report(command, debug(command), fault);
    }

    /** The same with or without the stack trace. */
    static int report(CommandLine command, boolean debug, Throwable fault) {
        if (debug) {
            fault.printStackTrace(command.getErr());
        }
        int code = code(fault);
        Optional<String> blamed = code == ExitCode.FAILED ? blame(command, fault) : Optional.empty();
        if (blamed.isPresent()) {
            code = ExitCode.MODEL;
            print(command, "a problem's own code failed: " + blamed.get() + (debug ? "" : "; --debug shows more"));
        } else if (code == ExitCode.FAILED && fault instanceof OutOfMemoryError) {
            print(command, outOfMemory(command));
        } else if (code == ExitCode.FAILED) {
            print(command, "internal error: " + fault + (debug ? "" : "; --debug shows where"));
        } else {
            print(command, fault instanceof FileSystemException file ? text(file) : fault.getMessage());
        }
        command.getErr().flush();
        return code;
    }

    /** Names what this command can do about it. */
    private static String outOfMemory(CommandLine command) {
        List<String> less = new ArrayList<>();
        for (String option : new String[] {"--memory", "--particles", "--replay", "--batch", "--threads"}) {
            if (command.getCommandSpec().findOption(option) != null) {
                less.add(option);
            }
        }
        return "out of memory: the heap holds " + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB; give Java more (./teleost -J-Xmx4g ..., or java -Xmx4g)"
                + (less.isEmpty() ? "" : ", or ask for less: " + String.join(", ", less));
    }

    /** What was thrown where, if a problem's own code threw it, whichever command ran it. */
    private static Optional<String> blame(CommandLine command, Throwable fault) {
        if (fault instanceof OutOfMemoryError
                || !(command.getCommandSpec().root().userObject() instanceof TeleostCommand teleost)) {
            return Optional.empty();
        }
        List<Object> problems = new ArrayList<>();
        try {
            problems.addAll(teleost.problems().all());
            problems.addAll(teleost.controlProblems().all());
        } catch (ConfigException | ServiceConfigurationError e) {
            // those that can't be loaded can't be the ones that ran
            fault.addSuppressed(e);
        }
        return new UserCode(problems).blame(fault);
    }

    private static String text(FileSystemException e) {
        return "can't read " + e.getFile() + ": " + WriteFailure.reason(e);
    }

    /** IllegalArgumentException is how the engine refuses settings that it can't work with. */
    static int code(Throwable fault) {
        if (fault instanceof ConfigException
                || fault instanceof IllegalArgumentException
                || fault instanceof EngineUnavailableException
                || fault instanceof UnsuitableProblemException
                || fault instanceof ServiceConfigurationError) {
            return ExitCode.USAGE;
        } else if (fault instanceof CannotDrawException || fault instanceof CannotAttachException) {
            return ExitCode.USAGE;
        } else if (fault instanceof ModelException
                || fault instanceof TrainingException
                || fault instanceof ExperimentException) {
            return ExitCode.MODEL;
        } else if (fault instanceof WriteFailure || fault instanceof UncheckedIOException) {
            return ExitCode.DISK;
        } else if (fault instanceof IOException) {
            // what is written fails as a WriteFailure: this is a file that can't be read, or not understood
            return ExitCode.USAGE;
        }
        return ExitCode.FAILED;
    }

    private static boolean debug(CommandLine command) {
        ParseResult parsed = command.getParseResult();
        return parsed != null && parsed.hasMatchedOption("--debug");
    }

    private static void print(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("teleost: " + message));
    }
}
