package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import org.teleost.plan.Decision;
import org.teleost.plan.RootView;

/** The root of a device's tree, read back once per decision. */
final class DeviceRoot implements RootView {
    private static final int VISITS = 8;
    private static final int TERMINALS = 12;
    private static final int WEIGHT = 16;
    private static final int VALUE = 24;
    private static final int MEAN_RETURN = 32;
    private static final int MEAN_SQUARE = 40;
    private static final int OBSERVATION_ROW = 24;

    private final DevicePasses passes;
    private final ByteBuffer rows;
    private final ByteBuffer observations = DevicePasses.image(Decision.MAX_OBSERVATIONS * OBSERVATION_ROW);
    private int count;

    DeviceRoot(DevicePasses passes, int actions) {
        this.passes = passes;
        rows = DevicePasses.image(actions * TreeMemory.ACTION_ROW);
    }

    void load(int slots) {
        count = slots;
        passes.readActions(rows.clear().limit(slots * TreeMemory.ACTION_ROW));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int action(int index) {
        return rows.getInt(index * TreeMemory.ACTION_ROW);
    }

    @Override
    public long visits(int index) {
        return rows.getInt(index * TreeMemory.ACTION_ROW + VISITS);
    }

    @Override
    public double weight(int index) {
        return rows.getDouble(index * TreeMemory.ACTION_ROW + WEIGHT);
    }

    @Override
    public double value(int index) {
        return rows.getDouble(index * TreeMemory.ACTION_ROW + VALUE);
    }

    @Override
    public double meanReturn(int index) {
        return rows.getDouble(index * TreeMemory.ACTION_ROW + MEAN_RETURN);
    }

    @Override
    public double meanSquare(int index) {
        return rows.getDouble(index * TreeMemory.ACTION_ROW + MEAN_SQUARE);
    }

    @Override
    public void predict(int index, Decision out) {
        int row = index * TreeMemory.ACTION_ROW;
        passes.readObservations(rows.getInt(row + 4), observations.clear());
        double visits = rows.getInt(row + VISITS);
        int found = 0;
        while (found < Decision.MAX_OBSERVATIONS && observations.getInt(found * OBSERVATION_ROW + 8) > 0) {
            out.observations[found] = observations.getLong(found * OBSERVATION_ROW);
            out.observationProbabilities[found] = observations.getInt(found * OBSERVATION_ROW + 8) / visits;
            found++;
        }
        out.observationRows = found;
        out.terminalProbability = rows.getInt(row + TERMINALS) / visits;
    }
}
