package org.teleost.control;

import java.util.function.LongSupplier;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Shield;
import org.teleost.plan.Solver;
import org.teleost.plan.Telemetry;

/** What a {@link ControlSession} is made of; everything but the model has a default. */
public final class SessionSetup {
    /** Whoever acts for longer than a minute has nothing to gain from planning on. */
    private static final Budget MOST = Budget.ofMillis(60_000);

    private final GenerativeModel model;
    private PlannerSettings settings;
    private Solver solver;
    private BeliefUpdater updater;
    private Shield shield;
    private Fallback fallback;
    private boolean beliefInsideBudget = true;
    private WhileActing acting = WhileActing.REST;
    private Budget actingBudget = MOST;
    private LongSupplier clock = System::nanoTime;
    private SessionListener listener;
    private Telemetry telemetry;
    private int delay;
    private int idle;

    SessionSetup(GenerativeModel model) {
        this.model = model;
        long quarter = Math.max(1, Runtime.getRuntime().maxMemory() / 4);
        PlannerSettings defaults = PlannerSettings.defaults();
        settings = defaults.with(s -> s.memoryBytes = Math.min(defaults.memoryBytes(), quarter));
    }

    /** The model that the session is for. */
    public GenerativeModel model() {
        return model;
    }

    /** The planner's settings; by default what suits most problems, with a tree of at most a quarter of the heap. */
    public SessionSetup settings(PlannerSettings newSettings) {
        settings = newSettings;
        return this;
    }

    /** A solver in the planner's place, opened for the same model and settings; the session closes it. */
    public SessionSetup solver(Solver newSolver) {
        solver = newSolver;
        return this;
    }

    /** The belief's updater; by default a particle filter over the model. */
    public SessionSetup updater(BeliefUpdater newUpdater) {
        updater = newUpdater;
        return this;
    }

    /** What may refuse the planner's actions, null for nobody. */
    public SessionSetup shield(Shield newShield) {
        shield = newShield;
        return this;
    }

    /**
     * What to do when there is no plan in time. With it {@link ControlSession#decide} always has an action by its
     * deadline and throws nothing that a model did; without it (null, the default) it waits for the plan and throws.
     */
    public SessionSetup fallback(Fallback newFallback) {
        fallback = newFallback;
        return this;
    }

    /** Whether the time that the caller waits for belief updates is taken from the next budget; by default it is. */
    public SessionSetup beliefInsideBudget(boolean inside) {
        beliefInsideBudget = inside;
        return this;
    }

    /**
     * What to do between a decision and what is told after it; rest by default. Planning on needs, and sets, the
     * planner's {@code reuseTree}.
     */
    public SessionSetup whileActing(WhileActing choice) {
        return whileActing(choice, MOST);
    }

    /** The same, spending at most so much between two decisions. */
    public SessionSetup whileActing(WhileActing choice, Budget most) {
        acting = choice;
        actingBudget = most;
        return this;
    }

    /**
     * Says that a decision takes effect only after so many further decisions: each is then made on the belief that the
     * actions under way will have led to.
     *
     * @param decisions 0 to {@value CommittedActions#MOST}
     * @param idleAction what the robot does until the first decision takes effect
     */
    public SessionSetup actuationDelay(int decisions, int idleAction) {
        if (decisions < 0 || decisions > CommittedActions.MOST) {
            throw new IllegalArgumentException(
                    "actuationDelay=" + decisions + "; allowed range 0 to " + CommittedActions.MOST);
        }
        if (idleAction < 0 || idleAction >= model.actionCount()) {
            throw new IllegalArgumentException(
                    "idleAction=" + idleAction + "; allowed range 0 to " + (model.actionCount() - 1));
        }
        delay = decisions;
        idle = idleAction;
        return this;
    }

    /** Who hears of every decision, a recorder for example; null for nobody. The session does not close it. */
    public SessionSetup listener(SessionListener newListener) {
        listener = newListener;
        return this;
    }

    /** Who hears of searches, backups, belief updates, decisions and alarms as they happen; null for nobody. */
    public SessionSetup telemetry(Telemetry newTelemetry) {
        telemetry = newTelemetry;
        return this;
    }

    /** For tests. */
    SessionSetup clock(LongSupplier nanoseconds) {
        clock = nanoseconds;
        return this;
    }

    /** Takes all memory, draws the first belief and starts the threads. */
    public ControlSession open() {
        if (acting != WhileActing.REST) {
            settings = settings.with(s -> s.reuseTree = true);
        }
        BeliefUpdater carrier =
                updater != null ? updater : new ParticleFilter(model, settings.particles(), settings.seed());
        Solver thinker = solver != null ? solver : new Planner(model, settings).withShield(shield);
        if (solver != null && shield != null) {
            throw new IllegalArgumentException(
                    "a shield goes with the session's own planner; give yours to the solver");
        }
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        thinker.report(telemetry);
        DecisionLoop loop = null;
        try {
            loop = new DecisionLoop(thinker, carrier, belief, false, CommittedActions.of(delay, idle, belief));
            return new ControlSession(loop, thinker, fallback, beliefInsideBudget, meanwhile(), clock);
        } finally {
            if (loop == null) {
                thinker.close();
            }
        }
    }

    /** With an actuation delay the tree is that of a belief that is still to come, and can't go on. */
    private SessionThread.Acting meanwhile() {
        return new SessionThread.Acting(
                delay > 0 ? 0 : acting.workers(settings.threads()), actingBudget, listener, telemetry);
    }
}
