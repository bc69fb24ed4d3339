package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

class ParticleBeliefTest {
    private static final StateLayout LAYOUT = new StateLayout(List.of("a", "b"), List.of("x", "y", "z"), List.of("h"));

    /** Particle i holds 10 i, 10 i + 1 and i + 0.25, i + 0.5, i + 0.75; its weight is i + 1. */
    private static ParticleBelief numbered(int n) {
        ParticleBelief belief = new ParticleBelief(LAYOUT, n);
        State state = LAYOUT.newState();
        for (int i = 0; i < n; i++) {
            state.ints[0] = 10 * i;
            state.ints[1] = 10 * i + 1;
            for (int lane = 0; lane < 3; lane++) {
                state.floats[lane] = i + 0.25f * (lane + 1);
            }
            belief.store(i, state);
            belief.setWeight(i, i + 1);
        }
        state.history[0] = 7.5f;
        belief.storeHistory(state);
        return belief;
    }

    private static void assertParticle(ParticleBelief belief, int at, int number) {
        State state = LAYOUT.newState();
        belief.load(at, state);
        assertThat(state.ints).containsExactly(10 * number, 10 * number + 1);
        assertThat(state.floats).containsExactly(number + 0.25f, number + 0.5f, number + 0.75f);
        assertThat(state.history).containsExactly(7.5f);
    }

    @Test
    void particlesKeepAllTheirLanes() {
        ParticleBelief belief = numbered(4);
        for (int i = 0; i < 4; i++) {
            assertParticle(belief, i, i);
        }
        assertThat(belief.history(0)).isEqualTo(7.5f);
        assertThat(belief.bytes()).isEqualTo(4 * (4 * 2 + 4 * 3 + 1) + 8 * 4);
    }

    @Test
    void aParticleAndAWholeBeliefAreCopiedWithAllTheirLanes() {
        ParticleBelief source = numbered(4);
        ParticleBelief copy = new ParticleBelief(LAYOUT, 4);
        copy.copyFrom(source);
        for (int i = 0; i < 4; i++) {
            assertParticle(copy, i, i);
            assertThat(copy.weight(i)).isEqualTo(i + 1.0);
        }
        copy.copyParticle(source, 3, 1);
        assertParticle(copy, 1, 3);
        assertParticle(copy, 0, 0);
        assertParticle(copy, 2, 2);
    }

    @Test
    void weightsAreScaledToOneAndLeftAloneWhereTheyHaveNoSum() {
        ParticleBelief belief = numbered(4);
        assertThat(belief.normalise()).isEqualTo(10.0);
        assertThat(belief.weight(3)).isEqualTo(0.4);
        for (int i = 0; i < 4; i++) {
            belief.setWeight(i, 0.0);
        }
        assertThat(belief.normalise()).isZero();
        assertThat(belief.weight(0)).isZero();
        assertThat(belief.effectiveSampleSize()).isZero();
    }

    /** Particle i draws with stream (seed, 0, i), so that it doesn't depend on the others. */
    @Test
    void everyParticleIsDrawnWithAStreamOfItsOwn() {
        SecretNumber model = new SecretNumber() {
            @Override
            public void initialHistory(State state) {
                state.history[0] = 3.0f;
            }
        };
        ParticleBelief belief = new ParticleBelief(model.layout(), 5);
        belief.setWeight(2, 9.0);
        belief.sampleInitial(model, 42);
        RandomStream stream = new RandomStream(42);
        State state = model.layout().newState();
        for (int i = 0; i < 5; i++) {
            stream.startEpisode(42, 0, i);
            belief.load(i, state);
            assertThat(state.ints[0]).as("particle %d", i).isEqualTo(stream.nextInt(10));
            assertThat(belief.weight(i)).isEqualTo(0.2);
        }
        assertThat(belief.history(0)).isEqualTo(3.0f);
    }

    @Test
    void everyReaderFetchesAndEveryChangeBringsHome() {
        ParticleBelief source = numbered(3);
        ParticleBelief.Residence far = target -> {
            State state = LAYOUT.newState();
            for (int i = 0; i < 3; i++) {
                source.load(i, state);
                target.store(i, state);
                target.setWeight(i, source.weight(i));
            }
            target.storeHistory(state);
        };
        List<java.util.function.Consumer<ParticleBelief>> reads = List.of(
                belief -> assertParticle(belief, 1, 1),
                belief -> assertThat(belief.weight(2)).isEqualTo(3.0),
                belief -> assertThat(belief.history(0)).isEqualTo(7.5f),
                belief -> assertThat(belief.effectiveSampleSize()).isEqualTo(1.0 / 14.0),
                belief -> {
                    belief.copiedTo(far);
                    assertThat(belief.isElsewhere()).isFalse();
                },
                belief -> {
                    ParticleBelief copy = new ParticleBelief(LAYOUT, 3);
                    copy.copyFrom(belief);
                    assertParticle(copy, 2, 2);
                },
                belief -> {
                    ParticleBelief copy = numbered(3);
                    copy.copyParticle(belief, 2, 0);
                    assertParticle(copy, 0, 2);
                });
        for (java.util.function.Consumer<ParticleBelief> read : reads) {
            ParticleBelief belief = new ParticleBelief(LAYOUT, 3);
            belief.movedTo(far);
            read.accept(belief);
            assertThat(belief.isIn(far)).isTrue();
        }
        State seven = LAYOUT.newState();
        seven.ints[0] = 7;
        List<java.util.function.Consumer<ParticleBelief>> changes = List.of(
                belief -> belief.store(0, seven),
                belief -> belief.setWeight(0, 0.5),
                belief -> belief.storeHistory(seven),
                ParticleBelief::setUniformWeights,
                ParticleBelief::normalise,
                belief -> belief.copyParticle(source, 0, 1),
                ParticleBelief::bringHome);
        for (java.util.function.Consumer<ParticleBelief> change : changes) {
            ParticleBelief belief = new ParticleBelief(LAYOUT, 3);
            belief.movedTo(far);
            change.accept(belief);
            assertThat(belief.isIn(far)).isFalse();
            assertThat(belief.isElsewhere()).isFalse();
            State state = LAYOUT.newState();
            belief.load(2, state);
            assertThat(state.ints[0]).isEqualTo(20);
        }
    }
}
