package org.teleost.cuda.engine;

import org.teleost.backup.Backup;
import org.teleost.backup.BackupSettings;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.plan.PlannerSettings;
import org.teleost.search.SearchPass;
import org.teleost.search.SearchSettings;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/** The host engine's passes of given sizes, with the tree open to inspection after each. */
final class HostPasses implements AutoCloseable {
    final BeliefTree tree;
    private final PlannerSettings settings;
    private final TouchedNodes touched;
    private final WorkerTeam team;
    private final SearchPass search;
    private final Backup backup;
    private int pass;
    private long episodes;
    private double eta;
    private boolean full;

    HostPasses(GenerativeModel model, PlannerSettings settings) {
        this.settings = settings;
        tree = new BeliefTree(settings.memoryBytes());
        touched = new TouchedNodes(tree.capacity(), settings.maxDepth());
        team = new WorkerTeam(1, "host-passes");
        SearchSettings forSearch =
                new SearchSettings(settings.seed(), settings.particles(), settings.maxDepth(), settings.expandVisits());
        search = new SearchPass(model, tree, touched, forSearch, LeafSource.open(model, LeafRule.MODEL), team);
        BackupSettings forBackup = new BackupSettings(
                model.discount(), settings.retention(), settings.explore(), settings.valueRule(), settings.trust());
        backup = new Backup(tree, touched, team, forBackup);
    }

    void startDecision(ParticleBelief belief, long decision) {
        tree.reset();
        search.startDecision(belief, decision);
        pass = 0;
        episodes = 0;
    }

    /** One pass as the planner runs it, of the wanted number of episodes or what the tree has room for. */
    void run(int wanted) {
        boolean frozen = tree.room() < 64;
        full |= frozen;
        int size = frozen ? wanted : Math.min(wanted, tree.room());
        if (!frozen) {
            tree.ensureRoom(size);
        }
        search.prepare(++pass, episodes, size, frozen, Long.MAX_VALUE, 0.0);
        search.run();
        episodes += search.episodesDone();
        touched.sort(tree.nodes);
        double range = settings.etaUnit() == PlannerSettings.EtaUnit.REWARD ? 0.0 : search.rootRange();
        eta = range > 0.0 ? settings.eta() / range : settings.eta();
        backup.prepare(pass, eta);
        backup.updateAlone();
    }

    long episodes() {
        return episodes;
    }

    double eta() {
        return eta;
    }

    boolean full() {
        return full;
    }

    @Override
    public void close() {
        team.close();
    }
}
