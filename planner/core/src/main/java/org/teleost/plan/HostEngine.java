package org.teleost.plan;

import java.util.Locale;
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

    /** Share of a decision's budget that goes at most into what the root begins from. */
    private static final double OPENING = 0.3;

    /**
     * Where actions are points of a box, a node's first actions are random ones and worth less than its leaf value
     * says: it has to earn them, or what is visited most looks worst.
     */
    private static final int EXPAND_VISITS_OF_BOX = 32;

    private final PlannerSettings settings;
    private final WorkerTeam team;
    private final LeafSource leaf;
    private final double disagreementPrice;
    private final BeliefTree tree;
    private final TouchedNodes touched;
    private final SearchPass search;
    private final Backup backup;
    private final PassSchedule schedule;
    private final DeadlineClock clock = new DeadlineClock();
    private final HostRoot root;
    private final boolean lasting;
    private Telemetry telemetry;

    /** Whether the tree is that of a decision that ended well, and whether the next one starts from it. */
    private boolean whole;

    private boolean warm;

    /** Passes and episodes of the decision so far, those of {@link #improve} included. */
    private int lastPass;

    private long lastEpisode;

    /** Allocates the tree and starts the worker threads. */
    HostEngine(GenerativeModel model, PlannerSettings settings) {
        this(model, settings, LeafSource.open(model, settings.leafValue()));
    }

    private HostEngine(GenerativeModel model, PlannerSettings settings, LeafSource leaf) {
        this(model, settings, leaf, Rehearsal.price(model, leaf));
    }

    /** With what a node without actions loses, in units of reward, where its states call for different actions. */
    HostEngine(GenerativeModel model, PlannerSettings settings, LeafSource leaf, double disagreementPrice) {
        this.settings = settings;
        this.leaf = leaf;
        lasting = model.hasDurations();
        this.disagreementPrice = disagreementPrice;
        tree = new BeliefTree(
                settings.memoryBytes(),
                SearchPass.sharesObservations(settings.observations(), model, settings.seed()),
                model.layout().action().size(),
                leaf.shapes(),
                disagreementPrice > 0.0);
        touched = new TouchedNodes(tree.capacity(), settings.maxDepth());
        boolean box = tree.actionLanes() > 0;
        int expandVisits = box ? Math.max(settings.expandVisits(), EXPAND_VISITS_OF_BOX) : settings.expandVisits();
        SearchSettings forSearch =
                new SearchSettings(settings.seed(), settings.particles(), settings.maxDepth(), expandVisits);
        team = new WorkerTeam(settings.threads(), "teleost-planner");
        search = new SearchPass(model, tree, touched, forSearch, leaf, team);
        BackupSettings forBackup = new BackupSettings(
                model.discount(),
                settings.retention(),
                settings.explore(),
                settings.valueRule(),
                settings.trust(),
                disagreementPrice,
                !lasting);
        backup = new Backup(tree, touched, team, forBackup);
        schedule = box ? PassSchedule.ofBox(settings) : new PassSchedule(settings);
        root = new HostRoot(tree, search);
    }

    @Override
    public void report(Telemetry listener) {
        telemetry = listener;
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
        out.keptNodes = warm ? tree.nodeCount() : 0;
        if (!warm) {
            tree.reset();
        }
        warm = false;
        whole = false;
        backup.startDecision();
        search.setStopped(false);
        search.startDecision(belief, decision);
        long opening = open(budget);
        int pass = 0;
        long episodes = 0;
        long limit = budget.episodes() - opening;
        long steps = search.openingSteps();
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
            searchOnce(pass, episodes, size, frozen, clock.searchDeadline());
            eta = backUp(pass, false);
            episodes += search.episodesDone();
            steps += search.stepsDone();
        }
        whole = true;
        lastPass = pass;
        lastEpisode = episodes;
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
    private long open(Budget budget) {
        if (!budget.timed() && budget.episodes() == Long.MAX_VALUE) {
            return 0;
        }
        return search.open((long) (OPENING * budget.episodes()), clock.shareOver(OPENING));
    }

    /**
     * Where children stand for many observations, or actions are drawn for one node alone, there is no node that a real
     * observation leads to; and where actions have durations, values below the root count as they do from there.
     */
    @Override
    public boolean follow(int action, long observation) {
        warm = false;
        if (!whole || !canFollow()) {
            return false;
        }
        team.awaitAll();
        int edge = tree.findEdge(0, action);
        int node = edge < 0 ? -1 : tree.findChild(edge, observation);
        // a leaf knows nothing that the first pass would not find at once
        if (node < 0 || tree.nodes.slotCount(node) == 0) {
            return false;
        }
        tree.keep(node);
        warm = true;
        return true;
    }

    @Override
    public long improve(int action, Budget budget, int workers) {
        int edge = whole && !warm && canFollow() ? tree.findEdge(0, action) : -1;
        if (edge < 0) {
            search.setStopped(false);
            return 0;
        }
        clock.start(System.nanoTime(), budget);
        whole = false;
        search.limitWorkers(workers);
        long first = lastEpisode;
        int firstPass = lastPass;
        try {
            while (lastPass - firstPass < budget.passes()
                    && lastEpisode - first < budget.episodes()
                    && !search.isStopped()
                    && !clock.timeIsUp()
                    && tree.room() >= SMALLEST_GROWTH) {
                tree.force(edge);
                int size = schedule.size(lastEpisode, first + Math.min(budget.episodes(), Long.MAX_VALUE - first));
                searchOnce(++lastPass, lastEpisode, Math.min(size, tree.room()), false, clock.stoppableDeadline());
                backUp(lastPass, workers < team.size());
                lastEpisode += search.episodesDone();
            }
            whole = true;
        } finally {
            search.limitWorkers(team.size());
            search.setStopped(false);
            search.setCancelled(false);
        }
        return lastEpisode - first;
    }

    @Override
    public void stopImproving() {
        search.setStopped(true);
    }

    private boolean canFollow() {
        return !tree.sharesObservations() && tree.actionLanes() == 0 && !lasting;
    }

    @Override
    public void startAfresh() {
        warm = false;
    }

    private void searchOnce(int pass, long first, int size, boolean frozen, long deadline) {
        if (!frozen) {
            tree.ensureRoom(size);
        }
        if (telemetry != null) {
            telemetry.begin(Telemetry.Phase.SEARCH);
        }
        search.prepare(pass, first, size, frozen, deadline, clock.backupNanosPerNode());
        search.run();
        search.requireWanted();
        if (telemetry != null) {
            telemetry.searched(pass, search.episodesDone(), search.stepsDone());
        }
    }

    private double backUp(int pass, boolean alone) {
        long start = System.nanoTime();
        if (telemetry != null) {
            telemetry.begin(Telemetry.Phase.BACKUP);
        }
        touched.sort(tree.nodes);
        double range = settings.etaUnit() == PlannerSettings.EtaUnit.REWARD ? 0.0 : search.rootRange();
        double sharpened = tree.sharesObservations() ? SHARED_SHARPNESS * settings.eta() : settings.eta();
        double eta = range > 0.0 ? sharpened / range : settings.eta();
        backup.prepare(pass, eta);
        // at the deadline nobody waits for a worker that may have lost its core
        boolean last = alone || search.timeIsUpInside();
        if (last) {
            backup.updateAlone();
        }
        int workers = last ? 1 : backup.update();
        clock.backupTook(System.nanoTime() - start, workers, touched.size());
        if (telemetry != null) {
            telemetry.backedUp(pass, touched.size());
        }
        return eta;
    }

    @Override
    public String leafText() {
        return disagreementPrice > 0.0
                ? String.format(
                        Locale.ROOT,
                        "%s, less at most %.3g where the states disagree about the action",
                        leaf.text(),
                        disagreementPrice)
                : leaf.text();
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
        return root.refresh();
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
