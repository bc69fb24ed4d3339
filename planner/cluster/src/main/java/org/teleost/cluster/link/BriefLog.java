package org.teleost.cluster.link;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.event.Logging;

/**
 * What Pekko says of strangers, as lines for people, each kind once: a thousand tries fill no disk. Members that come
 * and go are the affair of master and worker, which say so themselves. Pekko makes it by its name.
 */
public final class BriefLog extends AbstractActor {
    private static final int MOST = 100;
    private static final Pattern STRANGERS =
            Pattern.compile("(?i)ssl|tls|certificat|handshake|magic|frame|serial|quarantin|dropping|bind|address");
    private static final Pattern OWN = Pattern.compile(
            "(?i)connection refused|connection has been aborted|seed nodes|UNREACHABLE|hostname verification");
    private static final Set<Consumer<String>> READERS = ConcurrentHashMap.newKeySet();

    private final Set<String> said = new HashSet<>();

    /** Adds a reader for all systems of this process; closing removes it. */
    static AutoCloseable read(Consumer<String> reader) {
        READERS.add(reader);
        return () -> READERS.remove(reader);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(
                        Logging.InitializeLogger.class,
                        start -> getSender().tell(Logging.loggerInitialized(), getSelf()))
                .match(Logging.Error.class, error -> say(error.cause() == null ? error.message() : cause(error)))
                .match(Logging.Warning.class, warning -> say(warning.message()))
                .match(Logging.Info.class, info -> say(info.message()))
                .matchAny(other -> {})
                .build();
    }

    private static Object cause(Logging.Error error) {
        Throwable cause = error.cause();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return error.message() + ": " + cause.getMessage();
    }

    /** Ports and counters don't make a message a new one. */
    private void say(Object message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        boolean all = getContext().getSystem().settings().LogLevel().equalsIgnoreCase("INFO");
        if (!all && (!STRANGERS.matcher(line).find() || OWN.matcher(line).find())) {
            return;
        }
        if (said.size() < MOST && said.add(line.replaceAll("[0-9#-]+", ""))) {
            READERS.forEach(reader -> reader.accept("network: " + line));
        }
    }
}
