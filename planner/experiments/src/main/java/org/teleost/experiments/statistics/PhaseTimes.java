package org.teleost.experiments.statistics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.teleost.belief.BeliefHealth;
import org.teleost.plan.Decision;
import org.teleost.plan.Telemetry;

/** Percentiles of how long each phase of one session's planning takes, and how often its belief gave alarm. */
public final class PhaseTimes implements Telemetry {
    private final Map<Phase, Latency> times = new EnumMap<>(Phase.class);
    private final Map<Phase, long[]> began = new EnumMap<>(Phase.class);
    private long alarms;

    /** Nothing measured yet. */
    public PhaseTimes() {
        for (Phase phase : Phase.values()) {
            times.put(phase, new Latency());
            began.put(phase, new long[1]);
        }
    }

    @Override
    public void begin(Phase phase) {
        began.get(phase)[0] = System.nanoTime();
    }

    private void end(Phase phase) {
        times.get(phase).record(System.nanoTime() - began.get(phase)[0]);
    }

    @Override
    public void searched(int pass, long episodes, long steps) {
        end(Phase.SEARCH);
    }

    @Override
    public void backedUp(int pass, int nodes) {
        end(Phase.BACKUP);
    }

    @Override
    public void believed(BeliefHealth health) {
        end(Phase.BELIEF);
    }

    @Override
    public void decided(Decision decision) {
        end(Phase.DECISION);
    }

    @Override
    public void alarm(BeliefHealth health) {
        alarms++;
    }

    /** Times of a phase; to be read when the session is idle. */
    public Latency of(Phase phase) {
        return times.get(phase);
    }

    /** Updates after which the belief was not healthy. */
    public long alarms() {
        return alarms;
    }

    /** A line for people per phase. */
    public String text(Phase phase) {
        Latency latency = of(phase);
        return String.format(
                Locale.ROOT,
                "%-8s p50 %.3f  p99 %.3f  p99.9 %.3f  max %.3f ms (%d)",
                phase.name().toLowerCase(Locale.ROOT),
                latency.percentile(50),
                latency.percentile(99),
                latency.percentile(99.9),
                latency.max(),
                latency.count());
    }
}
