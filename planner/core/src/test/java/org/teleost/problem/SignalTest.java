package org.teleost.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignalTest {
    @Test
    void holdsAValuePerCell() {
        Signal.Extent extent = new Signal.Extent(0, 7, 0, 4);
        assertThat(Signal.field("vorticity", "U/L", 128, 224, -8, 8, extent).size())
                .isEqualTo(28672);
        assertThat(Signal.scalar("offset", "rad", -1, 1).size()).isEqualTo(1);
    }

    @Test
    void refusesARangeThatIsEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signal.scalar("offset", "rad", 1, 1))
                .withMessage("signal offset has no range: low=1.0 high=1.0; both must be finite, low below high");
    }

    @Test
    void refusesASizeOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signal.table("markers", "L", 2, 0, 0, 1))
                .withMessageContaining("name='markers' rows=2 columns=0");
    }

    @Test
    void refusesAnExtentThatIsTurnedAround() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signal.profile("u", "", 64, -3, 3, 1, 0))
                .withMessageContaining("left=1.0 right=0.0");
    }

    @Test
    void environmentsHaveNoSignalsUnlessTheySaySo() {
        Environment environment = new Environment() {
            @Override
            public void reset(long seed, float[] observation) {}

            @Override
            public void step(float[] action, StepOutcome out) {}
        };
        assertThatThrownBy(() -> environment.readSignal(0, new float[1]))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("signal=0");
    }
}
