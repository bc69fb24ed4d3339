package org.teleost.cuda.belief;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

/**
 * A belief in device memory: ints[particle][lane], floats[particle][lane], weights and cumulative weights[particle],
 * one row of history lanes, and what an update needs beside them. The device's program must contain belief.cuh and
 * resample.cuh. One owner at a time.
 */
public final class DeviceBelief implements AutoCloseable {
    /** Particles per chunk, chunks per group: CHUNK of belief.cuh. */
    private static final int CHUNK = 128;

    /** Bytes of struct Belief. */
    private static final int BELIEF = 8 * 23;

    private static final int THREADS = 128;

    private final Device device;
    private final int particles;
    private final int blocks;
    private final State scratch;
    private final DeviceBuffer[] buffers;
    private final DeviceBuffer ints;
    private final DeviceBuffer floats;
    private final DeviceBuffer weights;
    private final DeviceBuffer cumulative;
    private final DeviceBuffer history;
    private final DeviceBuffer report;
    private final DeviceBuffer belief;
    private final ByteBuffer intImage;
    private final ByteBuffer floatImage;
    private final ByteBuffer weightImage;
    private final ByteBuffer cumulativeImage;
    private final ByteBuffer historyImage;
    private final ByteBuffer beliefImage = image(BELIEF);
    private final ByteBuffer reportImage = image(BeliefReport.BYTES);
    private boolean uniform;

    /** A belief of {@code particles} particles, all lanes and weights zero; {@code blocks} blocks run each kernel. */
    public DeviceBelief(Device device, StateLayout layout, int particles, int blocks) {
        if (particles < 1 || blocks < 1) {
            throw new IllegalArgumentException(
                    "particles=" + particles + " blocks=" + blocks + "; at least 1 of each is needed");
        }
        this.device = device;
        this.particles = particles;
        this.blocks = blocks;
        scratch = layout.newState();
        intImage = image(4L * particles * scratch.ints.length);
        floatImage = image(4L * particles * scratch.floats.length);
        weightImage = image(8L * particles);
        cumulativeImage = image(8L * particles);
        historyImage = image(4L * scratch.history.length);
        long chunks = (particles + CHUNK - 1L) / CHUNK;
        long groups = (chunks + CHUNK - 1) / CHUNK;
        ints = device.allocate(intImage.capacity());
        floats = device.allocate(floatImage.capacity());
        weights = device.allocate(8L * particles);
        cumulative = device.allocate(8L * particles);
        history = device.allocate(historyImage.capacity());
        report = device.allocate(BeliefReport.BYTES);
        // in the order of struct Belief
        buffers = new DeviceBuffer[] {
            ints,
            floats,
            weights,
            cumulative,
            history,
            device.allocate(intImage.capacity()),
            device.allocate(floatImage.capacity()),
            device.allocate(historyImage.capacity()),
            device.allocate(8L * particles),
            device.allocate(4L * particles),
            device.allocate(8L * chunks),
            device.allocate(8L * groups),
            device.allocate(8L * chunks),
            device.allocate(8L * groups),
            report
        };
        belief = device.allocate(BELIEF);
    }

    private static ByteBuffer image(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Number of particles. */
    public int size() {
        return particles;
    }

    /** Copies a belief of the host to the device; its weights must sum to 1. */
    public void load(ParticleBelief source) {
        requireSize(source);
        intImage.clear();
        floatImage.clear();
        weightImage.clear();
        cumulativeImage.clear();
        double first = source.weight(0);
        double sum = 0.0;
        uniform = true;
        for (int i = 0; i < particles; i++) {
            source.load(i, scratch);
            for (int lane : scratch.ints) {
                intImage.putInt(lane);
            }
            for (float lane : scratch.floats) {
                floatImage.putFloat(lane);
            }
            double weight = source.weight(i);
            uniform &= weight == first;
            sum += weight;
            weightImage.putDouble(weight);
            cumulativeImage.putDouble(sum);
        }
        if (!(Math.abs(sum - 1.0) < 1e-6)) {
            throw new IllegalArgumentException(
                    "belief weights sum to " + sum + "; normalise them (ParticleBelief.normalise) before planning");
        }
        historyImage.clear();
        for (float lane : scratch.history) {
            historyImage.putFloat(lane);
        }
        device.write(ints, 0, intImage.flip());
        device.write(floats, 0, floatImage.flip());
        device.write(weights, 0, weightImage.flip());
        device.write(cumulative, 0, cumulativeImage.flip());
        device.write(history, 0, historyImage.flip());
    }

    /** Copies the belief to the host: the bits of every lane and weight. */
    public void store(ParticleBelief target) {
        requireSize(target);
        device.read(ints, 0, intImage.clear());
        device.read(floats, 0, floatImage.clear());
        device.read(weights, 0, weightImage.clear());
        device.read(history, 0, historyImage.clear());
        for (int lane = 0; lane < scratch.history.length; lane++) {
            scratch.history[lane] = historyImage.getFloat(4 * lane);
        }
        target.storeHistory(scratch);
        for (int i = 0; i < particles; i++) {
            for (int lane = 0; lane < scratch.ints.length; lane++) {
                scratch.ints[lane] = intImage.getInt(4 * (i * scratch.ints.length + lane));
            }
            for (int lane = 0; lane < scratch.floats.length; lane++) {
                scratch.floats[lane] = floatImage.getFloat(4 * (i * scratch.floats.length + lane));
            }
            target.store(i, scratch);
            target.setWeight(i, weightImage.getDouble(8 * i));
        }
    }

    /** Draws the initial belief; particle i uses stream (seed, 0, i), as on the host. */
    public void sampleInitial(long seed) {
        describe(new BeliefStep(seed, 0, 0, 0, 0, 0.0));
        device.launch("belief_initial", blocks, THREADS, belief, 0);
        uniform = true;
    }

    /** One step; nothing is changed when the report says that no particle agrees or that the model is at fault. */
    BeliefReport update(BeliefStep step) {
        describe(step);
        launch("belief_begin", 1, 1);
        launch("belief_propagate", blocks, THREADS);
        launch("belief_history", 1, 1);
        launch("belief_weigh", blocks, THREADS);
        launch("belief_group_weights", blocks, THREADS);
        launch("belief_normalise", blocks, THREADS);
        launch("belief_group_shares", blocks, THREADS);
        launch("belief_decide", 1, 1);
        launch("belief_place", blocks, THREADS);
        launch("belief_settle", blocks, THREADS);
        device.read(report, 0, reportImage.clear());
        BeliefReport result = BeliefReport.of(reportImage);
        uniform = result.lost() ? uniform : result.resampled();
        return result;
    }

    private void launch(String kernel, int blockCount, int threads) {
        device.launch(kernel, blockCount, threads, belief, 0);
    }

    private void describe(BeliefStep step) {
        beliefImage.clear();
        beliefImage.putLong(BELIEF).putLong(particles);
        step.put(beliefImage);
        for (DeviceBuffer buffer : buffers) {
            beliefImage.putLong(buffer.address());
        }
        device.write(belief, 0, beliefImage.flip());
    }

    /** Whether all particles have the same weight. */
    public boolean uniform() {
        return uniform;
    }

    /** Appends the addresses of ints, floats, cumulative weights and history, for the search. */
    public void putAddresses(ByteBuffer plan) {
        plan.putLong(ints.address()).putLong(floats.address());
        plan.putLong(cumulative.address()).putLong(history.address());
    }

    /** Bytes of device memory. */
    public long bytes() {
        long sum = belief.bytes();
        for (DeviceBuffer buffer : buffers) {
            sum += buffer.bytes();
        }
        return sum;
    }

    private void requireSize(ParticleBelief other) {
        if (other.size() != particles) {
            throw new IllegalArgumentException("belief has particles=" + other.size() + ", the one on the device has "
                    + particles + "; give both the same number");
        }
    }

    @Override
    public void close() {
        for (DeviceBuffer buffer : buffers) {
            device.release(buffer);
        }
        device.release(belief);
    }
}
