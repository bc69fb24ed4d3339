package org.teleost.fluid.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.body.RootPose;

class FreeChainTest {
    private static final HeaveAndPitch REST = HeaveAndPitch.atRest(0.0, 0.0);

    // First zeros of the Bessel function J0, and J1 there.
    private static final double[] ZEROS = {2.4048255577, 5.5200781103, 8.6537279129, 11.7915344391, 14.9309177086};
    private static final double[] J1 = {0.5191474973, -0.3402648065, 0.2714522999, -0.2324598314, 0.2065464331};

    @Test
    void hangingRopeSwingsAsItsPerturbationSolution() {
        double angle = 0.01;
        double gravity = 10.0;
        double coarse = largestTipError(10, angle, gravity, 0.001);
        double fine = largestTipError(40, angle, gravity, 0.001);

        assertThat(fine).isLessThan(0.03 * angle);
        assertThat(fine).isLessThan(0.5 * coarse);
    }

    private static double largestTipError(int links, double angle, double gravity, double step) {
        FreeChain rope = rope(links, gravity, angle);
        RootPose root = new RootPose();
        double largest = 0.0;
        for (int n = 1; n * step <= 2.0; n++) {
            rope.step(n * step, step, 0.0);
            double expected = 0.0;
            for (int k = 0; k < ZEROS.length; k++) {
                double mode = 8.0 / (ZEROS[k] * ZEROS[k] * ZEROS[k] * J1[k]);
                expected += angle * mode * Math.cos(0.5 * ZEROS[k] * Math.sqrt(gravity) * n * step);
            }
            largest = Math.max(largest, Math.abs(rope.chain().tipY(root) - expected));
        }
        return largest;
    }

    @Test
    void singleLinkIsAPhysicalPendulum() {
        FreeChain rod = rope(1, 10.0, 0.02);
        double omega = Math.sqrt(1.5 * 10.0);
        double step = 1e-4;

        for (int n = 1; n <= 20000; n++) {
            rod.step(n * step, step, 0.0);
        }

        assertThat(rod.chain().angles[0]).isEqualTo(0.02 * Math.cos(omega * 2.0), within(0.02 * 2e-3));
    }

    @Test
    void energyOfARopeInALargeSwingStaysWithinAFewThousandths() {
        FreeChain rope = rope(12, 10.0, 0.5 * Math.PI);
        double start = rope.chain().energy(0.0, 0.0);
        double scale = 10.0 * 0.5;
        double largest = 0.0;
        double step = 5e-5;

        for (int n = 1; n <= 20000; n++) {
            rope.step(n * step, step, 0.0);
            largest = Math.max(largest, Math.abs(rope.chain().energy(0.0, 0.0) - start));
        }

        assertThat(largest / scale).isLessThan(5e-3);
    }

    @Test
    void energyErrorFallsWithTheStep() {
        assertThat(energyErrorOfRope(1e-4)).isLessThan(0.6 * energyErrorOfRope(2e-4));
    }

    private static double energyErrorOfRope(double step) {
        FreeChain rope = rope(6, 10.0, 1.0);
        double start = rope.chain().energy(0.0, 0.0);
        for (int n = 1; n * step <= 0.5; n++) {
            rope.step(n * step, step, 0.0);
        }
        return Math.abs(rope.chain().energy(0.0, 0.0) - start);
    }

    @Test
    void stiffBeamOnlyLosesEnergy() {
        ChainProperties beam = new ChainProperties(16, 1.0, 1.0, 2.0, 0.0, true, 0.0, 0.0);
        FreeChain free = new FreeChain(new Chain(beam), REST);
        for (int i = 0; i < 16; i++) {
            free.chain().angles[i] = 0.2 * Math.sin(0.1 * i);
        }
        double energy = free.chain().energy(0.0, 0.0);

        for (int n = 1; n <= 2000; n++) {
            free.step(0.01 * n, 0.01, 0.0);
            double now = free.chain().energy(0.0, 0.0);
            assertThat(now).isLessThan(energy * (1.0 + 1e-3));
            energy = now;
        }

        assertThat(energy).isLessThan(1e-3);
    }

    @Test
    void clampedBeamVibratesAtItsFirstFrequency() {
        ChainProperties beam = new ChainProperties(32, 1.0, 1.0, 1.0, 0.0, true, 0.0, 0.0);
        FreeChain free = new FreeChain(new Chain(beam), REST);
        for (int i = 0; i < 32; i++) {
            double s = (i + 0.5) / 32;
            // slope of the static shape under a load at the tip, close to the first mode
            free.chain().angles[i] = 0.01 * (s - 0.5 * s * s);
        }
        RootPose root = new RootPose();
        double step = 1e-4;
        int crossings = 0;
        double before = free.chain().tipY(root);
        double last = 0.0;
        for (int n = 1; crossings < 3; n++) {
            free.step(n * step, step, 0.0);
            double tip = free.chain().tipY(root);
            if (tip * before < 0.0) {
                crossings++;
                last = n * step;
            }
            before = tip;
        }

        // crossings at a quarter, three quarters and five quarters of the period; omega = 3.516 sqrt(B / (m L^4))
        assertThat(last).isEqualTo(1.25 * 2.0 * Math.PI / 3.516, within(0.02));
    }

    @Test
    void offsetBendsTheRayAtItsBaseOverTheShearLagLength() {
        ChainProperties ray = ChainProperties.finRay(64, 0.03);
        FreeChain free = new FreeChain(new Chain(ray), REST);

        for (int n = 1; n <= 4000; n++) {
            free.step(0.01 * n, 0.01, 0.4);
        }

        for (int i = 0; i < 64; i++) {
            double s = (i + 0.5) / 64;
            double lag = ChainProperties.RAY_SHEAR_LAG;
            double expected = 0.4 * (1.0 - Math.cosh((1.0 - s) / lag) / Math.cosh(1.0 / lag));
            assertThat(free.chain().angles[i]).as("link %d", i).isEqualTo(expected, within(5e-4));
        }
    }

    @Test
    void acceleratedRootActsAsGravity() {
        FreeChain hanging = rope(5, 3.0, 0.3);
        ChainProperties weightless = new ChainProperties(5, 1.0, 1.0, 0.0, 0.0, false, 0.0, 0.0);
        FreeChain pulled = new FreeChain(new Chain(weightless), (time, out) -> out.accelerationX = -3.0);
        pulled.chain().straighten(0.3);

        for (int n = 1; n <= 100; n++) {
            hanging.step(0.01 * n, 0.01, 0.0);
            pulled.step(0.01 * n, 0.01, 0.0);
        }

        assertThat(pulled.chain().angles).containsExactly(hanging.chain().angles);
    }

    @Test
    void chainWithoutMassIsSentToAFlow() {
        assertThatThrownBy(() -> new FreeChain(new Chain(ChainProperties.finRay(4, 0.0)), REST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mass=0.0");
    }

    @Test
    void propertiesOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new ChainProperties(4, 1.0, 1.0, -0.5, 0.0, true, 0.0, 0.0))
                .hasMessageContaining("bending=-0.5");
        assertThatThrownBy(() -> new ChainProperties(0, 1.0, 1.0, 0.5, 0.0, true, 0.0, 0.0))
                .hasMessageContaining("links=0");
        assertThatThrownBy(() -> new ChainProperties(4, 1.0, Double.NaN, 0.5, 0.0, true, 0.0, 0.0))
                .hasMessageContaining("mass=NaN");
    }

    private static FreeChain rope(int links, double gravity, double angle) {
        ChainProperties properties = new ChainProperties(links, 1.0, 1.0, 0.0, 0.0, false, gravity, 0.0);
        Chain chain = new Chain(properties);
        chain.straighten(angle);
        return new FreeChain(chain, REST);
    }
}
