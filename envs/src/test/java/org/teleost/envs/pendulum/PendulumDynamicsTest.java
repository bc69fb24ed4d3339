package org.teleost.envs.pendulum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class PendulumDynamicsTest {
    /** Angular frequency of small swings, sqrt(3 g / (2 l)). */
    private static final double OMEGA = Math.sqrt(15.0);

    @Test
    void reproducesTransitionsOfGymnasium() {
        // start angle and speed; then torque, angle, speed, reward of each step, printed by Gymnasium 1.3.0
        double[][] runs = {
            {
                3.0,
                0.5,
                1.5,
                3.041542000302245,
                0.8308400060449004,
                -9.02725,
                -2.0,
                3.071829643732646,
                0.6057528686080214,
                -9.324007251167052,
                0.25,
                3.106606278498855,
                0.695532695324181,
                -9.47289351389732,
                2.0,
                3.1576946346914303,
                1.0217671238515051,
                -9.703379142634999
            },
            {-0.4, -7.9, -2.0, -0.8, -8.0, -6.405, -2.0, -1.2000000000000002, -8.0, -7.044, 0.5, -1.6, -8.0, -7.84025},
            {
                7.0,
                1.0,
                0.0,
                7.074636997451955,
                1.4927399490390918,
                -0.6138233038432241,
                1.0,
                7.183450530739758,
                2.1762706657560553,
                -0.8502230335807107
            }
        };
        PendulumDynamics pendulum = new PendulumDynamics(PendulumParameters.standard());
        for (double[] run : runs) {
            pendulum.set(run[0], run[1]);
            for (int i = 2; i < run.length; i += 4) {
                assertThat(-pendulum.cost(run[i])).isCloseTo(run[i + 3], within(1e-13));
                pendulum.advance(run[i]);
                assertThat(pendulum.angle()).isCloseTo(run[i + 1], within(1e-14));
                assertThat(pendulum.speed()).isCloseTo(run[i + 2], within(1e-14));
            }
        }
    }

    @Test
    void agreesWithItsPlainTwinAlongRandomTorques() {
        PendulumDynamics pendulum = new PendulumDynamics(PendulumParameters.standard());
        PlainPendulum plain = new PlainPendulum();
        RandomStream stream = new RandomStream(5);
        for (int start = 0; start < 100; start++) {
            plain.th = 8.0 * (stream.nextDouble() - 0.5);
            plain.thdot = 16.0 * (stream.nextDouble() - 0.5);
            pendulum.set(plain.th, plain.thdot);
            for (int step = 0; step < 20; step++) {
                double torque = 4.0 * (stream.nextDouble() - 0.5);
                double cost = pendulum.cost(torque);
                pendulum.advance(torque);
                assertThat(-cost).isCloseTo(plain.step(torque), within(1e-10));
                assertThat(pendulum.angle()).isCloseTo(plain.th, within(1e-10));
                assertThat(pendulum.speed()).isCloseTo(plain.thdot, within(1e-10));
            }
        }
    }

    @Test
    void clipsTheSpeedBothWays() {
        PendulumDynamics pendulum = new PendulumDynamics(PendulumParameters.standard());
        pendulum.set(1.5, 7.9);
        pendulum.advance(2.0);
        assertThat(pendulum.speed()).isEqualTo(8.0);
        assertThat(pendulum.angle()).isCloseTo(1.9, within(1e-14));
        pendulum.set(-1.5, -7.9);
        pendulum.advance(-2.0);
        assertThat(pendulum.speed()).isEqualTo(-8.0);
    }

    @Test
    void costsNothingUprightAndMostHangingAtFullSpeedAndTorque() {
        PendulumDynamics pendulum = new PendulumDynamics(PendulumParameters.standard());
        assertThat(pendulum.cost(0.0)).isZero();
        pendulum.set(Math.PI, 8.0);
        assertThat(pendulum.cost(2.0)).isCloseTo(16.2736044, within(1e-7));
        pendulum.set(4.0 * Math.PI, 0.0);
        assertThat(pendulum.cost(0.0)).isCloseTo(0.0, within(1e-25));
    }

    @Test
    void wrapsAnglesIntoHalfATurnEitherWay() {
        assertThat(PendulumDynamics.wrap(Math.PI)).isEqualTo(-Math.PI);
        assertThat(PendulumDynamics.wrap(-Math.PI)).isEqualTo(-Math.PI);
        for (double angle = -20.0; angle < 20.0; angle += 0.37) {
            double wrapped = PendulumDynamics.wrap(angle);
            assertThat(wrapped).isBetween(-Math.PI, Math.PI);
            assertThat(Math.sin(wrapped)).isCloseTo(Math.sin(angle), within(1e-13));
            assertThat(Math.cos(wrapped)).isCloseTo(Math.cos(angle), within(1e-13));
        }
    }

    @Test
    void swingsWithThePeriodOfARodAndOfItsDiscreteMap() {
        assertThat(period(0.0005)).isCloseTo(2.0 * Math.PI / OMEGA, within(1e-4));
        // semi-implicit Euler turns by arccos(1 - (omega dt)^2 / 2) a step
        double turn = Math.acos(1.0 - 0.5 * OMEGA * 0.05 * OMEGA * 0.05);
        assertThat(period(0.05)).isCloseTo(0.05 * 2.0 * Math.PI / turn, within(1e-4));
    }

    /** Mean over 20 small swings about the lower rest. */
    private static double period(double timeStep) {
        PendulumDynamics pendulum = new PendulumDynamics(withTimeStep(timeStep));
        pendulum.set(Math.PI - 0.001, 0.0);
        double first = Double.NaN;
        double crossing = Double.NaN;
        int crossings = 0;
        for (int step = 0; crossings < 21 && step < 100_000; step++) {
            double before = pendulum.angle() - Math.PI;
            pendulum.advance(0.0);
            double after = pendulum.angle() - Math.PI;
            if (before < 0.0 && after >= 0.0) {
                crossing = (step + before / (before - after)) * timeStep;
                first = crossings == 0 ? crossing : first;
                crossings++;
            }
        }
        return (crossing - first) / 20.0;
    }

    @Test
    void errorHalvesWithTheTimeStep() {
        double exact = angleAfterOneSecond(0.05 / 65536);
        double error = Math.abs(angleAfterOneSecond(0.05 / 4) - exact);
        for (int parts = 8; parts <= 64; parts *= 2) {
            double finer = Math.abs(angleAfterOneSecond(0.05 / parts) - exact);
            assertThat(error / finer).as("parts=%d", parts).isBetween(1.85, 2.15);
            error = finer;
        }
    }

    private static double angleAfterOneSecond(double timeStep) {
        PendulumDynamics pendulum = new PendulumDynamics(withTimeStep(timeStep));
        pendulum.set(2.0, 0.3);
        long steps = Math.round(1.0 / timeStep);
        for (long i = 0; i < steps; i++) {
            pendulum.advance(0.7);
        }
        return pendulum.angle();
    }

    @Test
    void energyOscillatesWithTheStepButDoesNotDrift() {
        double early = energyError(0.01, 0, 2_000);
        double late = energyError(0.01, 200_000, 2_000);
        assertThat(late).isCloseTo(early, within(0.01 * early));
        double halved = energyError(0.005, 0, 4_000);
        assertThat(early / halved).isBetween(1.8, 2.2);
    }

    /** Largest deviation from the first energy over some steps of a free swing. */
    private static double energyError(double timeStep, int skippedSteps, int steps) {
        PendulumDynamics pendulum = new PendulumDynamics(withTimeStep(timeStep));
        pendulum.set(2.0, 0.0);
        double start = pendulum.energy();
        double error = 0.0;
        for (int i = 0; i < skippedSteps + steps; i++) {
            pendulum.advance(0.0);
            if (i >= skippedSteps) {
                error = Math.max(error, Math.abs(pendulum.energy() - start));
            }
        }
        return error;
    }

    @Test
    void brakingTorqueTakesTheEnergyAway() {
        PendulumDynamics pendulum = new PendulumDynamics(PendulumParameters.standard());
        pendulum.set(1.0, 0.0);
        for (int i = 0; i < 1_000; i++) {
            pendulum.advance(-0.5 * pendulum.speed());
        }
        assertThat(pendulum.energy()).isCloseTo(-5.0, within(1e-6));
    }

    @Test
    void aStepBeyondTwoOverOmegaThrowsTheRestingPendulumUp() {
        assertThat(largestSwing(0.5)).isLessThan(0.1);
        assertThat(largestSwing(0.6)).isGreaterThan(1.0);
    }

    private static double largestSwing(double timeStep) {
        PendulumDynamics pendulum = new PendulumDynamics(withTimeStep(timeStep));
        pendulum.set(Math.PI - 0.01, 0.0);
        double largest = 0.0;
        for (int i = 0; i < 50; i++) {
            pendulum.advance(0.0);
            largest = Math.max(largest, Math.abs(pendulum.angle() - Math.PI));
        }
        return largest;
    }

    private static PendulumParameters withTimeStep(double timeStep) {
        return new PendulumParameters(10.0, 1.0, 1.0, 2.0, 8.0, timeStep, 200);
    }
}
