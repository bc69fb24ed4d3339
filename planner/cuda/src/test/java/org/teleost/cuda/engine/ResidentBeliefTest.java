package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.control.DecisionLoop;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/** Whole episodes with the belief on the device: the host's decisions and particles, and no particle travels. */
class ResidentBeliefTest {
    private static final double ROUNDING = 1e-12;
    private static final float[] NO_PERCEPT = {};
    private static final int STEPS = 12;

    /** What an update sends and fetches: struct Belief and its report. */
    private static final long STEP_BYTES = 184;

    private static final long REPORT_BYTES = 96;

    /** What a decision sends: struct Plan. */
    private static final long PLAN_BYTES = 440;

    private final Decision wanted = new Decision();
    private final Decision decision = new Decision();
    private final Outcome outcome = new Outcome();

    static Stream<Problem> problems() {
        return Problems.all();
    }

    private static Problem named(String name) {
        return Problems.all()
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PlannerSettings settings(Problem problem, int particles) {
        return problem.defaultSettings().withParticles(particles).withThreads(2).with(s -> s.memoryBytes = 32L << 20);
    }

    private static DeviceSession onDevice(GenerativeModel model, PlannerSettings settings) {
        return new DeviceSession(model, settings, filter(model, settings));
    }

    private static ParticleFilter filter(GenerativeModel model, PlannerSettings settings) {
        return new ParticleFilter(model, settings.particles(), settings.seed());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void episodesAreTheHosts(Problem problem) {
        play(problem, 500, false);
    }

    /** Whoever looks at the belief after every step changes nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"mars-20", "rocksample-7-8", "navigation", "tiger"})
    void beliefsThatAreReadAreTheHosts(String problem) {
        play(named(problem), 207, true);
    }

    private void play(Problem problem, int particles, boolean look) {
        Instance instance = problem.instance(4);
        GenerativeModel model = instance.model();
        PlannerSettings settings = settings(problem, particles);
        World world = instance.world(9);
        try (DecisionLoop host = DeviceSession.onHost(model, settings, instance.updater(settings));
                DeviceSession session = new DeviceSession(model, settings, instance.updater(settings))) {
            outcome.terminal = false;
            for (int step = 0; step < STEPS && !outcome.terminal; step++) {
                host.decide(Budget.ofEpisodes(1500), wanted);
                session.control.decide(Budget.ofEpisodes(1500), decision);
                Decisions.assertSame(wanted, decision);
                world.step(wanted.action, outcome);
                if (!outcome.terminal) {
                    BeliefHealth health = host.observe(wanted.action, outcome.observation, world.percept());
                    assertHealth(session.control.observe(wanted.action, outcome.observation, world.percept()), health);
                }
                if (look) {
                    assertAgree(host.belief(), session.belief, "step " + step);
                }
            }
            assertAgree(host.belief(), session.belief, "the last step");
        }
    }

    private static void assertHealth(BeliefHealth health, BeliefHealth wanted) {
        assertThat(health.level).isEqualTo(wanted.level);
        assertThat(health.resampled).isEqualTo(wanted.resampled);
        assertThat(health.uniqueAncestors).isEqualTo(wanted.uniqueAncestors);
        assertThat(health.terminalParticles).isEqualTo(wanted.terminalParticles);
        assertThat(health.effectiveSampleSize)
                .isCloseTo(wanted.effectiveSampleSize, within(ROUNDING * wanted.particles));
    }

    private static void assertAgree(ParticleBelief host, ParticleBelief device, String at) {
        State one = host.layout().newState();
        State two = host.layout().newState();
        for (int i = 0; i < host.size(); i++) {
            host.load(i, one);
            device.load(i, two);
            assertThat(two.ints).as(at).isEqualTo(one.ints);
            assertThat(two.floats).as(at).isEqualTo(one.floats);
            assertThat(two.history).as(at).isEqualTo(one.history);
            assertThat(device.weight(i)).as(at).isCloseTo(host.weight(i), within(ROUNDING * host.weight(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mars-20", "navigation"})
    void noParticleTravelsUnlessItIsAskedFor(String name) {
        Problem problem = named(name);
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 3_000);
        World world = new ModelWorld(model, 5);
        try (DeviceSession session = onDevice(model, settings)) {
            long answer = TreeMemory.CONTROL + (long) model.actionCount() * TreeMemory.ACTION_ROW + 256;
            for (int step = 0; step < 5; step++) {
                session.device.mark();
                session.control.decide(Budget.ofPasses(3), decision);
                assertThat(session.device.writes()).containsExactly(PLAN_BYTES);
                assertThat(session.device.bytesRead()).isLessThan(answer);
                world.step(decision.action, outcome);
                session.device.mark();
                session.control.observe(decision.action, outcome.observation, NO_PERCEPT);
                assertThat(session.device.writes()).containsExactly(STEP_BYTES);
                assertThat(session.device.reads()).containsExactly(REPORT_BYTES);
                assertThat(session.belief.isElsewhere()).isTrue();
            }
            fetchedOnce(session, model);
        }
    }

    private void fetchedOnce(DeviceSession session, GenerativeModel model) {
        session.device.mark();
        assertThat(session.belief.effectiveSampleSize()).isPositive();
        long particle =
                4L * model.layout().ints().size() + 4L * model.layout().floats().size() + 8;
        long history = 4L * model.layout().history().size();
        assertThat(session.device.bytesRead()).isEqualTo(session.belief.size() * particle + history);
        session.device.mark();
        assertThat(session.belief.effectiveSampleSize()).isPositive();
        assertThat(session.device.reads()).isEmpty();
        session.control.decide(Budget.ofPasses(3), decision);
        assertThat(session.device.writes()).containsExactly(PLAN_BYTES);
    }

    /** Six particles of many cases die often; the replay of the history and the belief of before are on the device. */
    @Test
    void recoveryStaysOnTheDevice() {
        GenerativeModel model = named("crowdnav").instance(1).model();
        Set<Level> met = EnumSet.noneOf(Level.class);
        for (long seed = 20; seed < 40 && met.size() < 3; seed++) {
            PlannerSettings settings = settings(named("crowdnav"), 6).withSeed(seed);
            World world = new ModelWorld(model, seed);
            try (DecisionLoop host = DeviceSession.onHost(model, settings, filter(model, settings));
                    DeviceSession session = onDevice(model, settings)) {
                outcome.terminal = false;
                for (int step = 0; step < STEPS && !outcome.terminal; step++) {
                    host.decide(Budget.ofEpisodes(50), wanted);
                    session.control.decide(Budget.ofEpisodes(50), decision);
                    Decisions.assertSame(wanted, decision);
                    world.step(wanted.action, outcome);
                    session.device.mark();
                    BeliefHealth health = session.control.observe(wanted.action, outcome.observation, NO_PERCEPT);
                    assertHealth(health, host.observe(wanted.action, outcome.observation, NO_PERCEPT));
                    met.add(health.level);
                    assertThat(session.device.writes()).containsOnly(STEP_BYTES);
                    assertThat(session.device.reads()).containsOnly(REPORT_BYTES);
                }
                assertAgree(host.belief(), session.belief, "seed " + seed);
            }
        }
        assertThat(met).contains(Level.LOST, Level.RECOVERED);
    }

    @Test
    void aBeliefThatTheHostChangesIsSentOnce() {
        Problem problem = named("rocksample-7-8");
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 100);
        try (DecisionLoop host = DeviceSession.onHost(model, settings, filter(model, settings));
                DeviceSession session = onDevice(model, settings)) {
            for (int change = 0; change < 2; change++) {
                for (ParticleBelief belief : List.of(host.belief(), session.belief)) {
                    belief.setWeight(change, 0.25);
                    belief.normalise();
                }
                session.device.mark();
                for (int turn = 0; turn < 2; turn++) {
                    host.decide(Budget.ofEpisodes(300), wanted);
                    session.control.decide(Budget.ofEpisodes(300), decision);
                    Decisions.assertSame(wanted, decision);
                }
                // ints, weights, their sums, history; and twice the plan
                assertThat(session.device.writes()).hasSize(6).doesNotContain(0L);
                host.observe(5, 1, NO_PERCEPT);
                session.control.observe(5, 1, NO_PERCEPT);
                assertAgree(host.belief(), session.belief, "change " + change);
            }
        }
    }

    /** The planner has room for one belief; another one may take its place at any time. */
    @Test
    void severalBeliefsTakeTurns() {
        Problem problem = named("rocksample-7-8");
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 100);
        ParticleBelief other = new ParticleBelief(model.layout(), 100);
        other.sampleInitial(model, 77);
        try (DecisionLoop host = DeviceSession.onHost(model, settings, filter(model, settings));
                DeviceSession session = onDevice(model, settings)) {
            for (int turn = 0; turn < 3; turn++) {
                session.planner.plan(other, Budget.ofEpisodes(100));
                assertThat(session.belief.isElsewhere()).isFalse();
                host.observe(5 + turn, 1, NO_PERCEPT);
                session.control.observe(5 + turn, 1, NO_PERCEPT);
                assertThat(session.belief.isElsewhere()).isTrue();
            }
            assertAgree(host.belief(), session.belief, "the end");
        }
    }

    @Test
    void closingGivesEverythingBack() {
        Problem problem = named("tiger");
        GenerativeModel model = problem.instance(1).model();
        DeviceSession session = onDevice(model, settings(problem, 50));
        ParticleBelief unread = new ParticleBelief(model.layout(), 50);
        session.control.decide(Budget.ofPasses(2), decision);
        session.belief.bringHome();
        session.planner.adopt(filter(model, session.planner.settings())).initialise(unread);
        session.close();
        assertThat(session.device.held()).isZero();
        assertThat(session.device.closed()).isTrue();
        assertThat(session.belief.weight(0)).isPositive();
        assertThatThrownBy(() -> unread.weight(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before closing the planner");
        unread.sampleInitial(model, 1);
        assertThat(unread.weight(0)).isPositive();
    }

    @Test
    void updatersOfOtherModelsAndSizesStayOnTheHost() {
        Problem problem = named("tiger");
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 50);
        try (DeviceSession session = onDevice(model, settings)) {
            ParticleFilter smaller = new ParticleFilter(model, 49, 1);
            assertThat(session.planner.adopt(smaller)).isSameAs(smaller);
            ParticleFilter another =
                    new ParticleFilter(named("navigation").instance(1).model(), 50, 1);
            assertThat(session.planner.adopt(another)).isSameAs(another);
        }
    }
}
