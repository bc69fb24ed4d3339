package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** The belief in device memory: ints[particle][lane], floats[particle][lane], cumulative weights, one history row. */
final class BeliefMemory {
    private final Device device;
    private final State scratch;
    private final DeviceBuffer ints;
    private final DeviceBuffer floats;
    private final DeviceBuffer cumulative;
    private final DeviceBuffer history;
    private final ByteBuffer intImage;
    private final ByteBuffer floatImage;
    private final ByteBuffer cumulativeImage;
    private final ByteBuffer historyImage;
    private boolean uniform;

    BeliefMemory(Device device, StateLayout layout, int particles) {
        this.device = device;
        scratch = layout.newState();
        intImage = image(4L * particles * scratch.ints.length);
        floatImage = image(4L * particles * scratch.floats.length);
        cumulativeImage = image(8L * particles);
        historyImage = image(4L * scratch.history.length);
        ints = device.allocate(intImage.capacity());
        floats = device.allocate(floatImage.capacity());
        cumulative = device.allocate(cumulativeImage.capacity());
        history = device.allocate(historyImage.capacity());
    }

    private static ByteBuffer image(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Copies the belief to the device. */
    void load(ParticleBelief belief) {
        intImage.clear();
        floatImage.clear();
        cumulativeImage.clear();
        historyImage.clear();
        double first = belief.weight(0);
        double sum = 0.0;
        uniform = true;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, scratch);
            for (int lane : scratch.ints) {
                intImage.putInt(lane);
            }
            for (float lane : scratch.floats) {
                floatImage.putFloat(lane);
            }
            double weight = belief.weight(i);
            uniform &= weight == first;
            sum += weight;
            cumulativeImage.putDouble(sum);
        }
        if (!(Math.abs(sum - 1.0) < 1e-6)) {
            throw new IllegalArgumentException(
                    "belief weights sum to " + sum + "; normalise them (ParticleBelief.normalise) before planning");
        }
        for (float lane : scratch.history) {
            historyImage.putFloat(lane);
        }
        device.write(ints, 0, intImage.flip());
        device.write(floats, 0, floatImage.flip());
        device.write(history, 0, historyImage.flip());
        if (!uniform) {
            device.write(cumulative, 0, cumulativeImage.flip());
        }
    }

    /** Whether all particles have the same weight. */
    boolean uniform() {
        return uniform;
    }

    /** Appends the addresses in the order of struct Plan, {@code particle_ints} to {@code history}. */
    void putAddresses(ByteBuffer plan) {
        plan.putLong(ints.address()).putLong(floats.address());
        plan.putLong(cumulative.address()).putLong(history.address());
    }

    long bytes() {
        return ints.bytes() + floats.bytes() + cumulative.bytes() + history.bytes();
    }

    void release() {
        device.release(ints);
        device.release(floats);
        device.release(cumulative);
        device.release(history);
    }
}
