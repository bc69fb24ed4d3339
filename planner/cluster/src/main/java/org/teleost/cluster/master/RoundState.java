package org.teleost.cluster.master;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.teleost.cluster.protocol.RoundDigest;
import org.teleost.experiment.cell.CellRound;

/** Where the cells of a round are: waiting, with a worker, here, or given up. */
final class RoundState {
    /** Times that a cell may fail. */
    static final int FAILURES = 3;

    /** Times that the worker of a cell may get lost: a cell that kills workers ends, too. */
    static final int LOSSES = 10;

    /** A cell with a worker. */
    record Lease(WorkerSeat worker, int attempt, long since) {}

    final int number;
    final CellRound round;
    final long digest;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> losses = new HashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();
    private final Set<String> here = new HashSet<>();
    private final Set<String> keys;

    RoundState(int number, CellRound round) {
        this.number = number;
        this.round = round;
        digest = RoundDigest.of(round.keys());
        keys = Set.copyOf(round.keys());
        for (String key : round.keys()) {
            if (round.store().find(key).isPresent()) {
                here.add(key);
            } else {
                waiting.add(key);
            }
        }
    }

    /** Gives the next cell to a worker; null if none waits. */
    String give(WorkerSeat worker, long now) {
        String key = waiting.poll();
        while (key != null && here.contains(key)) {
            key = waiting.poll();
        }
        if (key != null) {
            int attempt = attempts.merge(key, 1, Integer::sum);
            leases.put(key, new Lease(worker, attempt, now));
        }
        return key;
    }

    int attempt(String key) {
        return attempts.getOrDefault(key, 0);
    }

    /** Takes a result; false if it is not the first. */
    boolean take(String key) {
        if (!keys.contains(key) || !here.add(key)) {
            return false;
        }
        leases.remove(key);
        failed.remove(key);
        return true;
    }

    /** A worker failed; false if it had no such cell any more. */
    boolean fail(WorkerSeat worker, String key, int attempt, String reason) {
        Lease lease = leases.get(key);
        if (lease == null || lease.worker() != worker || lease.attempt() != attempt) {
            return false;
        }
        leases.remove(key);
        if (failures.merge(key, 1, Integer::sum) >= FAILURES) {
            failed.put(key, worker.hello.name() + ": " + reason);
        } else {
            waiting.addLast(key);
        }
        return true;
    }

    /** Takes cells away from workers; returns them. */
    List<String> lose(Predicate<Map.Entry<String, Lease>> lost) {
        List<String> taken = new ArrayList<>();
        leases.entrySet().removeIf(entry -> lost.test(entry) && taken.add(entry.getKey()));
        for (String key : taken) {
            if (losses.merge(key, 1, Integer::sum) >= LOSSES) {
                failed.put(key, "its worker got lost " + LOSSES + " times");
            } else {
                waiting.addFirst(key);
            }
        }
        return taken;
    }

    /** Cells that were given to a worker and that it doesn't have yet. */
    long onTheWay(WorkerSeat worker, Set<String> held) {
        return leases.entrySet().stream()
                .filter(lease -> lease.getValue().worker() == worker && !held.contains(lease.getKey()))
                .count();
    }

    int underWay() {
        return leases.size();
    }

    int done() {
        return here.size();
    }

    boolean over() {
        return here.size() + failed.size() >= keys.size();
    }

    Map<String, String> failed() {
        return failed;
    }
}
