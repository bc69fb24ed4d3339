package org.teleost.experiments.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.teleost.control.ControlSession;
import org.teleost.control.Fallback;
import org.teleost.control.SessionListener;
import org.teleost.control.SessionSetup;
import org.teleost.control.WhileActing;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.statistics.Latency;
import org.teleost.experiments.statistics.PhaseTimes;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/**
 * A control session that decides, acts in a simulated world and observes, over and over, with a deadline each time: how
 * late its answers are, and what it leaves behind. Beside it stands what a thread that only looks at the clock saw the
 * machine take away.
 *
 * @param decisions decisions made
 * @param took how long the calls of decide took, belief updates included
 * @param overshoot by how much they were late
 * @param fallbacks decisions that the fallback made
 * @param stolen gaps that a bare loop over the clock saw, before and after, for {@code stolenSeconds} in all
 * @param start what the process held before the first decision but after a tenth of them, and at the end
 */
public record SessionBench(
        long decisions,
        Budget budget,
        Latency took,
        Latency overshoot,
        long fallbacks,
        Latency stolen,
        double stolenSeconds,
        Holdings start,
        Holdings end) {

    /**
     * What is asked for.
     *
     * @param phases takes the times of searches, backups and belief updates, null for nobody
     */
    public record Wish(
            long decisions,
            Budget budget,
            int threads,
            int busy,
            double clockSeconds,
            WhileActing acting,
            PhaseTimes phases,
            long seed) {}

    /**
     * What a process holds.
     *
     * @param handles open files and sockets, -1 where the system doesn't say
     */
    public record Holdings(long heapBytes, int threads, long handles) {
        static Holdings now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long handles = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                    ? unix.getOpenFileDescriptorCount()
                    : -1;
            return new Holdings(
                    runtime.totalMemory() - runtime.freeMemory(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    handles);
        }

        private String text() {
            return String.format(
                    Locale.ROOT, "%.1f MB heap, %d threads, %d handles", heapBytes / 1e6, threads, handles);
        }
    }

    /** Runs a session; listener null for nobody. */
    public static SessionBench run(Problem problem, Wish wish, SessionListener listener) throws IOException {
        BenchSubject subject = new BenchSubject(problem, wish.seed());
        Latency stolen = new Latency();
        watchClock(wish.clockSeconds() / 2, stolen);
        List<Thread> others = Stream.generate(() -> new Thread(SessionBench::compute, "busy"))
                .limit(wish.busy())
                .toList();
        others.forEach(thread -> thread.setDaemon(true));
        others.forEach(Thread::start);
        SessionBench result;
        try (ControlSession session = setUp(subject, wish, listener).open()) {
            result = new Loop(session, subject, wish).run(stolen);
        } finally {
            others.forEach(Thread::interrupt);
        }
        watchClock(wish.clockSeconds() / 2, stolen);
        return result;
    }

    private static SessionSetup setUp(BenchSubject subject, Wish wish, SessionListener listener) {
        float[] lanes = new float[subject.model().layout().action().size()];
        return ControlSession.of(subject.model())
                .settings(subject.settings().withThreads(wish.threads()))
                .updater(subject.updater())
                .fallback(lanes.length > 0 ? Fallback.lanes(lanes) : Fallback.action(0))
                .whileActing(wish.acting())
                .telemetry(wish.phases())
                .listener(listener);
    }

    private static void compute() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static void watchClock(double seconds, Latency gaps) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long last = System.nanoTime();
        while (last < end) {
            long now = System.nanoTime();
            gaps.record(now - last);
            last = now;
        }
    }

    /** Decide, act, tell; when a world ends the session goes back to where it began. */
    private static final class Loop {
        private final ControlSession session;
        private final BenchSubject subject;
        private final Wish wish;
        private final Decision decision = new Decision();
        private final Outcome outcome = new Outcome();
        private final Latency took = new Latency();
        private final Latency overshoot = new Latency();
        private World world;
        private long worlds;
        private long fallbacks;

        Loop(ControlSession session, BenchSubject subject, Wish wish) {
            this.session = session;
            this.subject = subject;
            this.wish = wish;
            world = subject.world(++worlds);
        }

        SessionBench run(Latency stolen) throws IOException {
            Path begin = Files.createTempFile("teleost-session", ".state");
            try {
                session.save(begin);
                Holdings start = null;
                for (long i = 0; i < wish.decisions(); i++) {
                    start = i == wish.decisions() / 10 ? Holdings.now() : start;
                    step(begin);
                }
                return new SessionBench(
                        wish.decisions(),
                        wish.budget(),
                        took,
                        overshoot,
                        fallbacks,
                        stolen,
                        wish.clockSeconds(),
                        start,
                        Holdings.now());
            } finally {
                Files.deleteIfExists(begin);
            }
        }

        private void step(Path begin) throws IOException {
            session.decide(wish.budget(), decision);
            took.record(decision.planningNanos);
            overshoot.record(decision.overshootNanos);
            fallbacks += decision.fallbackReason == null ? 0 : 1;
            if (decision.lanes.length > 0) {
                world.step(decision.lanes, outcome);
            } else {
                world.step(decision.action, outcome);
            }
            if (outcome.terminal) {
                world = subject.world(++worlds);
                session.restore(begin);
            } else if (decision.lanes.length > 0) {
                session.tell(decision.lanes, outcome.observation, world.percept());
            } else {
                session.tell(decision.action, outcome.observation, world.percept());
            }
        }
    }

    /** For people. */
    public List<String> text() {
        return List.of(
                String.format(
                        Locale.ROOT, "%d decisions of %s, %d by the fallback", decisions, budget.text(), fallbacks),
                line("took", took),
                line("late by", overshoot),
                String.format(
                        Locale.ROOT,
                        "bare clock loop, %.3g s: longest gap %.3f ms, p99.99999 %.3f ms",
                        stolenSeconds,
                        stolen.max(),
                        stolen.percentile(99.99999)),
                "after a tenth: " + start.text(),
                "at the end:    " + end.text());
    }

    private static String line(String what, Latency latency) {
        return String.format(
                Locale.ROOT,
                "%-8s p50 %.3f  p99 %.3f  p99.9 %.3f  max %.3f ms",
                what,
                latency.percentile(50),
                latency.percentile(99),
                latency.percentile(99.9),
                latency.max());
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode out = Json.object();
        out.put("decisions", decisions);
        out.put("budget", budget.text());
        out.put("fallbacks", fallbacks);
        put(out.putObject("took_ms"), took);
        put(out.putObject("overshoot_ms"), overshoot);
        Json.put(out, "clock_gap_ms", stolen.max());
        put(out.putObject("start"), start);
        put(out.putObject("end"), end);
        return out;
    }

    private static void put(ObjectNode out, Latency latency) {
        Json.put(out, "p50", latency.percentile(50));
        Json.put(out, "p99", latency.percentile(99));
        Json.put(out, "p999", latency.percentile(99.9));
        Json.put(out, "max", latency.max());
    }

    private static void put(ObjectNode out, Holdings holdings) {
        out.put("heapBytes", holdings.heapBytes());
        out.put("threads", holdings.threads());
        out.put("handles", holdings.handles());
    }
}
