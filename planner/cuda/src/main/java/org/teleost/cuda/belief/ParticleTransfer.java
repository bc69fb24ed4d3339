package org.teleost.cuda.belief;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/** Copies particles between host and device: the bits of every lane and weight. Its memory is taken once. */
final class ParticleTransfer {
    private final Device device;
    private final State scratch;
    private final ByteBuffer ints;
    private final ByteBuffer floats;
    private final ByteBuffer weights;
    private final ByteBuffer cumulative;
    private final ByteBuffer history;

    ParticleTransfer(Device device, StateLayout layout, int particles) {
        this.device = device;
        scratch = layout.newState();
        ints = image(4L * particles * scratch.ints.length);
        floats = image(4L * particles * scratch.floats.length);
        weights = image(8L * particles);
        cumulative = image(8L * particles);
        history = image(4L * scratch.history.length);
    }

    static ByteBuffer image(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Copies to the device; the weights must sum to 1, and their sums are those of the host's search. */
    void upload(ParticleBelief source, ParticleMemory target) {
        target.uniform = takeWeights(source);
        ints.clear();
        floats.clear();
        for (int i = 0; i < source.size(); i++) {
            source.load(i, scratch);
            for (int lane : scratch.ints) {
                ints.putInt(lane);
            }
            for (float lane : scratch.floats) {
                floats.putFloat(lane);
            }
        }
        history.clear();
        for (float lane : scratch.history) {
            history.putFloat(lane);
        }
        write(target.ints, ints);
        write(target.floats, floats);
        write(target.weights, weights);
        write(target.cumulative, cumulative);
        write(target.history, history);
    }

    /** Fills the images of the weights; returns whether all are the same. */
    private boolean takeWeights(ParticleBelief source) {
        weights.clear();
        cumulative.clear();
        double first = source.weight(0);
        double sum = 0.0;
        boolean uniform = true;
        for (int i = 0; i < source.size(); i++) {
            double weight = source.weight(i);
            uniform &= weight == first;
            sum += weight;
            weights.putDouble(weight);
            cumulative.putDouble(sum);
        }
        if (!(Math.abs(sum - 1.0) < 1e-6)) {
            throw new IllegalArgumentException(
                    "belief weights sum to " + sum + "; normalise them (ParticleBelief.normalise) before planning");
        }
        return uniform;
    }

    /** Copies to the host. */
    void download(ParticleMemory source, ParticleBelief target) {
        read(source.ints, ints);
        read(source.floats, floats);
        read(source.weights, weights);
        read(source.history, history);
        for (int lane = 0; lane < scratch.history.length; lane++) {
            scratch.history[lane] = history.getFloat(4 * lane);
        }
        target.storeHistory(scratch);
        for (int i = 0; i < target.size(); i++) {
            for (int lane = 0; lane < scratch.ints.length; lane++) {
                scratch.ints[lane] = ints.getInt(4 * (i * scratch.ints.length + lane));
            }
            for (int lane = 0; lane < scratch.floats.length; lane++) {
                scratch.floats[lane] = floats.getFloat(4 * (i * scratch.floats.length + lane));
            }
            target.store(i, scratch);
            target.setWeight(i, weights.getDouble(8 * i));
        }
    }

    /** A layout may lack lanes of a kind, and no device need know transfers of no bytes. */
    private void write(DeviceBuffer target, ByteBuffer image) {
        if (image.flip().hasRemaining()) {
            device.write(target, 0, image);
        }
    }

    private void read(DeviceBuffer source, ByteBuffer image) {
        if (image.clear().hasRemaining()) {
            device.read(source, 0, image);
        }
    }
}
