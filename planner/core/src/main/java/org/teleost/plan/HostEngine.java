package org.teleost.plan;

import org.teleost.backup.Backup;
import org.teleost.backup.BackupSettings;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.search.SearchPass;
import org.teleost.search.SearchSettings;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;
import org.teleost.tree.TreeSample;

/** Planning passes on the host's threads. */
final class HostEngine implements PlanningEngine {
    /** Room for fewer new nodes than this counts as none. */
    private static final int SMALLEST_GROWTH = 64;

    /**
     * Where children share observations the tree is shallow and its values are averages of many states: eta per value
     * range may be larger.
     */
    private static final double SHARED_SHARPNESS = 4.0;

    /** Share of a decision's budget that goes into an open-loop plan, where actions are points of a box. */
    private static final double OPENING = 0.3;

    /**
     * Where actions are points of a box, a node's first actions are random ones and worth less than its leaf value
     * says: it has to earn them, or what is visited most looks worst.
     */
    private static final int EXPAND_VISITS_OF_BOX = 32;

    private final PlannerSettings settings;
    private final WorkerTeam team;
    private final LeafSource leaf;
    private final BeliefTree tree;
    private final TouchedNodes touched;
    private final SearchPass search;
    private final Backup backup;
    private final PassSchedule schedule;
    private final DeadlineClock clock = new DeadlineClock();
    private final HostRoot root;

    /** Allocates the tree and starts the worker threads. */
    HostEngine(GenerativeModel model, PlannerSettings settings) {
        this.settings = settings;
        leaf = LeafSource.open(model, settings.leafValue());
        tree = new BeliefTree(
                settings.memoryBytes(),
                SearchPass.sharesObservations(settings.observations(), model, settings.seed()),
                model.layout().action().size(),
                leaf.shapes());
        touched = new TouchedNodes(tree.capacity(), settings.maxDepth());
        boolean box = tree.actionLanes() > 0;
        int expandVisits = box ? Math.max(settings.expandVisits(), EXPAND_VISITS_OF_BOX) : settings.expandVisits();
        SearchSettings forSearch =
                new SearchSettings(settings.seed(), settings.particles(), settings.maxDepth(), expandVisits);
        team = new WorkerTeam(settings.threads(), "teleost-planner");
        search = new SearchPass(model, tree, touched, forSearch, leaf, team);
        BackupSettings forBackup = new BackupSettings(
                model.discount(), settings.retention(), settings.explore(), settings.valueRule(), settings.trust());
        backup = new Backup(tree, touched, team, forBackup);
        schedule = box ? PassSchedule.ofBox(settings) : new PassSchedule(settings);
        root = new HostRoot(tree, search);
    }

    @Override
    public void cancel() {
        search.setCancelled(true);
    }

    @Override
    public int workers() {
        return settings.threads();
    }

    @Override
    public void stepsByNow(long[] out) {
        search.stepsByNow(out);
    }

    @Override
    public String stepText(int worker) {
        return search.stepText(worker);
    }

    @Override
    public void run(ParticleBelief belief, long decision, Budget budget, long start, Decision out) {
        try {
            runPasses(belief, decision, budget, start, out);
        } finally {
            search.setCancelled(false);
        }
    }

    private void runPasses(ParticleBelief belief, long decision, Budget budget, long start, Decision out) {
        clock.start(start, budget);
        team.awaitAll();
        tree.reset();
        backup.startDecision();
        search.startDecision(belief, decision);
        long opening = findOpenLoopPlan(budget);
        int pass = 0;
        long episodes = 0;
        long limit = budget.episodes() - opening;
        long steps = search.openLoopSteps();
        double eta = settings.eta();
        boolean full = false;
        while (pass < budget.passes() && episodes < limit && (pass == 0 || !clock.timeIsUp())) {
            int size = schedule.size(episodes, limit);
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
        out.episodes = opening + episodes;
        out.simulatedSteps = steps;
        out.treeFull = full;
        out.effectiveEta = eta;
        out.value = tree.value(0);
        out.nodes = tree.nodeCount();
        out.edges = tree.edgeCount();
        out.depth = tree.deepest();
    }

    /** Returns the episodes it took; a budget of passes alone has none to spare. */
    private long findOpenLoopPlan(Budget budget) {
        if (!budget.timed() && budget.episodes() == Long.MAX_VALUE) {
            return 0;
        }
        return search.findOpenLoopPlan((long) (OPENING * budget.episodes()), clock.shareOver(OPENING));
    }

    private void searchOnce(int pass, long first, int size, boolean frozen) {
        if (!frozen) {
            tree.ensureRoom(size);
        }
        search.prepare(pass, first, size, frozen, clock.searchDeadline(), clock.backupNanosPerNode());
        search.run();
        search.requireWanted();
    }

    private double backUp(int pass) {
        long start = System.nanoTime();
        touched.sort(tree.nodes);
        double range = settings.etaUnit() == PlannerSettings.EtaUnit.REWARD ? 0.0 : search.rootRange();
        double sharpened = tree.sharesObservations() ? SHARED_SHARPNESS * settings.eta() : settings.eta();
        double eta = range > 0.0 ? sharpened / range : settings.eta();
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

    @Override
    public String leafText() {
        return leaf.text();
    }

    @Override
    public boolean findsLeafValues() {
        return leaf.rule() != LeafRule.MODEL && leaf.rule() != LeafRule.ZERO;
    }

    @Override
    public boolean sharesObservations() {
        return tree.sharesObservations();
    }

    @Override
    public RootView root() {
        return root;
    }

    @Override
    public void answered(long late) {
        clock.answered(late);
    }

    @Override
    public boolean sampleTree(int rows, TreeSample out) {
        if (tree.nodeCount() == 0) {
            throw new IllegalStateException("there is no tree before the first decision; call plan() first");
        }
        team.awaitAll();
        out.take(tree, rows);
        return true;
    }

    /** For tests. */
    BeliefTree tree() {
        return tree;
    }

    @Override
    public long[] workerThreadIds() {
        return team.threadIds();
    }

    /** Ends the worker threads. */
    @Override
    public void close() {
        team.close();
    }
}
