package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** A belief whose particles live elsewhere, here in another belief. */
class ResidenceTest {
    private final StateLayout layout = StateLayout.ofInts("number");
    private final State state = layout.newState();
    private final ParticleBelief belief = new ParticleBelief(layout, 2);
    private int fetches;
    private boolean broken;

    /** Particles 7 and 8 of weights 0.25 and 0.75. */
    private final ParticleBelief.Residence far = target -> {
        fetches++;
        for (int i = 0; i < 2; i++) {
            state.ints[0] = 7 + i;
            target.store(i, state);
            if (broken) {
                throw new IllegalStateException("the line is dead");
            }
            target.setWeight(i, 0.25 + 0.5 * i);
        }
    };

    @Test
    void theFirstReaderFetchesAndTheOthersRead() {
        belief.movedTo(far);
        assertThat(belief.isElsewhere()).isTrue();
        assertThat(belief.weight(1)).isEqualTo(0.75);
        belief.load(1, state);
        assertThat(state.ints[0]).isEqualTo(8);
        assertThat(belief.effectiveSampleSize()).isEqualTo(1.6);
        assertThat(fetches).isEqualTo(1);
        assertThat(belief.isElsewhere()).isFalse();
        assertThat(belief.isIn(far)).isTrue();
    }

    @Test
    void aChangeOfPartBringsTheRestHome() {
        belief.movedTo(far);
        belief.setWeight(0, 0.5);
        assertThat(belief.weight(1)).isEqualTo(0.75);
        assertThat(belief.isIn(far)).isFalse();
        belief.copiedTo(far);
        belief.normalise();
        assertThat(belief.isIn(far)).isFalse();
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void whatIsReplacedIsNotFetched() {
        ParticleBelief other = new ParticleBelief(layout, 2);
        belief.movedTo(far);
        belief.copyFrom(other);
        assertThat(belief.weight(1)).isEqualTo(0.5);
        assertThat(belief.isIn(far)).isFalse();
        assertThat(fetches).isZero();
        other.movedTo(far);
        belief.copyFrom(other);
        assertThat(belief.weight(1)).isEqualTo(0.75);
        assertThat(other.isIn(far)).isTrue();
    }

    @Test
    void aFetchThatFailsIsTriedAgain() {
        belief.movedTo(far);
        broken = true;
        assertThatThrownBy(() -> belief.weight(0)).hasMessage("the line is dead");
        assertThat(belief.isElsewhere()).isTrue();
        broken = false;
        assertThat(belief.weight(0)).isEqualTo(0.25);
    }
}
