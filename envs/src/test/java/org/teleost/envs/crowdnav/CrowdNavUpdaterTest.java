package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class CrowdNavUpdaterTest {
    private static final int PARTICLES = 3_000;
    private final Crowd start = new Crowd(7);
    private final CrowdNavModel model = new CrowdNavModel(start);
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(5);

    @Test
    void startsAtTheSeenPositionsWithEvenTypes() {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        new CrowdNavUpdater(model, start, 1).initialise(belief);
        State initial = new CrowdNavWorld(model, start, 3).state();
        for (int i = 0; i < PARTICLES; i += 97) {
            belief.load(i, state);
            assertThat(state.floats).isEqualTo(initial.floats);
        }
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            assertThat(share(belief, slot)).isCloseTo(0.5, within(0.005));
        }
    }

    /** Positions, slots and observation of the world and the shares of the posterior, step by step. */
    @Test
    void followsTheWorld() {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        CrowdNavUpdater updater = new CrowdNavUpdater(model, start, 1);
        CrowdNavWorld world = new CrowdNavWorld(model, start, 3);
        updater.initialise(belief);
        for (int step = 0; step < 40; step++) {
            int action = step % 7 == 6 ? CrowdRules.YELL : step % 2 == 0 ? CrowdRules.NORTH : CrowdRules.EAST;
            world.step(action, out);
            BeliefHealth health = updater.update(belief, action, out.observation, world.percept());
            assertThat(health.level).isEqualTo(BeliefHealth.Level.HEALTHY);
            assertThat(health.logEvidence).isGreaterThan(0.0).isFinite();
            belief.load(step, state);
            assertThat(state.floats).isEqualTo(world.state().floats);
            assertThat(state.ints[CrowdNavModel.CLOSER]).isEqualTo((int) out.observation);
            assertSharesArePosterior(belief, updater, world.crowd());
        }
    }

    /** Types of pedestrians that the robot never comes near can't show in any particle. */
    @Test
    void neverReadsTrueTypes() {
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        ParticleBelief other = new ParticleBelief(model.layout(), PARTICLES);
        CrowdNavWorld world = new CrowdNavWorld(model, start, 3);
        CrowdNavWorld changed = new CrowdNavWorld(model, start, 3);
        int differing = 0;
        for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
            if (start.x[i] > 20.0f) {
                changed.setCurious(i, !changed.isCurious(i));
                differing++;
            }
        }
        assertThat(differing).isGreaterThan(100);
        CrowdNavUpdater updater = new CrowdNavUpdater(model, start, 1);
        CrowdNavUpdater twin = new CrowdNavUpdater(model, start, 1);
        updater.initialise(belief);
        twin.initialise(other);
        State otherState = model.layout().newState();
        for (int step = 0; step < 12; step++) {
            world.step(CrowdRules.NORTH, out);
            updater.update(belief, CrowdRules.NORTH, out.observation, world.percept());
            changed.step(CrowdRules.NORTH, out);
            twin.update(other, CrowdRules.NORTH, out.observation, changed.percept());
            for (int i = 0; i < PARTICLES; i++) {
                belief.load(i, state);
                other.load(i, otherState);
                assertThat(otherState.ints).isEqualTo(state.ints);
                assertThat(otherState.floats).isEqualTo(state.floats);
            }
            for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                assertThat(twin.curious(i)).isEqualTo(updater.curious(i));
            }
        }
    }

    @Test
    void doubtsAMotionThatNobodyCanExplain() {
        ParticleBelief belief = new ParticleBelief(model.layout(), 10);
        CrowdNavUpdater updater = new CrowdNavUpdater(model, start, 1);
        updater.initialise(belief);
        float[] percept = new CrowdNavWorld(model, new Crowd(8), 3).percept();
        assertThat(updater.update(belief, CrowdRules.NORTH, 0, percept).level).isEqualTo(BeliefHealth.Level.DEGRADED);
    }

    @Test
    void namesAWrongPercept() {
        ParticleBelief belief = new ParticleBelief(model.layout(), 10);
        CrowdNavUpdater updater = new CrowdNavUpdater(model, start, 1);
        updater.initialise(belief);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> updater.update(belief, CrowdRules.NORTH, 0, new float[3]))
                .withMessageContaining("percept.length=3");
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ParticleBelief belief = new ParticleBelief(model.layout(), PARTICLES);
        CrowdNavUpdater updater = new CrowdNavUpdater(model, start, 1);
        updater.initialise(belief);
        float[] percept = new CrowdNavWorld(model, start, 3).percept();
        double sum = run(updater, belief, percept, 200);
        long before = threads.getCurrentThreadAllocatedBytes();
        sum += run(updater, belief, percept, 200);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum).isFinite();
        assertThat(bytes).isLessThan(1_000);
    }

    private double run(CrowdNavUpdater updater, ParticleBelief belief, float[] percept, int updates) {
        double sum = 0.0;
        for (int i = 0; i < updates; i++) {
            sum += updater.update(belief, CrowdRules.NORTH, 0, percept).logEvidence;
            belief.load(i, state);
            model.step(state, model.proposeAction(state, stream), stream, out);
            sum += model.heuristicValue(state) + model.logLikelihood(out.observation, 0, state);
        }
        return sum;
    }

    private void assertSharesArePosterior(ParticleBelief belief, CrowdNavUpdater updater, Crowd seen) {
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                if (seen.x[i] == state.floats[CrowdNavModel.FIRST_X + 2 * slot]
                        && seen.y[i] == state.floats[CrowdNavModel.FIRST_X + 2 * slot + 1]) {
                    assertThat(share(belief, slot)).isCloseTo(updater.curious(i), within(0.005));
                }
            }
        }
    }

    private double share(ParticleBelief belief, int slot) {
        State particle = model.layout().newState();
        int curious = 0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, particle);
            curious += particle.ints[CrowdNavModel.CURIOUS] >>> slot & 1;
        }
        return curious / (double) belief.size();
    }
}
