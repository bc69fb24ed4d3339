package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.OneActionChain;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings.EtaUnit;

/** What one unit of eta is. */
class EtaUnitTest {
    private static Decision plan(GenerativeModel model, PlannerSettings settings) {
        try (Planner planner = new Planner(model, settings)) {
            return planner.plan(Plans.initial(model, settings), Budget.ofEpisodes(2_000));
        }
    }

    @Test
    void withoutARangeOfValuesEtaIsTakenAsItIs() {
        // one action has one value, so there is no range to count in
        PlannerSettings settings = Plans.SMALL.with(s -> {
            s.eta = 3.5;
            s.etaUnit = EtaUnit.VALUE_RANGE;
        });
        assertThat(plan(new OneActionChain(1), settings).effectiveEta).isEqualTo(3.5);
    }

    @Test
    void withARangeEtaCountsPerRangeOfTheRootsValues() {
        PlannerSettings reward = Plans.SMALL.with(s -> {
            s.eta = 3.5;
            s.etaUnit = EtaUnit.REWARD;
        });
        assertThat(plan(new TinyTiger(), reward).effectiveEta).isEqualTo(3.5);
        PlannerSettings range = reward.with(s -> s.etaUnit = EtaUnit.VALUE_RANGE);
        double single = plan(new TinyTiger(), range).effectiveEta;
        assertThat(single).isPositive().isLessThan(3.5);
        assertThat(plan(new TinyTiger(), range.with(s -> s.eta = 7.0)).effectiveEta / single)
                .isCloseTo(2.0, within(0.5));
    }
}
