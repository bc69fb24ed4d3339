package org.teleost.experiments.runner;

import java.security.CodeSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.teleost.model.ModelException;

/**
 * Tells faults of a problem's own code from faults of the program: by the jar or folder that the innermost class comes
 * from, the JDK's left out.
 */
public final class UserCode {
    private final Set<CodeSource> sources = new HashSet<>();
    private final Set<ClassLoader> loaders = new HashSet<>();

    /** The code that these objects' classes belong to. */
    public UserCode(Collection<?> objects) {
        for (Object object : objects) {
            Class<?> type = object.getClass();
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source != null) {
                sources.add(source);
                loaders.add(type.getClassLoader());
            }
        }
    }

    /** What was thrown and where, if it was thrown there: {@code Maze.world (Maze.java:17) threw ...}. */
    public Optional<String> blame(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (!isOfTheJdk(frame)) {
                return isOurs(frame.getClassName()) ? Optional.of(text(frame, thrown)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The fault as a model's, if it is one: with {@code place} and where it was thrown; else what was thrown. A full
     * heap and a decision given up are thrown again.
     */
    public Throwable explained(String place, Throwable thrown) {
        if (thrown instanceof ModelException) {
            return thrown;
        }
        ModelException.passOn(thrown);
        Optional<String> blamed = blame(thrown);
        return blamed.isPresent() ? new ModelException(place + ": " + blamed.get(), thrown) : thrown;
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        String module = frame.getModuleName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    private boolean isOurs(String name) {
        for (ClassLoader loader : loaders) {
            try {
                CodeSource source =
                        Class.forName(name, false, loader).getProtectionDomain().getCodeSource();
                if (sources.contains(source)) {
                    return true;
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // not a class of theirs
            }
        }
        return false;
    }

    private static String text(StackTraceElement frame, Throwable thrown) {
        String type = frame.getClassName();
        Throwable what =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + " (" + frame.getFileName()
                + ":" + frame.getLineNumber() + ") threw " + what;
    }
}
