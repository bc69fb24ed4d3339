package org.teleost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.backup.PlainNode.PlainEdge;
import org.teleost.fixtures.ClosedFormPolicy;
import org.teleost.random.RandomStream;
import org.teleost.settings.ValueRule;

class PreferenceUpdateTest {
    // the share of the proposal is kept as a float
    private static final double TOLERANCE = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "SOFT, 1.0, 0.0, 0.0",
        "SOFT, 0.9, 0.02, 5.0",
        "MEAN, 1.0, 0.02, 5.0",
        "MEAN, 0.5, 0.3, 0.0",
        "MAX, 1.0, 0.0, 1.0",
        "MAX, 0.99, 0.1, 20.0",
        "LEAF_AND_MEAN, 0.9, 0.02, 5.0"
    })
    void theKernelAgreesWithItsPlainTwin(ValueRule rule, double retention, double explore, double trust) {
        for (int actions : new int[] {1, 2, 5, 40}) {
            TwinTrees twins = new TwinTrees(new BackupSettings(0.95, retention, explore, rule, trust));
            RandomStream stream = new RandomStream(actions);
            for (int pass = 1; pass <= 12; pass++) {
                twins.startPass();
                for (int episode = 0; episode < 30; episode++) {
                    twins.randomEpisode(stream, actions, 0.5);
                }
                twins.update(0.3);
                twins.nodes.forEach(node -> assertSame(twins, node));
            }
        }
    }

    private static void assertSame(TwinTrees twins, PlainNode node) {
        assertClose("value", twins.tree.nodes.value(node.id), node.value);
        assertClose("pool", twins.tree.nodes.pool(node.id), node.pool);
        assertThat(twins.tree.nodes.slotCount(node.id)).isEqualTo(node.edges.size());
        double cumulative = 0.0;
        int slot = twins.tree.nodes.slotStart(node.id);
        for (int i = 0; i < node.edges.size(); i++, slot++) {
            int id = twins.tree.slotEdge(slot);
            cumulative += twins.tree.weight(id);
            assertClose("cumulative", twins.tree.slotCumulative[slot], cumulative);
        }
        for (PlainEdge edge : node.edges.values()) {
            assertClose("Q", twins.tree.actionValue(edge.id), edge.actionValue);
            assertClose("weight", twins.tree.weight(edge.id), edge.weight);
        }
    }

    private static void assertClose(String what, double kernel, double twin) {
        assertThat(kernel).as(what).isCloseTo(twin, within(TOLERANCE * Math.max(1.0, Math.abs(twin))));
    }

    @Test
    void actionsUpdatedTogetherFollowTheClosedForm() {
        double eta = 0.7;
        int actions = 5;
        TwinTrees bandit = new TwinTrees(new BackupSettings(0.95, 1.0, 0.0, ValueRule.SOFT, 0.0));
        RandomStream stream = new RandomStream(3);
        double[] meanQ = new double[actions];
        for (int k = 1; k <= 25; k++) {
            bandit.startPass();
            for (int visit = 0; visit < 4; visit++) {
                for (int a = 0; a < actions; a++) {
                    bandit.visitTerminal(bandit.root, a, 0.3 * a + stream.nextGaussian());
                }
            }
            bandit.update(eta);
            for (int a = 0; a < actions; a++) {
                double q = bandit.tree.actionValue(bandit.root.edges.get(a).id);
                meanQ[a] += (q - meanQ[a]) / k;
            }
            double[] expected = ClosedFormPolicy.policy(eta, k, meanQ, new double[actions]);
            assertPolicy(bandit, expected, k);
        }
    }

    // the shares of the actions among themselves: the proposal's mass is common to all
    private static void assertPolicy(TwinTrees bandit, double[] expected, int k) {
        double first = bandit.tree.weight(bandit.root.edges.get(0).id);
        for (int a = 1; a < expected.length; a++) {
            double weight = bandit.tree.weight(bandit.root.edges.get(a).id);
            assertThat(Math.log(weight / first))
                    .as("update %d, action %d", k, a)
                    .isCloseTo(Math.log(expected[a] / expected[0]), within(1e-9 * k));
        }
    }

    @Test
    void theFirstVisitsOfANodeSetItsPolicyByTheirNumberAndValue() {
        TwinTrees bandit = new TwinTrees(new BackupSettings(1.0, 1.0, 0.0, ValueRule.MEAN, 0.0));
        bandit.startPass();
        for (int visit = 0; visit < 9; visit++) {
            bandit.visitTerminal(bandit.root, visit % 3 == 0 ? 0 : 1, visit % 3 == 0 ? 2.0 : -1.0);
        }
        bandit.update(0.5);
        double ratio = bandit.tree.weight(0) / bandit.tree.weight(1);
        assertThat(ratio).isCloseTo(3.0 / 6.0 * Math.exp(0.5 * 3.0), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(ValueRule.class)
    void aPoolThatOutweighsAllKnownActionsLeavesThemAShare(ValueRule rule) {
        TwinTrees bandit = new TwinTrees(new BackupSettings(0.95, 1.0, 0.02, rule, 5.0));
        bandit.startPass();
        for (int visit = 0; visit < 10; visit++) {
            bandit.visitTerminal(bandit.root, visit / 9, 0.0);
        }
        bandit.update(1.0);
        bandit.startPass();
        bandit.visitTerminal(bandit.root, 2, 100.0);
        bandit.update(1.0);
        assertThat(bandit.tree.nodes.pool(0)).isGreaterThan(0.999f);
        assertThat(bandit.tree.nodes.value(0)).isFinite();
        assertThat(bandit.tree.weight(2)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(ValueRule.class)
    void everythingStaysFiniteWhenAllKnownActionsCollapseAtOnce(ValueRule rule) {
        for (double eta : new double[] {0.2, 2.0, 100.0}) {
            TwinTrees bandit = new TwinTrees(new BackupSettings(0.95, 1.0, 0.02, rule, 5.0));
            for (int pass = 0; pass < 20; pass++) {
                bandit.startPass();
                for (int a = 0; a < 2; a++) {
                    for (int visit = 0; visit < 10 + 100 * pass; visit++) {
                        bandit.visitTerminal(bandit.root, a, pass < 2 ? 200.0 - a : -200.0 + a);
                    }
                }
                bandit.update(eta);
                assertThat(bandit.tree.nodes.value(0)).as("eta=%s", eta).isBetween(-5000.0, 5000.0);
                double sum = bandit.tree.nodes.pool(0) + bandit.tree.weight(0) + bandit.tree.weight(1);
                assertThat(sum).as("eta=%s", eta).isCloseTo(1.0, within(1e-6));
            }
            assertThat(bandit.tree.weight(0) + bandit.tree.weight(1))
                    .as("eta=%s: the policy keeps what it knows", eta)
                    .isPositive();
        }
    }
}
