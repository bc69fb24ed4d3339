package org.teleost.envs.cartpole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class CartPoleDynamicsTest {
    /** Angular frequency of small swings of the free cart-pole, sqrt(g / (l (4/3 - m / (M + m)))). */
    private static final double OMEGA = Math.sqrt(9.81 / (0.5 * (4.0 / 3.0 - 0.1 / 1.1)));

    private final CartPoleDynamics standard = new CartPoleDynamics(CartPoleParameters.standard());

    /** A thin rod on a frictionless slider, its Runge-Kutta integrator at 0.01 s, g 9.81. */
    @Test
    void reproducesTrajectoriesOfMuJoCo() {
        // after each force x, xdot, theta, thetadot, printed by MuJoCo 3.14.0
        double[][] first = {
            {10.0, 0.10249220801372842, 0.2984433997623133, 2.9958357044180426, -0.3327700587563943},
            {-10.0, 0.10499484231873013, 0.20209049137587395, 2.9919008379728864, -0.4540834091638252},
            {5.0, 0.10726464414889887, 0.25187286476074555, 2.987839861612093, -0.35801663009368545},
            {0.0, 0.10978888106485599, 0.25297825671055363, 2.984381390108405, -0.3335884946012588}
        };
        standard.set(0.1, 0.2, 3.0, -0.5);
        follow(first);
        assertAfterSineForce(0.8165797654973135, 1.1750874162822802, 3.2083976250621373, 0.039514916678747486);

        double[][] second = {
            {-7.5, -0.5103656520398778, -1.0730815533467515, 0.4307963386614868, 3.159664699233213},
            {2.5, -0.5209794696213943, -1.0496822307744795, 0.4625485869278299, 3.1915679430749506}
        };
        standard.set(-0.5, -1.0, 0.4, 3.0);
        follow(second);
        assertAfterSineForce(-0.9036890651249542, -0.03469380271673432, 5.1756059432236565, 0.9935506421616027);
    }

    private void follow(double[][] steps) {
        for (double[] step : steps) {
            standard.advance(step[0]);
            assertState(step[1], step[2], step[3], step[4], 1e-12);
        }
    }

    private void assertAfterSineForce(double position, double velocity, double angle, double spin) {
        for (int i = 0; i < 96; i++) {
            standard.advance(5.0 * Math.sin(0.1 * i));
        }
        assertState(position, velocity, angle, spin, 1e-9);
    }

    private void assertState(double position, double velocity, double angle, double spin, double tolerance) {
        assertThat(standard.position()).isCloseTo(position, within(tolerance));
        assertThat(standard.velocity()).isCloseTo(velocity, within(tolerance));
        assertThat(standard.angle()).isCloseTo(angle, within(tolerance));
        assertThat(standard.spin()).isCloseTo(spin, within(tolerance));
    }

    @Test
    void agreesWithItsPlainTwinAlongRandomForces() {
        PlainCartPole plain = new PlainCartPole();
        RandomStream stream = new RandomStream(6);
        for (int start = 0; start < 100; start++) {
            plain.state = new double[] {
                stream.nextGaussian(), stream.nextGaussian(), 3.0 * stream.nextGaussian(), 3.0 * stream.nextGaussian()
            };
            standard.set(plain.state[0], plain.state[1], plain.state[2], plain.state[3]);
            for (int step = 0; step < 20; step++) {
                double force = 20.0 * stream.nextDouble() - 10.0;
                plain.step(force, 0.01);
                standard.advance(force);
                assertState(plain.state[0], plain.state[1], plain.state[2], plain.state[3], 1e-11);
            }
        }
    }

    @Test
    void swingsWithTheAnalyticPeriod() {
        standard.set(0.0, 0.0, Math.PI - 1e-3, 0.0);
        double first = Double.NaN;
        double crossing = Double.NaN;
        int crossings = 0;
        for (int step = 0; crossings < 21 && step < 100_000; step++) {
            double before = standard.angle() - Math.PI;
            standard.advance(0.0);
            double after = standard.angle() - Math.PI;
            if (before < 0.0 && after >= 0.0) {
                crossing = (step + before / (before - after)) * 0.01;
                first = crossings == 0 ? crossing : first;
                crossings++;
            }
        }
        assertThat((crossing - first) / 20.0).isCloseTo(2.0 * Math.PI / OMEGA, within(1e-5));
    }

    @Test
    void errorFallsWithTheFourthPowerOfTheTimeStep() {
        double[] exact = afterOneSecond(1.0 / 4096);
        double error = distance(afterOneSecond(1.0 / 16), exact);
        for (int steps = 32; steps <= 256; steps *= 2) {
            double finer = distance(afterOneSecond(1.0 / steps), exact);
            assertThat(error / finer).as("steps=%d", steps).isBetween(13.0, 19.0);
            error = finer;
        }
    }

    private static double[] afterOneSecond(double timeStep) {
        CartPoleDynamics cartPole = new CartPoleDynamics(withTimeStep(timeStep));
        cartPole.set(0.0, 0.5, 2.0, 1.0);
        long steps = Math.round(1.0 / timeStep);
        for (long i = 0; i < steps; i++) {
            cartPole.advance(4.0);
        }
        return new double[] {cartPole.position(), cartPole.velocity(), cartPole.angle(), cartPole.spin()};
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void keepsEnergyAndMomentumWithoutForce() {
        standard.set(0.0, 0.3, 1.0, 0.5);
        double energy = standard.energy();
        double momentum = momentum();
        for (int i = 0; i < 1_000; i++) {
            standard.advance(0.0);
        }
        assertThat(standard.energy()).isCloseTo(energy, within(1e-6));
        assertThat(momentum()).isCloseTo(momentum, within(1e-6));
    }

    private double momentum() {
        return 1.1 * standard.velocity() + 0.05 * standard.spin() * Math.cos(standard.angle());
    }

    @Test
    void theForceDoesItsWorkOnTheEnergy() {
        CartPoleDynamics cartPole = new CartPoleDynamics(withTimeStep(0.001));
        cartPole.set(0.0, 0.0, 3.0, 0.0);
        double energy = cartPole.energy();
        for (int i = 0; i < 500; i++) {
            cartPole.advance(3.0);
        }
        assertThat(cartPole.energy() - energy).isCloseTo(3.0 * cartPole.position(), within(1e-9));
    }

    @Test
    void staysUprightOnlyExactlyAtTheTop() {
        for (int i = 0; i < 1_000; i++) {
            standard.advance(0.0);
        }
        assertThat(standard.angle()).isZero();
        standard.set(0.0, 0.0, 1e-6, 0.0);
        for (int i = 0; i < 1_000; i++) {
            standard.advance(0.0);
        }
        assertThat(Math.abs(standard.angle())).isGreaterThan(0.1);
    }

    @Test
    void aStepBeyondTheStabilityLimitDestroysTheEnergyOfARestingPole() {
        // classical Runge-Kutta is stable for omega dt up to 2.83, here 0.71 s
        assertThat(energyAfterFiftySteps(0.6)).isLessThan(1e-3);
        assertThat(energyAfterFiftySteps(0.8)).isGreaterThan(0.1);
    }

    /** Energy above the lower rest, 5e-6 J at the start. */
    private static double energyAfterFiftySteps(double timeStep) {
        CartPoleDynamics cartPole = new CartPoleDynamics(withTimeStep(timeStep));
        cartPole.set(0.0, 0.0, Math.PI - 0.01, 0.0);
        double highest = 0.0;
        for (int i = 0; i < 50; i++) {
            cartPole.advance(0.0);
            highest = Math.max(highest, cartPole.energy() + 0.1 * 9.81 * 0.5);
        }
        return highest;
    }

    private static CartPoleParameters withTimeStep(double timeStep) {
        return new CartPoleParameters(9.81, 1.0, 0.1, 0.5, 10.0, 1.8, timeStep, 1000);
    }
}
