package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.AllTerminal;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.tree.TreeSample;

class PreviewTest {
    private static Preview preview(GenerativeModel model, int depth) {
        try (Planner planner = new Planner(model, Plans.SMALL)) {
            Decision decision = planner.plan(Plans.initial(model, Plans.SMALL), Budget.ofEpisodes(40_000));
            TreeSample tree = new TreeSample();
            planner.sampleTree(Preview.ROWS, tree);
            return Preview.of(tree, decision.action, depth);
        }
    }

    /** Different hearings say nothing, equal ones never open the tiger's door. */
    @Test
    void theBranchOfTigerIsSafe() {
        Preview first = preview(new TinyTiger(), 3);
        assertThat(first.action()).isEqualTo(TinyTiger.LISTEN);
        assertThat(first.next()).hasSize(2);
        for (Preview once : first.next()) {
            assertThat(once.probability()).isCloseTo(0.5, within(0.03));
            assertThat(once.action()).isEqualTo(TinyTiger.LISTEN);
            for (Preview twice : once.next()) {
                boolean same = twice.observation() == once.observation();
                assertThat(twice.probability()).isCloseTo(same ? 0.745 : 0.255, within(0.04));
                int away = once.observation() == 0 ? TinyTiger.OPEN_RIGHT : TinyTiger.OPEN_LEFT;
                assertThat(twice.action()).isIn(TinyTiger.LISTEN, same ? away : TinyTiger.LISTEN);
            }
            assertThat(once.next().get(0).observation()).isEqualTo(once.observation());
        }
    }

    @Test
    void theSentenceSaysWhatAndWhen() {
        String text = preview(new TinyTiger(), 3).text(new TinyTiger());
        assertThat(text)
                .startsWith("listen; then, if o")
                .contains("%): [listen, then, if o")
                .contains("%): open-");
        assertThat(preview(new TinyTiger(), 1).text(new TinyTiger())).isEqualTo("listen");
    }

    @Test
    void nothingComesAfterTheEnd() {
        Preview preview = preview(new AllTerminal(1.0, 2.0), 3);
        assertThat(preview.action()).isEqualTo(1);
        assertThat(preview.value()).isEqualTo(2.0);
        assertThat(preview.next()).isEmpty();
    }

    @Test
    void anActionThatTheTreeDoesNotKnowStandsAlone() {
        Preview alone = Preview.of(new TreeSample(), 7, 2);
        assertThat(alone).isEqualTo(new Preview(0, 1.0, 7, 0, Double.NaN, List.of()));
        assertThatThrownBy(() -> Preview.of(new TreeSample(), 7, 0)).hasMessage("depth=0; at least 1");
    }
}
