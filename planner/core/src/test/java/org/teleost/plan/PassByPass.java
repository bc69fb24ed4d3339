package org.teleost.plan;

import org.teleost.backup.Backup;
import org.teleost.backup.BackupSettings;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.search.SearchPass;
import org.teleost.search.SearchSettings;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/** The planner's loop taken apart: one pass at a time, with the tree open to inspection after each. */
final class PassByPass implements AutoCloseable {
    final BeliefTree tree;
    private final TouchedNodes touched;
    private final WorkerTeam team;
    private final SearchPass search;
    private final Backup backup;
    private final double eta;
    private int pass;
    private long episodes;

    PassByPass(GenerativeModel model, PlannerSettings settings) {
        tree = new BeliefTree(settings.memoryBytes());
        touched = new TouchedNodes(tree.capacity(), settings.maxDepth());
        team = new WorkerTeam(settings.threads(), "pass-by-pass");
        search = new SearchPass(
                model,
                tree,
                touched,
                new SearchSettings(settings.seed(), settings.particles(), settings.maxDepth(), settings.expandVisits()),
                LeafSource.open(model, LeafRule.MODEL),
                team);
        backup = new Backup(
                tree,
                touched,
                team,
                new BackupSettings(
                        model.discount(),
                        settings.retention(),
                        settings.explore(),
                        settings.valueRule(),
                        settings.trust()));
        eta = settings.eta();
        tree.reset();
        search.startDecision(Plans.initial(model, settings), 0);
    }

    /** Number of the last pass. */
    int pass() {
        return pass;
    }

    /** Search and backup; returns true when the tree was too full to grow. */
    boolean run(int count) {
        boolean frozen = tree.room() < count;
        if (!frozen) {
            tree.ensureRoom(count);
        }
        pass++;
        search.prepare(pass, episodes, count, frozen, Long.MAX_VALUE, 0.0);
        search.run();
        episodes += search.episodesDone();
        touched.sort(tree.nodes);
        backup.prepare(pass, eta);
        backup.update();
        return frozen;
    }

    @Override
    public void close() {
        team.close();
    }
}
