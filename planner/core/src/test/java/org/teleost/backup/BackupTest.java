package org.teleost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.parallel.WorkerTeam;
import org.teleost.random.RandomStream;
import org.teleost.settings.ValueRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/** The order of the backup and what a tree keeps for the next pass. */
class BackupTest {
    private static final BackupSettings MEAN = new BackupSettings(0.9, 1.0, 0.0, ValueRule.MEAN, 0.0);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void aTeamGivesTheBitsOfOneThread(int workers) {
        TwinTrees alone = new TwinTrees(MEAN);
        TwinTrees shared = new TwinTrees(MEAN);
        try (WorkerTeam one = new WorkerTeam(1, "one");
                WorkerTeam team = new WorkerTeam(workers, "team")) {
            Backup single = new Backup(alone.tree, alone.touched, one, MEAN);
            Backup parallel = new Backup(shared.tree, shared.touched, team, MEAN);
            RandomStream first = new RandomStream(7);
            RandomStream second = new RandomStream(7);
            for (int pass = 1; pass <= 8; pass++) {
                play(alone, first, 40 * pass * pass);
                play(shared, second, 40 * pass * pass);
                single.prepare(pass, 0.4);
                parallel.prepare(pass, 0.4);
                assertThat(single.update()).isEqualTo(1);
                assertThat(parallel.update()).isEqualTo(shared.touched.size() < 256 ? 1 : workers);
            }
            assertThat(shared.touched.size()).isGreaterThan(2 * 256);
            assertThat(values(shared.tree)).isEqualTo(values(alone.tree));
        }
    }

    private static void play(TwinTrees trees, RandomStream stream, int episodes) {
        trees.startPass();
        trees.tree.ensureRoom(episodes);
        for (int episode = 0; episode < episodes; episode++) {
            trees.randomEpisode(stream, 12, 1.0);
        }
        trees.touched.sort(trees.tree.nodes);
    }

    private static double[] values(BeliefTree tree) {
        double[] values = new double[tree.nodeCount()];
        for (int node = 0; node < values.length; node++) {
            values[node] = tree.nodes.value(node);
        }
        return values;
    }

    /** A root with two sampled actions; behind the first a child of {@code visits} visits and an action of its own. */
    private static final class BoxTree {
        final BeliefTree tree;
        final TouchedNodes touched;
        final int child;

        BoxTree(int lanes, int visits) {
            tree = new BeliefTree(4L << 20, false, lanes, false);
            touched = new TouchedNodes(tree.capacity(), 10);
            tree.reset();
            int edge = edge(0, 0, 1.0);
            child = tree.newNode(edge, 1, 1, 1);
            for (int i = 0; i < visits; i++) {
                tree.nodes.visit(child);
            }
            tree.nodes.addLeaf(child, 4.0);
            tree.nodes.addLeaf(child, 6.0);
            tree.appendSlot(child, edge(child, 0, 1.0));
            touched.add(child);
            touched.add(0);
            touched.sort(tree.nodes);
        }

        int edge(int node, int key, double prior) {
            return tree.actionLanes() == 0
                    ? tree.newEdge(node, key, 1)
                    : tree.newEdge(node, key, new float[] {0.5f}, 0, prior, 1);
        }
    }

    @Test
    void theBiasOfLeafValuesIsHowMuchSearchingChangedThemAndHalfOfWhatItWas() {
        BoxTree box = new BoxTree(1, 32);
        LeafBias bias = new LeafBias(box.tree, box.touched);
        box.tree.nodes.setValue(box.child, 2.0);
        bias.learn();
        assertThat(bias.value()).isEqualTo(0.5 * (2.0 - 5.0));
        bias.learn();
        assertThat(bias.value()).isEqualTo(0.5 * (-1.5 - 3.0));
        bias.clear();
        assertThat(bias.value()).isZero();
        // the mean over two searched nodes, one 3 below its leaves, the other 4 above
        int second = box.tree.newNode(0, 2, 1, 1);
        for (int i = 0; i < 40; i++) {
            box.tree.nodes.visit(second);
        }
        box.tree.nodes.addLeaf(second, 1.0);
        box.tree.appendSlot(second, box.edge(second, 0, 1.0));
        box.tree.nodes.setValue(second, 5.0);
        box.touched.add(second);
        box.touched.sort(box.tree.nodes);
        bias.learn();
        assertThat(bias.value()).isEqualTo(0.25);
    }

    @Test
    void nodesThatWereNotSearchedTeachNoBias() {
        LeafBias few = learned(new BoxTree(1, 31));
        assertThat(few.value()).isZero();
        assertThat(learned(new BoxTree(0, 32)).value()).isZero();
        BoxTree unexpanded = new BoxTree(1, 32);
        int leaf = unexpanded.tree.newNode(0, 2, 1, 1);
        for (int i = 0; i < 40; i++) {
            unexpanded.tree.nodes.visit(leaf);
        }
        unexpanded.tree.nodes.addLeaf(leaf, 100.0);
        unexpanded.touched.add(leaf);
        unexpanded.touched.sort(unexpanded.tree.nodes);
        assertThat(learned(unexpanded).value()).isEqualTo(-2.5);
    }

    private static LeafBias learned(BoxTree box) {
        LeafBias bias = new LeafBias(box.tree, box.touched);
        box.tree.nodes.setValue(box.child, 0.0);
        bias.learn();
        return bias;
    }

    @Test
    void theBiasIsAddedToLeavesOfTheNextPassAndForgottenByTheNextDecision() {
        BoxTree box = new BoxTree(1, 40);
        try (WorkerTeam one = new WorkerTeam(1, "one")) {
            Backup backup = new Backup(box.tree, box.touched, one, MEAN);
            backup.startDecision();
            backup.prepare(2, 1.0);
            box.tree.nodes.touch(box.child, 2);
            box.tree.nodes.touch(0, 2);
            box.tree.nodes.setValue(box.child, 1.0);
            backup.updateAlone();
            assertThat(leafOfPass(box, backup, 3)).isEqualTo(10.0 - 2.0);
            backup.startDecision();
            assertThat(leafOfPass(box, backup, 4)).isEqualTo(10.0);
        }
    }

    /** Value of a fresh leaf of value 10 after a pass that touches nothing else. */
    private static double leafOfPass(BoxTree box, Backup backup, int pass) {
        int leaf = box.tree.newNode(0, pass, 1, pass);
        box.tree.nodes.visit(leaf);
        box.tree.nodes.addLeaf(leaf, 10.0);
        box.tree.nodes.touch(leaf, pass);
        box.touched.clear();
        box.touched.add(leaf);
        box.touched.sort(box.tree.nodes);
        backup.prepare(pass, 1.0);
        backup.update();
        return box.tree.nodes.value(leaf);
    }

    @Test
    void leavesWhoseStatesDisagreeAreWorthLess() {
        BeliefTree tree = new BeliefTree(4L << 20, false, 0, true, true);
        tree.reset();
        int edge = tree.newEdge(0, 0, 1);
        int leaf = tree.newNode(edge, 1, 1, 1);
        tree.nodes.touch(leaf, 1);
        tree.nodes.addLeaf(leaf, 10.0);
        tree.addDisagreement(edge, 3, 4);
        PreferenceUpdate update =
                new PreferenceUpdate(tree, new BackupSettings(0.9, 1.0, 0.0, ValueRule.MEAN, 0.0, 8.0, true));
        update.prepare(1, 1.0);
        update.apply(leaf);
        assertThat(tree.nodes.value(leaf)).isEqualTo(10.0 - 8.0 * 0.75);
        update.setLeafBias(-1.0);
        update.apply(leaf);
        assertThat(tree.nodes.value(leaf)).isEqualTo(10.0 - 8.0 * 0.75 - 1.0);
    }

    @Test
    void sampledActionsAreWeighedByDensityRatioValueAndVisits() {
        BeliefTree tree = new BeliefTree(4L << 20, false, 1, false);
        tree.reset();
        double[] priors = {1.0, 0.25, 3.0};
        double[] means = {2.0, 5.0, -1.0};
        int[] visits = {10, 30, 60};
        PreferenceUpdate update = new PreferenceUpdate(tree, MEAN);
        double anchor = 0.0;
        for (int pass = 1; pass <= 2; pass++) {
            tree.nodes.touch(0, pass);
            for (int a = 0; a < 3; a++) {
                int edge = pass == 1 ? tree.newEdge(0, a, new float[] {a}, 0, priors[a], 1) : a;
                for (int visit = 0; visit < visits[a]; visit++) {
                    tree.visitEdge(edge, means[a], pass);
                }
            }
            update.prepare(pass, 0.3);
            update.apply(0);
            anchor = pass == 1 ? (10 * 2.0 + 30 * 5.0 - 60 * 1.0) / 100 : 5.0;
            double[] wanted = new double[3];
            double sum = 0.0;
            for (int a = 0; a < 3; a++) {
                double seen = pass * visits[a];
                wanted[a] = priors[a] * Math.exp(0.3 * pass * seen / (seen + 30) * (means[a] - anchor));
                sum += wanted[a];
            }
            double share = tree.nodes.pool(0);
            double cumulative = 0.0;
            for (int slot = tree.nodes.slotStart(0); slot < tree.nodes.slotStart(0) + 3; slot++) {
                int a = tree.slotEdge(slot);
                cumulative += (1.0 - share) * wanted[a] / sum;
                assertThat(tree.weight(a)).isCloseTo((1.0 - share) * wanted[a] / sum, within(1e-7));
                assertThat((double) tree.slotCumulative[slot]).isCloseTo(cumulative, within(1e-6));
            }
            // a node is worth its best action, whatever the value rule
            assertThat(tree.nodes.value(0)).isCloseTo(5.0, within(1e-12));
        }
    }

    @Test
    void newActionsAreSampledAsOftenAsFillsTheNodeInItsNextVisits() {
        // 3 N^0.4 actions of N visits, those to come included
        assertThat(BoxGrowth.limit(0)).isEqualTo(3);
        assertThat(BoxGrowth.limit(1)).isEqualTo(3);
        assertThat(BoxGrowth.limit(100)).isEqualTo(18);
        assertThat(BoxGrowth.limit(1000)).isEqualTo(47);
        assertThat(shareOfNew(5, 10)).isEqualTo((18 - 5) / 50.0f);
        assertThat(shareOfNew(2, 2)).isEqualTo(0.5f);
        assertThat(shareOfNew(60, 1)).isZero();
    }

    private static float shareOfNew(int actions, int visitsEach) {
        BeliefTree tree = new BeliefTree(4L << 20, false, 1, false);
        tree.reset();
        tree.nodes.touch(0, 1);
        for (int a = 0; a < actions; a++) {
            int edge = tree.newEdge(0, a, new float[] {a}, 0, 1.0, 1);
            for (int visit = 0; visit < visitsEach; visit++) {
                tree.visitEdge(edge, a, 1);
            }
        }
        PreferenceUpdate update = new PreferenceUpdate(tree, MEAN);
        update.prepare(1, 0.1);
        update.apply(0);
        return tree.nodes.pool(0);
    }

    @Test
    void whatTheSearchMayKnowOfSharedChildrenIsOpenedByTheBackup() {
        BeliefTree tree = new BeliefTree(4L << 20, true, 0, false);
        tree.reset();
        tree.nodes.touch(0, 1);
        int edge = tree.newEdge(0, 0, 1);
        int first = tree.newNode(edge, 1, 1, 1);
        int second = tree.newNode(edge, 2, 1, 1);
        tree.visitEdge(edge, 1.0, 1);
        tree.visitEdge(edge, 1.0, 1);
        tree.nodes.addLikelihood(first, 0.25);
        tree.nodes.addLikelihood(first, 0.75);
        tree.nodes.addLikelihood(second, 2.0);
        assertThat(tree.edges.openVisits(edge)).isZero();
        assertThat(tree.nodes.openLikelihood(first)).isZero();
        PreferenceUpdate update = new PreferenceUpdate(tree, MEAN);
        update.prepare(1, 0.1);
        update.apply(0);
        assertThat(tree.edges.openVisits(edge)).isEqualTo(2);
        assertThat(tree.nodes.openLikelihood(first)).isEqualTo(0.5);
        assertThat(tree.nodes.openLikelihood(second)).isEqualTo(2.0);
    }
}
