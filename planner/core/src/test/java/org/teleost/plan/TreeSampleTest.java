package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.fixtures.HiddenNumber;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TreeSample;

class TreeSampleTest {
    private static final Budget BUDGET = Budget.ofEpisodes(3_000);

    private final TreeSample sample = new TreeSample();

    static Stream<GenerativeModel> models() {
        return Stream.of(new TinyTiger(), new HiddenNumber());
    }

    @ParameterizedTest
    @MethodSource("models")
    void parentsComeFirstAndSiblingsAreSortedByVisits(GenerativeModel model) {
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            Decision decision = planner.plan(Plans.initial(model, Plans.SMALL), BUDGET);
            for (int limit : new int[] {1, 2, 6, 13, 207}) {
                planner.sampleTree(limit, sample);
                assertThat(sample.rows()).isEqualTo(Math.min(limit, sample.total()));
                assertThat(sample.visits(0)).isEqualTo(BUDGET.episodes());
                assertThat(sample.value(0)).isEqualTo(decision.value);
                for (int row = 1; row < sample.rows(); row++) {
                    assertThat(sample.parent(row)).isBetween(0, row - 1);
                    assertThat(sample.visits(row)).isBetween(0L, sample.visits(sample.parent(row)));
                    for (int other = 1; other < row; other++) {
                        if (sample.parent(other) == sample.parent(row)) {
                            assertThat(sample.visits(other)).isGreaterThanOrEqualTo(sample.visits(row));
                        }
                    }
                    assertThat(sample.isAction(row)).isNotEqualTo(sample.isAction(sample.parent(row)));
                    assertThat(sample.depth(row) - sample.depth(sample.parent(row)))
                            .isEqualTo(sample.isAction(row) ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLargeEnoughSampleHoldsTheWholeTree(GenerativeModel model) {
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            planner.plan(Plans.initial(model, Plans.SMALL), BUDGET);
            planner.sampleTree(TreeSample.MOST_ROWS, sample);
            BeliefTree tree = planner.tree();
            assertThat(sample.rows()).isEqualTo(tree.nodeCount() + tree.edgeCount());
            Set<Long> places = new HashSet<>();
            for (int row = 1; row < sample.rows(); row++) {
                long key = sample.isAction(row) ? sample.action(row) : sample.observation(row);
                assertThat(places.add((long) sample.parent(row) << 40 ^ key)).isTrue();
            }
        }
    }

    @Test
    void actionsOfTheRootAreTheExplainedOnes() {
        GenerativeModel model = new TinyTiger();
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            Decision decision = planner.plan(Plans.initial(model, Plans.SMALL), BUDGET);
            planner.sampleTree(TreeSample.MOST_ROWS, sample);
            for (int row = 0; row < sample.rows(); row++) {
                if (sample.parent(row) == 0) {
                    int explained = Plans.row(decision, sample.action(row));
                    assertThat(sample.visits(row)).isEqualTo(decision.visits[explained]);
                    assertThat(sample.value(row)).isEqualTo(decision.values[explained]);
                    assertThat(sample.probability(row)).isEqualTo(decision.probabilities[explained]);
                }
            }
        }
    }

    @Test
    void rootActionsAreThereHoweverDeepTheSearchWent() {
        GenerativeModel model = new TinyTiger();
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            Decision decision = planner.plan(Plans.initial(model, Plans.SMALL), BUDGET);
            planner.sampleTree(2 * decision.simulatedActions, sample);
            for (int row = 1; row <= decision.simulatedActions; row++) {
                assertThat(sample.parent(row)).isZero();
            }
        }
    }

    @Test
    void samplingChangesNoDecision() {
        assertThat(digest(true)).isEqualTo(digest(false));
    }

    private long digest(boolean sampled) {
        GenerativeModel model = new HiddenNumber();
        long digest = 0;
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            for (int i = 0; i < 3; i++) {
                digest = planner.plan(Plans.initial(model, Plans.SMALL), BUDGET).digest(digest);
                if (sampled) {
                    planner.sampleTree(500, sample);
                }
            }
        }
        return digest;
    }

    @Test
    void refusesWhatItCannotGive() {
        try (Planner planner = new Planner(new TinyTiger(), Plans.SMALL)) {
            assertThatThrownBy(() -> planner.sampleTree(10, sample))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call plan() first");
            planner.plan(Plans.initial(new TinyTiger(), Plans.SMALL), BUDGET);
            assertThatThrownBy(() -> planner.sampleTree(0, sample))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("allowed range 1 to 100000");
        }
    }
}
