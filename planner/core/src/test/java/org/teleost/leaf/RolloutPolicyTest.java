package org.teleost.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class RolloutPolicyTest {
    private final RolloutPolicy policy = new RolloutPolicy(3);
    private final RandomStream stream = new RandomStream(4);

    @Test
    void nothingIsKnownBeforeTheFirstReturn() {
        policy.improve();
        assertThat(policy.informed()).isFalse();
    }

    @Test
    void theBetterActionIsDrawnMostAndEveryOtherNowAndThen() {
        int context = policy.context(1, 7);
        for (int i = 0; i < 100; i++) {
            policy.add(context, 0, -5.0);
            policy.add(context, 1, 3.0);
            policy.add(context, 2, -6.0);
        }
        policy.improve();
        assertThat(policy.informed()).isTrue();
        int[] drawn = draw(context);
        assertThat(drawn[1]).isGreaterThan(9_000);
        assertThat(drawn[0]).isPositive();
        assertThat(drawn[2]).isPositive();
    }

    @Test
    void aContextThatWasNeverSeenFollowsAllOthers() {
        int seen = policy.context(1, 7);
        int unseen = policy.context(2, 9);
        assertThat(unseen).isNotEqualTo(seen);
        for (int i = 0; i < 100; i++) {
            policy.add(seen, 0, 1.0);
            policy.add(seen, 2, 8.0);
        }
        policy.improve();
        assertThat(draw(unseen)[2]).isGreaterThan(8_000);
        policy.clear();
        policy.improve();
        assertThat(policy.informed()).isFalse();
    }

    private int[] draw(int context) {
        int[] drawn = new int[3];
        for (int i = 0; i < 10_000; i++) {
            drawn[policy.choose(context, stream.nextDouble())]++;
        }
        return drawn;
    }
}
