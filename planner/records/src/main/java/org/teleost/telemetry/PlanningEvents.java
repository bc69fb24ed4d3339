package org.teleost.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.teleost.belief.BeliefHealth;
import org.teleost.plan.Decision;
import org.teleost.plan.Telemetry;

/**
 * Makes JFR events of one session's planning: {@code org.teleost.Search}, {@code Backup}, {@code Belief},
 * {@code Decision} and {@code Alarm}, for {@code jfr print}, JDK Mission Control or a {@code RecordingStream}. The
 * events are made once and used again; while nobody records, they cost a look at a flag. One per session.
 */
public final class PlanningEvents implements Telemetry {
    private final SearchEvent search = new SearchEvent();
    private final BackupEvent backup = new BackupEvent();
    private final BeliefEvent belief = new BeliefEvent();
    private final DecisionEvent decision = new DecisionEvent();
    private final AlarmEvent alarm = new AlarmEvent();

    @Name("org.teleost.Search")
    @Label("Search")
    @Category("Teleost")
    @Description("The episodes of one planning pass")
    @StackTrace(false)
    static final class SearchEvent extends Event {
        @Label("Pass")
        int pass;

        @Label("Episodes")
        long episodes;

        @Label("Simulated steps")
        long steps;
    }

    @Name("org.teleost.Backup")
    @Label("Backup")
    @Category("Teleost")
    @Description("The update of the nodes that one planning pass has visited")
    @StackTrace(false)
    static final class BackupEvent extends Event {
        @Label("Pass")
        int pass;

        @Label("Nodes")
        int nodes;
    }

    @Name("org.teleost.Belief")
    @Label("Belief update")
    @Category("Teleost")
    @StackTrace(false)
    static final class BeliefEvent extends Event {
        @Label("Level")
        String level;

        @Label("Effective sample size")
        double effectiveSampleSize;

        @Label("Log evidence")
        double logEvidence;

        @Label("Resampled")
        boolean resampled;
    }

    @Name("org.teleost.Decision")
    @Label("Decision")
    @Category("Teleost")
    @StackTrace(false)
    static final class DecisionEvent extends Event {
        @Label("Action")
        int action;

        @Label("Value")
        double value;

        @Label("Passes")
        int passes;

        @Label("Episodes")
        long episodes;

        @Label("Nodes")
        int nodes;

        @Label("Vetoed action")
        @Description("-1 for none")
        int vetoed;
    }

    @Name("org.teleost.Alarm")
    @Label("Belief alarm")
    @Category("Teleost")
    @Description("A belief that is degraded, was rebuilt, or is lost")
    @StackTrace(false)
    static final class AlarmEvent extends Event {
        @Label("Level")
        String level;

        @Label("Effective sample size")
        double effectiveSampleSize;

        @Label("Particles")
        int particles;
    }

    @Override
    public void begin(Phase phase) {
        Event event =
                switch (phase) {
                    case SEARCH -> search;
                    case BACKUP -> backup;
                    case BELIEF -> belief;
                    case DECISION -> decision;
                };
        event.begin();
    }

    @Override
    public void searched(int pass, long episodes, long steps) {
        search.end();
        if (search.shouldCommit()) {
            search.pass = pass;
            search.episodes = episodes;
            search.steps = steps;
            search.commit();
        }
    }

    @Override
    public void backedUp(int pass, int nodes) {
        backup.end();
        if (backup.shouldCommit()) {
            backup.pass = pass;
            backup.nodes = nodes;
            backup.commit();
        }
    }

    @Override
    public void believed(BeliefHealth health) {
        belief.end();
        if (belief.shouldCommit()) {
            belief.level = health.level.name();
            belief.effectiveSampleSize = health.effectiveSampleSize;
            belief.logEvidence = health.logEvidence;
            belief.resampled = health.resampled;
            belief.commit();
        }
    }

    @Override
    public void decided(Decision made) {
        decision.end();
        if (decision.shouldCommit()) {
            decision.action = made.action;
            decision.value = made.value;
            decision.passes = made.passes;
            decision.episodes = made.episodes;
            decision.nodes = made.nodes;
            decision.vetoed = made.vetoedAction;
            decision.commit();
        }
    }

    @Override
    public void alarm(BeliefHealth health) {
        if (alarm.shouldCommit()) {
            alarm.level = health.level.name();
            alarm.effectiveSampleSize = health.effectiveSampleSize;
            alarm.particles = health.particles;
            alarm.commit();
        }
    }
}
