package org.teleost.cluster.protocol;

import java.util.List;
import org.teleost.experiment.cell.Cell;

/** What master and workers tell each other. {@code session} names one run of one master; 0 is none. */
public sealed interface Message {
    /** Changes whenever a message does. */
    int PROTOCOL = 1;

    /**
     * A worker offers itself.
     *
     * @param incarnation tells this process from an earlier one of the same name
     * @param session the one that it served last: its cells go on after a break
     */
    record Hello(int protocol, String build, String host, String name, long incarnation, int slots, long session)
            implements Message {}

    /** The master takes it; arguments of the command whose cells are computed. */
    record Welcome(long session, List<String> command) implements Message {}

    /** The master doesn't take it, for good. */
    record Refused(String reason) implements Message {}

    /**
     * What a worker has; also its sign of life.
     *
     * @param round the one that it is in, from 1; 0 before the first
     * @param digest of the round's keys
     * @param free cells that it would take
     * @param held cells that it has
     */
    record Ready(long session, int round, long digest, int free, List<Held> held) implements Message {}

    /** A cell that a worker holds. */
    record Held(String key, int attempt) {}

    /** The master's sign of life. */
    record Alive(long session) implements Message {}

    /** Compute this cell. */
    record Task(long session, int round, String key, int attempt) implements Message {}

    /** A finished cell; sent until it is {@link Kept}. */
    record Done(long session, int round, int attempt, Cell cell) implements Message {}

    /** A cell that couldn't be computed; sent until it is {@link Kept}. */
    record Failed(long session, int round, String key, int attempt, String reason) implements Message {}

    /** The master has the result on disk, or had one before. */
    record Kept(long session, String key, int attempt) implements Message {}

    /** All cells of a finished round, in as many messages as it takes. */
    record Cells(long session, int round, boolean last, List<Cell> cells) implements Message {}

    /** The master's command is over. */
    record Stop(long session, String reason) implements Message {}

    /** A piece of a long message. */
    record Part(long id, int index, int count, byte[] bytes) implements Message {}
}
