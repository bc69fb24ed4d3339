package org.teleost.envs.finray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fluid.body.RootPose;
import org.teleost.fluid.chain.Chain;
import org.teleost.fluid.chain.CoupledChain;
import org.teleost.fluid.flow.Flow;
import org.teleost.problem.Signal;

class FinRayTest {
    private final FinRaySetup setup = FinRaySetup.of(FinRayEnvironmentTest.TINY);
    private final FinRay ray = new FinRay(setup);

    @Test
    void decisionIsTheMeanOverStepsWithARampedOffset() {
        Flow flow = new Flow(setup.flow());
        CoupledChain plain = new CoupledChain(new Chain(setup.chain()), setup.motion(), setup.grid());
        double thrust = 0.0;
        double power = 0.0;
        double firstSensor = 0.0;
        for (int step = 1; step <= 5; step++) {
            plain.setOffset(step / 5.0 * 0.5 * FinRay.LARGEST_RATE * FinRay.DECISION);
            flow.step(plain);
            thrust += plain.thrust() / 5.0;
            power += plain.markers().power() / 5.0;
            firstSensor -= plain.normalForce(0) / 5.0;
        }

        ray.decide(0.5);

        assertThat(ray.thrustCoefficient()).isCloseTo(2.0 * thrust, within(1e-9));
        assertThat(ray.powerCoefficient()).isCloseTo(2.0 * power, within(1e-9));
        assertThat(ray.normalForce(0)).isCloseTo(firstSensor, within(1e-9));
        assertThat(ray.time()).isCloseTo(FinRay.DECISION, within(1e-12));
    }

    @Test
    void goesOnFromASavedStateWithTheSameBits() {
        FinRayState state = new FinRayState(setup);
        ray.decide(1.0);
        ray.decide(0.3);
        ray.save(state);
        ray.decide(-0.5);
        double thrust = ray.thrustCoefficient();

        FinRay other = new FinRay(setup);
        other.decide(-1.0);
        other.load(state);
        assertThat(other.offset()).isEqualTo(state.offset);
        other.decide(-0.5);

        assertThat(other.thrustCoefficient()).isEqualTo(thrust);
        ray.startUniform();
        other.startUniform();
        ray.decide(0.1);
        other.decide(0.1);
        assertThat(other.thrustCoefficient()).isEqualTo(ray.thrustCoefficient());
    }

    @Test
    void fastestSinusoidIsJustInsideTheBounds() {
        double offset = 0.0;
        double largest = 0.0;
        for (int decision = 1; decision <= 40; decision++) {
            double target = 0.6 * Math.sin(2.0 * FinRay.OMEGA * decision * FinRay.DECISION);
            largest = Math.max(largest, Math.abs(target - offset) / (FinRay.LARGEST_RATE * FinRay.DECISION));
            offset = FinRay.offsetAfter(offset, FinRay.actionTowards(offset, target));
            assertThat(offset).isCloseTo(target, within(1e-12));
        }
        assertThat(largest).isBetween(0.98, 1.0);
    }

    @Test
    void nanIsRefused() {
        assertThatThrownBy(() -> ray.decide(Double.NaN)).hasMessageContaining("NaN");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 13, 19, 26, 51})
    void everyLinkBelongsToTheSensorOverIt(int links) {
        assertThat(FinRay.firstLink(0, links)).isZero();
        assertThat(FinRay.firstLink(FinRay.SENSORS, links)).isEqualTo(links);
        for (int sensor = 0; sensor < FinRay.SENSORS; sensor++) {
            int first = FinRay.firstLink(sensor, links);
            int end = FinRay.firstLink(sensor + 1, links);
            assertThat(end).isGreaterThan(first);
            assertThat((first + 0.5) / links).isGreaterThanOrEqualTo((double) sensor / FinRay.SENSORS);
            assertThat((end - 0.5) / links).isLessThan((sensor + 1.0) / FinRay.SENSORS);
        }
    }

    @Test
    void placesAlongTheRayMeanTheSameOnAnyChain() {
        for (int links : new int[] {8, 19, 51}) {
            double[] values = new double[links];
            for (int i = 0; i < links; i++) {
                values[i] = 3.0 * (i + 0.5) / links - 1.0;
            }
            assertThat(FinRayObservation.along(values, 0.25)).isCloseTo(-0.25, within(1e-12));
            assertThat(FinRayObservation.along(values, 0.9)).isCloseTo(1.7, within(1e-12));
            assertThat(FinRayObservation.along(values, 0.0)).isEqualTo(values[0]);
            assertThat(FinRayObservation.along(values, 1.0)).isEqualTo(values[links - 1]);
        }
    }

    @Test
    void signalsShowTheScene() {
        for (int decision = 0; decision < 15; decision++) {
            ray.decide(0.2);
        }
        List<Signal> signals = FinRaySignals.of(setup);
        assertThat(signals)
                .extracting(Signal::name)
                .containsExactly("vorticity", "markers", "forces", "root", "offset", "phase", "time");
        float[][] values = new float[signals.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = new float[signals.get(i).size()];
            FinRaySignals.read(ray, 0.25, i, values[i]);
        }
        RootPose root = ray.root();
        Chain chain = ray.chain();
        int points = setup.settings().links() + 1;
        assertThat(values[1][0]).isEqualTo((float) root.x);
        assertThat(values[1][points]).isEqualTo((float) root.y);
        assertThat(values[1][points - 1]).isCloseTo((float) chain.tipX(root), within(1e-6f));
        assertThat(values[1][2 * points - 1]).isCloseTo((float) chain.tipY(root), within(1e-6f));
        assertThat(values[3]).containsExactly((float) root.x, (float) root.y, (float) root.angle);
        assertThat(values[4][0]).isEqualTo((float) ray.offset());
        assertThat(values[5][0]).isCloseTo((float) (0.75 * Math.PI), within(1e-5f));
        assertThat(values[6][0]).isCloseTo(0.5f, within(1e-5f));
        assertThatThrownBy(() -> FinRaySignals.read(ray, 0.0, 7, new float[1]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void forcesOfTheSceneStandOnTheRay() {
        ray.decide(1.0);
        float[] forces = new float[4 * FinRay.SENSORS];
        FinRaySignals.read(ray, 0.0, 2, forces);

        double previous = FinRaySetup.ROOT;
        for (int sensor = 0; sensor < FinRay.SENSORS; sensor++) {
            double angle = ray.chain().angles[sensor];
            // eight links, so each sensor is a link, its middle the place
            assertThat(forces[sensor] - previous).isCloseTo(sensor == 0 ? 0.0625 : 0.125, within(0.01));
            previous = forces[sensor];
            double force = ray.normalForce(sensor);
            assertThat(forces[16 + sensor]).isCloseTo((float) (-force * Math.sin(angle)), within(1e-6f));
            assertThat(forces[24 + sensor]).isCloseTo((float) (force * Math.cos(angle)), within(1e-6f));
        }
    }

    @Test
    void uniformFlowHasNoVorticity() {
        float[] field = new float[FinRaySignals.of(setup).get(0).size()];

        FinRaySignals.read(ray, 0.0, 0, field);

        assertThat(field).containsOnly(0.0f);
    }
}
