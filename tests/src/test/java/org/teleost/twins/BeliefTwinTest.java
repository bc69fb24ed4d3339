package org.teleost.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.cuda.belief.DeviceBelief;
import org.teleost.cuda.belief.DeviceParticleFilter;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.cuda.twin.TwinCheck;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.system.Problems;

/**
 * The belief update of the device against the host's: the same particles in the same places, whatever the number of
 * blocks; weights differ by the rounding of exp and of sums.
 */
class BeliefTwinTest {
    private static final double ROUNDING = 1e-12;
    private static final int STEPS = 12;
    private static final int[] SIZES = {1, 4, 6, 13, 207, 4098};

    private final Set<Level> met = EnumSet.noneOf(Level.class);

    static List<Problem> problems() {
        return Problems.withTwins();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void particlesAreTheHostsForAnySizeAndNumberOfBlocks(Problem problem) {
        GenerativeModel model = problem.instance(1).model();
        try (EmulatedDevice device = device(model)) {
            for (int particles : SIZES) {
                List<ParticleBelief> before = null;
                for (int blocks = 1; blocks <= 4; blocks++) {
                    List<ParticleBelief> beliefs = compare(model, device, particles, blocks, 3);
                    if (before != null) {
                        assertSameBits(beliefs, before);
                    }
                    before = beliefs;
                }
            }
        }
    }

    @Test
    void manySeedsOfALargeBeliefAgree() {
        for (String name : List.of("rocksample-7-8", "navigation", "mars-20")) {
            GenerativeModel model = Problems.named(name).instance(2).model();
            try (EmulatedDevice device = device(model)) {
                for (long seed = 10; seed < 16; seed++) {
                    compare(model, device, 20_000, 3, seed);
                }
            }
        }
    }

    /** Six particles of many cases die often; what follows is a replay of the history, or the belief of before. */
    @Test
    void collapsesEndAsOnTheHost() {
        GenerativeModel model = Problems.named("crowdnav").instance(1).model();
        try (EmulatedDevice device = device(model)) {
            for (long seed = 20; seed < 26; seed++) {
                compare(model, device, 6, 2, seed);
            }
        }
        assertThat(met).contains(Level.LOST, Level.RECOVERED);
    }

    @Test
    void aLikelihoodThatIsNoNumberIsReportedWithItsPlace() {
        GenerativeModel model = new BrokenLikelihood();
        ParticleBelief particles = new ParticleBelief(model.layout(), 50);
        ParticleFilter host = new ParticleFilter(model, 50, 1);
        host.initialise(particles);
        Throwable wanted = catchThrowable(() -> host.update(particles, 0, 0, new float[0]));
        assertThat(wanted).isInstanceOf(ModelException.class);
        try (EmulatedDevice device = device(model);
                DeviceBelief room = new DeviceBelief(device, model.layout(), 50, 2)) {
            DeviceParticleFilter filter = new DeviceParticleFilter(model, room, 1);
            filter.initialise(particles);
            assertThatThrownBy(() -> filter.update(particles, 0, 0, new float[0]))
                    .isInstanceOf(ModelException.class)
                    .hasMessage(wanted.getMessage().replace("NaN", "NaN on the device"));
        }
    }

    private static EmulatedDevice device(GenerativeModel model) {
        return TwinCheck.start(model, 4, ProgramSource.kernel("resample.cuh"));
    }

    /** Runs both filters over one history; returns the device's beliefs, one per step. */
    private List<ParticleBelief> compare(
            GenerativeModel model, EmulatedDevice device, int particles, int blocks, long seed) {
        ParticleFilter host = new ParticleFilter(model, particles, seed);
        ParticleBelief expected = new ParticleBelief(model.layout(), particles);
        host.initialise(expected);
        List<ParticleBelief> beliefs = new ArrayList<>();
        ParticleBelief belief = new ParticleBelief(model.layout(), particles);
        try (DeviceBelief room = new DeviceBelief(device, model.layout(), particles, blocks)) {
            DeviceParticleFilter filter = new DeviceParticleFilter(model, room, seed);
            filter.initialise(belief);
            assertAgree(expected, fetch(belief, beliefs), "initial");
            World world = new World(model, seed);
            for (int step = 1; step <= STEPS && world.step(step); step++) {
                BeliefHealth wanted = host.update(expected, world.action, world.out.observation, new float[0]);
                BeliefHealth health = filter.update(belief, world.action, world.out.observation, new float[0]);
                String at = model.name() + " particles=" + particles + " seed=" + seed + " step=" + step;
                assertHealth(health, wanted, at);
                met.add(health.level);
                assertAgree(expected, fetch(belief, beliefs), at);
                assertThat(room.uniform()).as(at).isEqualTo(isUniform(expected));
            }
        }
        return beliefs;
    }

    private static boolean isUniform(ParticleBelief belief) {
        return IntStream.range(0, belief.size()).allMatch(i -> belief.weight(i) == belief.weight(0));
    }

    private static ParticleBelief fetch(ParticleBelief belief, List<ParticleBelief> beliefs) {
        ParticleBelief fetched = new ParticleBelief(belief.layout(), belief.size());
        fetched.copyFrom(belief);
        beliefs.add(fetched);
        return fetched;
    }

    private static void assertHealth(BeliefHealth health, BeliefHealth wanted, String at) {
        assertThat(health.level).as(at).isEqualTo(wanted.level);
        assertThat(health.resampled).as(at).isEqualTo(wanted.resampled);
        assertThat(health.uniqueAncestors).as(at).isEqualTo(wanted.uniqueAncestors);
        assertThat(health.terminalParticles).as(at).isEqualTo(wanted.terminalParticles);
        assertThat(health.particles).as(at).isEqualTo(wanted.particles);
        assertThat(health.effectiveSampleSize)
                .as(at)
                .isCloseTo(wanted.effectiveSampleSize, within(ROUNDING * health.particles));
        if (Double.isInfinite(wanted.surprise)) {
            assertThat(health.surprise).as(at).isEqualTo(wanted.surprise);
        } else {
            assertThat(health.surprise).as(at).isCloseTo(wanted.surprise, within(1e-9));
        }
        if (wanted.logEvidence == Double.NEGATIVE_INFINITY) {
            assertThat(health.logEvidence).as(at).isEqualTo(Double.NEGATIVE_INFINITY);
        } else {
            assertThat(health.logEvidence).as(at).isCloseTo(wanted.logEvidence, within(ROUNDING));
        }
    }

    private static void assertAgree(ParticleBelief expected, ParticleBelief actual, String at) {
        State one = expected.layout().newState();
        State two = expected.layout().newState();
        for (int i = 0; i < expected.size(); i++) {
            expected.load(i, one);
            actual.load(i, two);
            if (!sameLanes(one, two)
                    || !(Math.abs(expected.weight(i) - actual.weight(i)) <= ROUNDING * expected.weight(i))) {
                throw new AssertionError(at + " particle=" + i + ": host " + Arrays.toString(one.ints) + " weight="
                        + expected.weight(i) + ", device " + Arrays.toString(two.ints) + " weight="
                        + actual.weight(i));
            }
        }
    }

    private static boolean sameLanes(State one, State two) {
        return Arrays.equals(one.ints, two.ints)
                && Arrays.equals(one.floats, two.floats)
                && Arrays.equals(one.history, two.history);
    }

    private static void assertSameBits(List<ParticleBelief> some, List<ParticleBelief> others) {
        assertThat(some).hasSameSizeAs(others);
        for (int step = 0; step < some.size(); step++) {
            assertAgree(some.get(step), others.get(step), "blocks, step=" + step);
            for (int i = 0; i < some.get(step).size(); i++) {
                assertThat(some.get(step).weight(i)).isEqualTo(others.get(step).weight(i));
            }
        }
    }

    /** A world that follows the model's proposals until the episode ends. */
    private static final class World {
        private final GenerativeModel model;
        private final State state;
        private final RandomStream stream;
        private final long seed;
        final Outcome out = new Outcome();
        int action;

        World(GenerativeModel model, long seed) {
            this.model = model;
            this.seed = seed;
            state = model.layout().newState();
            stream = new RandomStream(RandomStream.derive(seed, 77));
            model.initialHistory(state);
            model.sampleInitial(state, stream);
        }

        boolean step(int step) {
            stream.startEpisode(seed, 1_000 + step, 0);
            action = model.proposeAction(state, stream);
            model.step(state, action, stream, out);
            model.updateHistory(state, action, out.observation);
            return !out.terminal;
        }
    }
}
