package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.SingleNodeLevel;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.BeliefTree;

/** What a decision keeps of the last one's tree. */
class TreeReuseTest {
    private static final PlannerSettings REUSE = Plans.SMALL.with(s -> s.reuseTree = true);
    private static final Budget BUDGET = Budget.ofEpisodes(3_000);

    static Stream<GenerativeModel> models() {
        return Stream.of(new TinyTiger(), new HiddenCoin(), new HiddenNumber(), new SingleNodeLevel());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSubtreeIsKeptAsItWasAndAllElseIsGone(GenerativeModel model) {
        for (int episodes : new int[] {40, 300, 20_000}) {
            try (Planner planner = new Planner(model, REUSE)) {
                Decision decision = planner.plan(Plans.initial(model, REUSE), Budget.ofEpisodes(episodes));
                BeliefTree tree = planner.tree();
                for (int level = 0; decision.observationRows > 0; level++) {
                    int edge = tree.slotEdge(tree.nodes.slotStart(0) + level % tree.nodes.slotCount(0));
                    int child = mostVisited(tree, edge);
                    if (child < 0 || tree.nodes.slotCount(child) == 0) {
                        break;
                    }
                    List<String> before = rows(tree, child, 0);
                    assertThat(planner.follow(tree.edges.action(edge), tree.nodes.observation(child)))
                            .isTrue();
                    assertThat(rows(tree, 0, 0)).isEqualTo(before);
                    checkWhole(tree, before);
                }
            }
        }
    }

    private static int mostVisited(BeliefTree tree, int edge) {
        int best = -1;
        for (int node = tree.edges.firstChild(edge); node >= 0; node = tree.nodes.nextSibling(node)) {
            best = best < 0 || tree.nodes.visits(node) > tree.nodes.visits(best) ? node : best;
        }
        return best;
    }

    private static void checkWhole(BeliefTree tree, List<String> rows) {
        TreeCheck.visitsAddUp(tree, false);
        TreeCheck.weightsSumToOne(tree);
        assertThat(tree.nodeCount() + tree.edgeCount()).isEqualTo(rows.size());
        int deepest = 0;
        for (int node = 1; node < tree.nodeCount(); node++) {
            assertThat(tree.findChild(tree.nodes.parentEdge(node), tree.nodes.observation(node)))
                    .isEqualTo(node);
            deepest = Math.max(deepest, tree.nodes.depth(node));
        }
        for (int edge = 0; edge < tree.edgeCount(); edge++) {
            assertThat(tree.findEdge(tree.edges.node(edge), tree.edges.action(edge)))
                    .isEqualTo(edge);
        }
        assertThat(tree.deepest()).isEqualTo(deepest);
        assertThat(tree.nodes.visits(0)).isZero();
    }

    /** Everything of a subtree but ids, the root's own counts apart. */
    private static List<String> rows(BeliefTree tree, int top, int depth) {
        List<String> rows = new ArrayList<>();
        String own = depth == 0
                ? ""
                : " N=" + tree.nodes.visits(top) + " leaf=" + tree.nodes.leafSum(top) + "/" + tree.nodes.leafCount(top)
                        + " o=" + tree.nodes.observation(top) + " open=" + tree.nodes.openVisits(top);
        rows.add(depth + own + " V=" + tree.nodes.value(top) + " pool=" + tree.nodes.pool(top));
        int start = tree.nodes.slotStart(top);
        for (int slot = start; slot < start + tree.nodes.slotCount(top); slot++) {
            int edge = tree.slotEdge(slot);
            rows.add(depth + " a=" + tree.slotAction(slot) + "=" + tree.edges.action(edge) + " N="
                    + tree.edges.visits(edge) + " T=" + tree.edges.terminals(edge) + " Q=" + tree.actionValue(edge)
                    + "=" + tree.edges.actionValue(edge, 0.95) + " w=" + tree.weight(edge) + " c="
                    + tree.slotCumulative[slot]);
            for (int node = tree.edges.firstChild(edge); node >= 0; node = tree.nodes.nextSibling(node)) {
                assertThat(tree.findSlotChild(slot, tree.nodes.observation(node)))
                        .isEqualTo(node);
                rows.addAll(rows(tree, node, depth + 1));
            }
        }
        return rows;
    }

    @Test
    void whatWasNeverSeenStartsAfreshAsIfNothingHadBeen() {
        GenerativeModel model = new TinyTiger();
        ParticleBelief belief = Plans.initial(model, REUSE);
        Decision fresh = new Decision();
        Decision after = new Decision();
        try (Planner planner = new Planner(model, REUSE)) {
            planner.planAs(5, belief, BUDGET, fresh);
        }
        try (Planner planner = new Planner(model, REUSE)) {
            assertThat(planner.follow(0, 0)).as("before the first decision").isFalse();
            planner.plan(belief, BUDGET);
            assertThat(planner.follow(TinyTiger.LISTEN, 77)).isFalse();
            planner.planAs(5, belief, BUDGET, after);
            assertThat(after.digest(0)).isEqualTo(fresh.digest(0));
            assertThat(planner.follow(TinyTiger.LISTEN, 1)).isTrue();
            planner.startAfresh();
            planner.planAs(5, belief, BUDGET, after);
            assertThat(after.digest(0)).isEqualTo(fresh.digest(0));
            assertThat(after.keptNodes).isZero();
        }
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            planner.plan(belief, BUDGET);
            assertThat(planner.follow(TinyTiger.LISTEN, 1))
                    .as("without reuseTree")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void manyDecisionsOnOneTreeAreTheSameBitsOnAnyNumberOfThreads(GenerativeModel model) {
        long expected = play(model, REUSE);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(play(model, REUSE.withThreads(threads)))
                    .as("threads=%d", threads)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aSmallTreeNeverRunsOutOfSlots() {
        PlannerSettings tiny = REUSE.with(s -> s.memoryBytes = 2 * BeliefTree.minimumBytes());
        assertThat(play(new TinyTiger(), tiny)).isNotZero();
    }

    // forty decisions, each on what is left of the last one's tree
    private static long play(GenerativeModel model, PlannerSettings settings) {
        ParticleBelief belief = Plans.initial(model, settings);
        ParticleFilter filter = new ParticleFilter(model, settings.particles(), settings.seed());
        Decision decision = new Decision();
        long hash = 0;
        int kept = 0;
        try (Planner planner = new Planner(model, settings)) {
            for (int step = 0; step < 40; step++) {
                planner.plan(belief, BUDGET, decision);
                hash = decision.digest(hash);
                kept += decision.keptNodes > 0 ? 1 : 0;
                follow(planner, filter, belief, step);
            }
        }
        assertThat(kept)
                .as(model.name())
                .isGreaterThan(model instanceof TinyTiger || model instanceof HiddenCoin ? 5 : -1);
        return hash;
    }

    /** Takes one of the root's actions and its likeliest observation. */
    private static void follow(Planner planner, ParticleFilter filter, ParticleBelief belief, int step) {
        BeliefTree tree = planner.tree();
        int start = tree.nodes.slotStart(0);
        for (int i = 0; i < tree.nodes.slotCount(0); i++) {
            int edge = tree.slotEdge(start + (step + i) % tree.nodes.slotCount(0));
            int child = mostVisited(tree, edge);
            if (child >= 0) {
                int action = tree.edges.action(edge);
                long seen = tree.nodes.observation(child);
                filter.update(belief, action, seen, new float[0]);
                planner.follow(action, seen);
                return;
            }
        }
    }

    @Test
    void keepingASubtreeAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        GenerativeModel model = new HiddenNumber();
        ParticleBelief belief = Plans.initial(model, REUSE);
        Decision decision = new Decision();
        long least = Long.MAX_VALUE;
        try (Planner planner = new Planner(model, REUSE)) {
            for (int i = 0; i < 60; i++) {
                planner.plan(belief, BUDGET, decision);
                long before = threads.getCurrentThreadAllocatedBytes();
                planner.follow(decision.action, decision.observations[0]);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
        }
        assertThat(least).isZero();
    }

    @Test
    void planningOnWhileActingFindsMoreBelowTheAction() {
        int without = keptAfter(0);
        assertThat(keptAfter(20_000)).isGreaterThan(3 * without);
    }

    private static int keptAfter(long improvement) {
        try (Planner planner = new Planner(new TinyTiger(), REUSE)) {
            Decision decision = planner.plan(Plans.initial(new TinyTiger(), REUSE), Budget.ofEpisodes(300));
            if (improvement > 0) {
                assertThat(planner.improve(decision.action, Budget.ofEpisodes(improvement), 1))
                        .isEqualTo(improvement);
            }
            TreeCheck.visitsAddUp(planner.tree(), false);
            assertThat(planner.follow(decision.action, 0)).isTrue();
            TreeCheck.visitsAddUp(planner.tree(), false);
            TreeCheck.weightsSumToOne(planner.tree());
            return planner.tree().nodeCount();
        }
    }

    @Test
    void aCountedImprovementIsTheSameBitsOnAnyNumberOfThreads() {
        long expected = improved(1, 1);
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(improved(threads, threads)).as("threads=%d", threads).isEqualTo(expected);
            assertThat(improved(threads, 1)).as("one of %d", threads).isEqualTo(expected);
        }
    }

    private static long improved(int threads, int workers) {
        ParticleBelief belief = Plans.initial(new HiddenCoin(), REUSE);
        ParticleFilter filter = new ParticleFilter(new HiddenCoin(), REUSE.particles(), 1);
        long hash = 0;
        try (Planner planner = new Planner(new HiddenCoin(), REUSE.withThreads(threads))) {
            for (int step = 0; step < 5; step++) {
                Decision decision = planner.plan(belief, Budget.ofEpisodes(400));
                hash = decision.digest(hash);
                planner.improve(HiddenCoin.LOOK_0, Budget.ofEpisodes(1_700), workers);
                filter.update(belief, HiddenCoin.LOOK_0, step % 2, new float[0]);
                planner.follow(HiddenCoin.LOOK_0, step % 2);
            }
        }
        return hash;
    }

    @Test
    void anImprovementIsStoppedAndTheNextDecisionIsNot() throws Exception {
        try (Planner planner = new Planner(new TinyTiger(), REUSE.withThreads(2))) {
            ParticleBelief belief = Plans.initial(new TinyTiger(), REUSE);
            Decision decision = planner.plan(belief, BUDGET);
            CompletableFuture<Long> running =
                    CompletableFuture.supplyAsync(() -> planner.improve(decision.action, Budget.ofMillis(600_000), 2));
            while (!running.isDone()) {
                planner.stopImproving();
                Thread.onSpinWait();
            }
            assertThat(running.get()).isNotNegative();
            planner.stopImproving();
            assertThat(planner.plan(belief, new Budget(60_000_000_000L, 3_000, Integer.MAX_VALUE)).episodes)
                    .isEqualTo(3_000);
        }
    }

    @Test
    void thereIsNothingToImproveWithoutReuseOrBeforeADecision() {
        try (Planner planner = new Planner(new TinyTiger(), Plans.SMALL)) {
            planner.plan(Plans.initial(new TinyTiger(), Plans.SMALL), BUDGET);
            assertThat(planner.improve(0, BUDGET, 1)).isZero();
        }
        try (Planner planner = new Planner(new TinyTiger(), REUSE)) {
            assertThat(planner.improve(0, BUDGET, 1)).isZero();
        }
    }
}
