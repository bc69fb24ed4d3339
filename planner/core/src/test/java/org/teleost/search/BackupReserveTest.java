package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.TinyTiger;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.settings.LeafRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/** A pass ends early enough for the backup of the nodes that it has visited. */
class BackupReserveTest {
    private static final long FAR = Long.MAX_VALUE / 2;

    @Test
    void theTimeOfTheBackupIsKeptFreeForEveryVisitedNode() {
        GenerativeModel model = new TinyTiger();
        LeafSource leaf = LeafSource.open(model, LeafRule.MODEL);
        BeliefTree tree = new BeliefTree(4L << 20, false, 0, leaf.shapes());
        TouchedNodes touched = new TouchedNodes(tree.capacity(), 20);
        try (WorkerTeam team = new WorkerTeam(1, "test")) {
            SearchPass search = new SearchPass(model, tree, touched, new SearchSettings(1, 100, 20, 8), leaf, team);
            ParticleBelief belief = new ParticleBelief(model.layout(), 100);
            belief.sampleInitial(model, 1);
            tree.reset();
            search.startDecision(belief, 0);
            tree.ensureRoom(200);
            double each = 1_000.0;
            search.prepare(1, 0, 200, false, FAR, each);
            search.run();
            long reserve = (long) (each * touched.size());
            assertThat(touched.size()).isPositive();
            assertThat(search.timeIsUpAt(FAR - reserve)).isTrue();
            assertThat(search.timeIsUpAt(FAR - reserve - 1)).isFalse();
            // without a cost per node nothing is kept free
            search.prepare(2, 200, 0, false, FAR, 0.0);
            assertThat(search.timeIsUpAt(FAR - 1)).isFalse();
            assertThat(search.timeIsUpAt(FAR)).isTrue();
        }
    }
}
