package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.model.ActionBox;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** What the particle filter asks of a model, and with which random numbers. */
class FilterCallsTest {
    private static final float[] NONE = new float[0];

    /** Remembers how particles are redrawn: the number takes 100 times the first draw's last digit on top. */
    private static final class Redrawn extends SecretNumber {
        private final int most;
        private int calls;

        Redrawn(int most) {
            this.most = most;
        }

        @Override
        public boolean rejuvenate(State state, RandomStream stream) {
            if (calls == most) {
                return false;
            }
            calls++;
            state.ints[0] += 100 * (1 + stream.nextInt(1_000_000));
            return true;
        }
    }

    /** Three of eight particles have a weight: 0, 3 and 7 with 1/8, 5/8 and 2/8. */
    private static ParticleBelief three(SecretNumber model) {
        ParticleBelief belief = new ParticleBelief(model.layout(), 8);
        State state = model.layout().newState();
        for (int i = 0; i < 8; i++) {
            state.ints[0] = i;
            belief.store(i, state);
            belief.setWeight(i, i == 0 ? 0.125 : i == 3 ? 0.625 : i == 7 ? 0.25 : 0.0);
        }
        return belief;
    }

    private static List<Integer> numbers(ParticleBelief belief) {
        State state = belief.layout().newState();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            numbers.add(state.ints[0]);
        }
        return numbers;
    }

    @Test
    void allButTheFirstCopyAreRedrawnEachWithAStreamOfItsOwn() {
        Redrawn model = new Redrawn(Integer.MAX_VALUE);
        ParticleBelief belief = three(model);
        int survivors = new Resampler(model, 8).resample(belief, new ParticleBelief(model.layout(), 8), 5, 2);
        assertThat(survivors).isEqualTo(3);
        assertThat(model.calls).isEqualTo(5);
        List<Integer> wanted = new ArrayList<>(List.of(0, 3, 3, 3, 3, 3, 7, 7));
        RandomStream stream = new RandomStream(0);
        for (int at : new int[] {2, 3, 4, 5, 7}) {
            stream.startEpisode(5, 2, 8 + 1 + at);
            wanted.set(at, wanted.get(at) + 100 * (1 + stream.nextInt(1_000_000)));
        }
        assertThat(numbers(belief)).isEqualTo(wanted);
        assertThat(belief.weight(4)).isEqualTo(0.125);
    }

    @Test
    void aModelThatCannotRedrawIsAskedOnce() {
        SecretNumber[] models = {new Redrawn(0), new Redrawn(2)};
        for (SecretNumber model : models) {
            ParticleBelief belief = three(model);
            new Resampler(model, 8).resample(belief, new ParticleBelief(model.layout(), 8), 5, 2);
            long redrawn = numbers(belief).stream().filter(number -> number > 9).count();
            assertThat(redrawn).isEqualTo(((Redrawn) model).calls);
        }
    }

    /** A place on a line that moves by the action's coordinate; the observation is the tenth it lies in. */
    private static final class Line extends SecretNumber {
        private static final StateLayout LAYOUT =
                StateLayout.ofFloats("x").withHistory("way").withActions(ActionBox.of("by", -1.0, 1.0));
        private final List<Float> moves = new ArrayList<>();

        @Override
        public StateLayout layout() {
            return LAYOUT;
        }

        @Override
        public int actionCount() {
            return 1;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.floats[0] = (float) stream.nextDouble();
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            moves.add(state.action[0]);
            state.floats[0] += state.action[0];
            out.set(0.0, (long) Math.floor(10.0f * state.floats[0]), false);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return observation == (long) Math.floor(10.0f * nextState.floats[0]) ? 0.0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public void updateHistory(State nextState, int action, long observation) {
            nextState.history[0] += nextState.action[0];
        }
    }

    @Test
    void coordinatesOfTheActionReachEveryParticleAndEveryReplay() {
        Line model = new Line();
        ParticleFilter filter = new ParticleFilter(model, 40, 3);
        assertThat(filter.model()).isSameAs(model);
        assertThat(filter.particles()).isEqualTo(40);
        assertThat(filter.seed()).isEqualTo(3);
        ParticleBelief belief = new ParticleBelief(model.layout(), 40);
        filter.initialise(belief);
        filter.executing(new float[] {0.5f});
        filter.update(belief, 0, 12, NONE);
        assertThat(model.moves).hasSize(40).containsOnly(0.5f);
        model.moves.clear();
        // nobody is there: the belief is replayed from the prior through both actions
        filter.executing(new float[] {-0.25f});
        BeliefHealth health = filter.update(belief, 0, 9, NONE);
        assertThat(health.level).isEqualTo(BeliefHealth.Level.HEALTHY);
        filter.executing(new float[] {1.0f});
        model.moves.clear();
        health = filter.update(belief, 0, 0, NONE);
        assertThat(health.level).isEqualTo(BeliefHealth.Level.LOST);
        assertThat(model.moves).contains(0.5f, 1.0f);
        assertThatThrownBy(() -> filter.executing(new float[] {1.5f})).hasMessageContaining("by=1.5");
    }

    @Test
    void particlesWithoutWeightAreNotMoved() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 8, 1);
        ParticleBelief belief = new ParticleBelief(model.layout(), 8);
        filter.initialise(belief);
        belief.copyFrom(three(model));
        BeliefHealth health = filter.update(belief, SecretNumber.STOP_ODD, SecretNumber.NOTHING, NONE);
        assertThat(health.terminalParticles).isEqualTo(2);
        assertThat(health.uniqueAncestors).isEqualTo(1);
        assertThat(health.effectiveSampleSize).isEqualTo(1.0);
        assertThat(health.logEvidence).isEqualTo(Math.log(0.125));
        assertThat(numbers(belief)).containsOnly(0);
    }

    @Test
    void aBeliefIsResampledBelowHalfOfItsParticlesAndNotAtHalf() {
        SecretNumber model = new SecretNumber();
        for (int asked : new int[] {1, 2}) {
            ParticleFilter filter = new ParticleFilter(model, 4, 1);
            ParticleBelief belief = new ParticleBelief(model.layout(), 4);
            filter.initialise(belief);
            State state = model.layout().newState();
            for (int i = 0; i < 4; i++) {
                state.ints[0] = i < asked ? 1 : 2;
                belief.store(i, state);
            }
            BeliefHealth health = filter.update(belief, SecretNumber.ASK, 1, NONE);
            assertThat(health.effectiveSampleSize).isEqualTo(asked);
            assertThat(health.resampled).isEqualTo(asked == 1);
            assertThat(health.uniqueAncestors).isEqualTo(asked);
        }
    }

    /** History lanes may read what all agreeing particles share, so the others must not be asked. */
    @Test
    void historyLanesAreAdvancedWithAParticleThatAgrees() {
        SecretNumber model = new SecretNumber() {
            @Override
            public void updateHistory(State nextState, int action, long observation) {
                nextState.history[0] = nextState.ints[0];
            }
        };
        ParticleFilter filter = new ParticleFilter(model, 8, 1);
        ParticleBelief belief = new ParticleBelief(model.layout(), 8);
        filter.initialise(belief);
        belief.copyFrom(three(model));
        filter.update(belief, SecretNumber.ASK, 3, NONE);
        assertThat(belief.history(0)).isEqualTo(3.0f);
    }

    @Test
    void anEpisodeIsNotReplayedInTheNextOne() {
        SecretNumber model = new SecretNumber();
        int recovered = 0;
        for (int seed = 0; seed < 40; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 4, seed);
            ParticleBelief belief = new ParticleBelief(model.layout(), 4);
            filter.initialise(belief);
            int first = numbers(belief).get(0);
            filter.update(belief, SecretNumber.ASK, first, NONE);
            filter.initialise(belief);
            BeliefHealth health = filter.update(belief, SecretNumber.ASK, (first + 1) % 10, NONE);
            recovered += health.level == BeliefHealth.Level.RECOVERED ? 1 : 0;
        }
        assertThat(recovered).isPositive();
    }

    @Test
    void aRebuiltBeliefHoldsTheMovedParticlesAndTheirHistory() {
        Line model = new Line();
        int recovered = 0;
        for (int seed = 0; seed < 60; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 3, seed);
            ParticleBelief belief = new ParticleBelief(model.layout(), 3);
            filter.initialise(belief);
            filter.executing(new float[] {0.5f});
            if (filter.update(belief, 0, 12, NONE).level != BeliefHealth.Level.RECOVERED) {
                continue;
            }
            recovered++;
            State state = model.layout().newState();
            for (int i = 0; i < 3; i++) {
                belief.load(i, state);
                assertThat(state.floats[0]).isBetween(1.2f, 1.3f);
                assertThat(belief.weight(i)).isEqualTo(1.0 / 3.0);
            }
            assertThat(belief.history(0)).isEqualTo(0.5f);
        }
        assertThat(recovered).isPositive();
    }

    @Test
    void beliefsOfAnotherSizeAndActionsOutOfRangeAreNamed() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 10, 1);
        ParticleBelief other = new ParticleBelief(model.layout(), 11);
        assertThatThrownBy(() -> filter.update(other, 0, 0, NONE))
                .hasMessage("belief has particles=11, the filter was built for 10; give both the same number");
        ParticleBelief belief = new ParticleBelief(model.layout(), 10);
        assertThatThrownBy(() -> filter.update(belief, 3, 0, NONE)).hasMessage("action=3; allowed range 0 to 2");
    }
}
