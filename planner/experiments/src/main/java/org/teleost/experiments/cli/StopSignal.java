package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C (SIGINT) and SIGTERM as a request to stop soon; a second one ends the process at once. The class
 * sun.misc.Signal of the module jdk.unsupported is called by reflection: the compiler warns of it in a way that can't
 * be suppressed, and where it is missing a signal simply ends the process, with all finished episodes on disk. A
 * shutdown hook would not do: plots can't be drawn any more when hooks run.
 */
final class StopSignal implements BooleanSupplier, AutoCloseable {
    private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

    /** What is printed where finished episodes are kept. */
    static final String STOPPING = "stopping; finished episodes are kept (again: stop at once)";

    private final PrintWriter messages;
    private final String text;
    private final Runnable onFirst;
    private final List<AutoCloseable> restore = new ArrayList<>();
    private volatile int received;

    StopSignal(PrintWriter messages) {
        this(messages, STOPPING, () -> {});
    }

    /**
     * @param text what to print on the first signal
     * @param onFirst what to do on it, on the signal's own thread
     */
    StopSignal(PrintWriter messages, String text, Runnable onFirst) {
        this.messages = messages;
        this.text = text;
        this.onFirst = onFirst;
        try {
            for (String name : NUMBERS.keySet()) {
                handle(name);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // the process keeps the default reaction to signals
            messages.flush();
        }
    }

    private void handle(String name) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        Object handler = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        stop(NUMBERS.get(name));
                    }
                    return null;
                });
        Method handle = signalType.getMethod("handle", signalType, handlerType);
        Object earlier = handle.invoke(null, signal, handler);
        restore.add(() -> handle.invoke(null, signal, earlier));
    }

    void stop(int number) {
        if (received != 0) {
            Runtime.getRuntime().halt(128 + number);
        }
        received = number;
        messages.println("\n" + text);
        messages.flush();
        onFirst.run();
    }

    /** True once a signal came. */
    @Override
    public boolean getAsBoolean() {
        return received != 0;
    }

    /** 128 + signal, as shells report it. */
    int exitCode() {
        return 128 + received;
    }

    /** Gives the signals back to those that had them. */
    @Override
    public void close() {
        for (AutoCloseable earlier : restore) {
            try {
                earlier.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
