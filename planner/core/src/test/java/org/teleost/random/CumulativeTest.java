package org.teleost.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CumulativeTest {
    private static final float[] TABLE = {9.0f, 0.25f, 0.25f, 1.0f, 9.0f};

    @Test
    void findsTheFirstPlaceAbove() {
        assertEquals(1, Cumulative.find(TABLE, 1, 3, 0.0f));
        // a place without weight is never found
        assertEquals(3, Cumulative.find(TABLE, 1, 3, 0.25f));
        assertEquals(3, Cumulative.find(TABLE, 1, 3, 0.99f));
    }

    @Test
    void findsTheSameInDoublePrecision() {
        double[] table = {9.0, 0.25, 0.25, 1.0, 9.0};
        for (double target : new double[] {0.0, 0.2, 0.25, 0.99, 1.0}) {
            assertEquals(Cumulative.find(TABLE, 1, 3, (float) target), Cumulative.find(table, 1, 3, target));
        }
    }

    @Test
    void takesTheLastPlaceWhereRoundingLeftATargetBeyondTheSum() {
        assertEquals(3, Cumulative.find(TABLE, 1, 3, 1.0f));
        assertEquals(2, Cumulative.find(TABLE, 2, 1, 5.0f));
    }
}
