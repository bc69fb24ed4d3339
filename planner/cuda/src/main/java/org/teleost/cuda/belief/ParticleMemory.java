package org.teleost.cuda.belief;

import java.nio.ByteBuffer;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.model.StateLayout;

/**
 * One set of particles in device memory: ints[particle][lane], floats[particle][lane], weights and cumulative
 * weights[particle], one row of history lanes; all zero at first.
 */
final class ParticleMemory {
    private final Device device;
    final DeviceBuffer ints;
    final DeviceBuffer floats;
    final DeviceBuffer weights;
    final DeviceBuffer cumulative;
    final DeviceBuffer history;

    /** Whether all particles have the same weight. */
    boolean uniform;

    ParticleMemory(Device device, StateLayout layout, int particles) {
        this.device = device;
        ints = device.allocate(4L * particles * layout.ints().size());
        floats = device.allocate(4L * particles * layout.floats().size());
        weights = device.allocate(8L * particles);
        cumulative = device.allocate(8L * particles);
        history = device.allocate(4L * layout.history().size());
    }

    /** Appends the addresses in the order of struct Belief, {@code ints} to {@code history}. */
    void putAddresses(ByteBuffer belief) {
        belief.putLong(ints.address()).putLong(floats.address()).putLong(weights.address());
        belief.putLong(cumulative.address()).putLong(history.address());
    }

    long bytes() {
        return ints.bytes() + floats.bytes() + weights.bytes() + cumulative.bytes() + history.bytes();
    }

    void release() {
        device.release(ints);
        device.release(floats);
        device.release(weights);
        device.release(cumulative);
        device.release(history);
    }
}
