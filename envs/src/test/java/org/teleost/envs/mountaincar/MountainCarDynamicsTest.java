package org.teleost.envs.mountaincar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class MountainCarDynamicsTest {
    private static final double VALLEY = -Math.PI / 6.0;

    private final MountainCarDynamics car = new MountainCarDynamics(MountainCarParameters.standard());

    /** Gymnasium keeps its state in single precision, hence the tolerance. */
    @Test
    void reproducesTransitionsOfGymnasium() {
        // start position and velocity; then force, position, velocity of each step, printed by Gymnasium 1.3.0
        double[][] runs = {
            {
                -0.5,
                0.0,
                1.0,
                -0.4986768364906311,
                0.0013231569901108742,
                -0.5,
                -0.49829041957855225,
                0.00038641667924821377,
                0.25,
                -0.4977186322212219,
                0.0005717863095924258
            },
            {
                -1.15,
                -0.06,
                -1.0,
                -1.2000000476837158,
                0.0,
                -1.0,
                -1.1992582082748413,
                0.0007418958703055978,
                1.0,
                -1.1947720050811768,
                0.00448624836280942
            },
            {0.42, 0.069, 1.0, 0.4897354543209076, 0.06973545998334885},
            {0.0, 0.0695, 1.0, 0.06849999725818634, 0.06849999725818634}
        };
        for (double[] run : runs) {
            car.set(run[0], run[1]);
            for (int i = 2; i < run.length; i += 3) {
                car.advance(run[i]);
                assertThat(car.position()).isCloseTo(run[i + 1], within(2e-7));
                assertThat(car.velocity()).isCloseTo(run[i + 2], within(2e-7));
            }
        }
    }

    @Test
    void agreesWithThePlainMapAlongRandomForces() {
        RandomStream stream = new RandomStream(4);
        for (int start = 0; start < 200; start++) {
            double x = -1.2 + 1.8 * stream.nextDouble();
            double v = 0.14 * (stream.nextDouble() - 0.5);
            car.set(x, v);
            for (int step = 0; step < 50; step++) {
                double a = 2.0 * stream.nextDouble() - 1.0;
                v = Math.min(0.07, Math.max(-0.07, v + 0.0015 * a - 0.0025 * Math.cos(3 * x)));
                x = Math.min(0.6, Math.max(-1.2, x + v));
                if (x <= -1.2) {
                    v = Math.max(0.0, v);
                }
                car.advance(a);
                assertThat(car.position()).isCloseTo(x, within(1e-12));
                assertThat(car.velocity()).isCloseTo(v, within(1e-12));
            }
        }
    }

    @Test
    void theWallOnTheLeftTakesAllSpeedAndTheEndOnTheRightNone() {
        car.set(-1.19, -0.06);
        car.advance(0.0);
        assertThat(car.position()).isEqualTo(-1.2);
        assertThat(car.velocity()).isZero();
        car.set(0.59, 0.06);
        car.advance(0.0);
        assertThat(car.position()).isEqualTo(0.6);
        assertThat(car.velocity()).isGreaterThan(0.05);
    }

    @Test
    void clipsTheSpeedBothWays() {
        car.set(VALLEY - 0.3, 0.0699);
        car.advance(1.0);
        assertThat(car.velocity()).isEqualTo(0.07);
        car.set(VALLEY + 0.3, -0.0699);
        car.advance(-1.0);
        assertThat(car.velocity()).isEqualTo(-0.07);
    }

    @Test
    void restsInTheValleyAndSwingsThereWithThePeriodOfTheMap() {
        car.set(VALLEY, 0.0);
        for (int i = 0; i < 100; i++) {
            car.advance(0.0);
        }
        assertThat(car.position()).isCloseTo(VALLEY, within(1e-12));
        // near the bottom v' = v - 0.0075 (x - valley), a turn by arccos(1 - 0.0075 / 2) a step
        assertThat(period()).isCloseTo(2.0 * Math.PI / Math.acos(1.0 - 0.5 * 0.0075), within(1e-3));
    }

    /** Mean over 20 small swings, in steps. */
    private double period() {
        car.set(VALLEY - 1e-4, 0.0);
        double first = Double.NaN;
        double crossing = Double.NaN;
        int crossings = 0;
        for (int step = 0; crossings < 21 && step < 100_000; step++) {
            double before = car.position() - VALLEY;
            car.advance(0.0);
            double after = car.position() - VALLEY;
            if (before < 0.0 && after >= 0.0) {
                crossing = step + before / (before - after);
                first = crossings == 0 ? crossing : first;
                crossings++;
            }
        }
        return (crossing - first) / 20.0;
    }

    /** The map is symplectic away from the ends: v^2 / 2 + (0.0025 / 3) sin 3x stays near its first value. */
    @Test
    void energyOfAFreeSwingDoesNotDrift() {
        car.set(-0.2, 0.0);
        double start = energy();
        double largest = 0.0;
        for (int i = 0; i < 100_000; i++) {
            car.advance(0.0);
            largest = Math.max(largest, Math.abs(energy() - start));
        }
        assertThat(largest).isLessThan(0.05 * (start + 0.0025 / 3.0));
    }

    private double energy() {
        return 0.5 * car.velocity() * car.velocity() + 0.0025 / 3.0 * Math.sin(3.0 * car.position());
    }

    @Test
    void fullForceFromRestDoesNotReachTheGoal() {
        car.set(-0.5, 0.0);
        double highest = -1.0;
        for (int i = 0; i < 999; i++) {
            car.advance(1.0);
            highest = Math.max(highest, car.position());
        }
        assertThat(highest).isLessThan(0.0);
    }
}
