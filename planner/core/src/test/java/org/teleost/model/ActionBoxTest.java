package org.teleost.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class ActionBoxTest {
    private static final ActionBox BOX = ActionBox.of("turn", -1, 3).and("speed", 0, 2);

    @Test
    void namesWhatIsOutside() {
        BOX.check(new float[] {-1, 2});
        assertTrue(assertThrows(IllegalArgumentException.class, () -> BOX.check(new float[] {0, 2.5f}))
                .getMessage()
                .contains("speed=2.5; allowed range 0.0 to 2.0"));
        assertThrows(IllegalArgumentException.class, () -> BOX.check(new float[] {Float.NaN, 1}));
        assertThrows(IllegalArgumentException.class, () -> BOX.check(new float[] {1}));
        assertThrows(IllegalArgumentException.class, () -> ActionBox.of("turn", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ActionBox.of("turn", 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void samplesTheWholeBox() {
        RandomStream stream = new RandomStream(5);
        float[] action = new float[2];
        double sum = 0.0;
        for (int i = 0; i < 4000; i++) {
            BOX.sample(action, stream);
            BOX.check(action);
            sum += action[0];
        }
        assertEquals(1.0, sum / 4000, 0.1);
    }

    @Test
    void textNamesTheCoordinates() {
        assertEquals("turn=0.500 speed=2.00", BOX.text(new float[] {0.5f, 2}));
    }

    @Test
    void aStateHasRoomForTheCoordinates() {
        StateLayout layout = StateLayout.ofInts("cell").withActions(BOX).withHistory("seen");
        State state = layout.newState();
        state.action[1] = 0.25f;
        State copy = layout.newState();
        copy.copyFrom(state);
        assertArrayEquals(new float[] {0, 0.25f}, copy.action);
        assertEquals(0, StateLayout.ofInts("cell").newState().action.length);
    }
}
