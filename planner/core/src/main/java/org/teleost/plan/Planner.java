package org.teleost.plan;

import org.teleost.backup.Backup;
import org.teleost.backup.BackupSettings;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.search.SearchPass;
import org.teleost.search.SearchSettings;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;
import org.teleost.tree.TreeSample;

/**
 * Vectorised online POMDP planning (VOPP, arXiv 2510.27191) with the reference-policy updates of PORPP (arXiv
 * 2507.12186): passes of search and backup over one tree until the budget is spent. Construct once, plan often; all
 * memory is taken at construction. Not thread-safe: one caller at a time.
 */
public final class Planner implements AutoCloseable {
    /** Room for fewer new nodes than this counts as none. */
    private static final int SMALLEST_GROWTH = 64;

    private final GenerativeModel model;
    private final PlannerSettings settings;
    private final WorkerTeam team;
    private final BeliefTree tree;
    private final TouchedNodes touched;
    private final SearchPass search;
    private final Backup backup;
    private final PassSchedule schedule;
    private final DeadlineClock clock = new DeadlineClock();
    private final Explanation explanation;
    private long decision;
    private boolean closed;

    /** Allocates the tree and starts the worker threads. */
    public Planner(GenerativeModel model, PlannerSettings settings) {
        if (!(model.discount() > 0.0 && model.discount() <= 1.0)) {
            throw new IllegalArgumentException("discount=" + model.discount() + "; allowed range (0, 1]");
        }
        if (model.actionCount() < 1) {
            throw new IllegalArgumentException(
                    "actionCount=" + model.actionCount() + "; a model needs at least 1 action");
        }
        this.model = model;
        this.settings = settings;
        tree = new BeliefTree(settings.memoryBytes());
        touched = new TouchedNodes(tree.capacity(), settings.maxDepth());
        SearchSettings forSearch =
                new SearchSettings(settings.seed(), settings.particles(), settings.maxDepth(), settings.expandVisits());
        team = new WorkerTeam(settings.threads(), "teleost-planner");
        search = new SearchPass(model, tree, touched, forSearch, team);
        BackupSettings forBackup = new BackupSettings(
                model.discount(), settings.retention(), settings.explore(), settings.valueRule(), settings.trust());
        backup = new Backup(tree, touched, team, forBackup);
        schedule = new PassSchedule(settings);
        explanation = new Explanation(tree, search, model.actionCount());
    }

    /** Lets {@code shield} refuse actions. */
    public Planner withShield(Shield shield) {
        explanation.setShield(shield);
        return this;
    }

    /** Plans and returns a new decision. */
    public Decision plan(ParticleBelief belief, Budget budget) {
        Decision out = new Decision();
        plan(belief, budget, out);
        return out;
    }

    /** Plans into the caller's decision; allocates nothing. */
    public void plan(ParticleBelief belief, Budget budget, Decision out) {
        planAs(decision++, belief, budget, out);
    }

    /** Plans with the random streams of decision number {@code index}, to repeat a recorded decision. */
    public void planAs(long index, ParticleBelief belief, Budget budget, Decision out) {
        long start = System.nanoTime();
        if (closed) {
            throw new IllegalStateException("planner is closed");
        }
        if (belief.size() != settings.particles()) {
            throw new IllegalArgumentException("belief has particles=" + belief.size() + ", settings.particles="
                    + settings.particles() + "; give both the same number");
        }
        clock.start(start, budget);
        team.awaitAll();
        tree.reset();
        search.startDecision(belief, index);
        int pass = 0;
        long episodes = 0;
        long steps = 0;
        double eta = settings.eta();
        boolean full = false;
        while (pass < budget.passes() && episodes < budget.episodes() && (pass == 0 || !clock.timeIsUp())) {
            int size = schedule.size(episodes, budget.episodes());
            boolean frozen = tree.room() < SMALLEST_GROWTH;
            full |= frozen;
            if (!frozen) {
                size = Math.min(size, tree.room());
            }
            pass++;
            searchOnce(pass, episodes, size, frozen);
            eta = backUp(pass);
            episodes += search.episodesDone();
            steps += search.stepsDone();
        }
        out.passes = pass;
        out.episodes = episodes;
        out.simulatedSteps = steps;
        out.treeFull = full;
        out.effectiveEta = eta;
        explanation.explain(belief, out);
        long end = System.nanoTime();
        out.planningNanos = end - start;
        out.overshootNanos = clock.finish(end);
    }

    private void searchOnce(int pass, long first, int size, boolean frozen) {
        if (!frozen) {
            tree.ensureRoom(size);
        }
        search.prepare(pass, first, size, frozen, clock.searchDeadline(), clock.backupNanosPerNode());
        search.run();
    }

    /**
     * Copies the most visited rows of the last decision's tree; takes time of its own, outside any budget, and changes
     * no decision.
     *
     * @param rows at most this many, 1 to {@link TreeSample#MOST_ROWS}
     */
    public void sampleTree(int rows, TreeSample out) {
        if (tree.nodeCount() == 0) {
            throw new IllegalStateException("there is no tree before the first decision; call plan() first");
        }
        team.awaitAll();
        out.take(tree, rows);
    }

    /** For tests. */
    BeliefTree tree() {
        return tree;
    }

    private double backUp(int pass) {
        long start = System.nanoTime();
        touched.sort(tree.nodes);
        double range = settings.etaUnit() == PlannerSettings.EtaUnit.REWARD ? 0.0 : search.rootRange();
        double eta = range > 0.0 ? settings.eta() / range : settings.eta();
        backup.prepare(pass, eta);
        // at the deadline nobody waits for a worker that may have lost its core
        boolean last = search.timeIsUpInside();
        if (last) {
            backup.updateAlone();
        }
        int workers = last ? 1 : backup.update();
        clock.backupTook(System.nanoTime() - start, workers, touched.size());
        return eta;
    }

    /** Threads that plan beside the caller's. */
    public long[] workerThreadIds() {
        return team.threadIds();
    }

    public GenerativeModel model() {
        return model;
    }

    public PlannerSettings settings() {
        return settings;
    }

    /** Ends the worker threads. */
    @Override
    public void close() {
        closed = true;
        team.close();
    }
}
