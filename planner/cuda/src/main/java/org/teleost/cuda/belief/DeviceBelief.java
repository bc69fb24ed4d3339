package org.teleost.cuda.belief;

import java.nio.ByteBuffer;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.model.StateLayout;

/**
 * Room for one belief in device memory, with what an update needs beside it. A belief that is brought stays until
 * another takes its place; it is copied only when this place does not hold it as it is, and back only when somebody on
 * the host reads it. The device's program must contain belief.cuh and resample.cuh. One caller at a time.
 */
public final class DeviceBelief implements ParticleBelief.Residence, AutoCloseable {
    /** Particles per chunk, chunks per group: SPAN of belief.cuh. */
    private static final int CHUNK = 128;

    /** Bytes of struct Belief. */
    private static final int BELIEF = 8 * 23;

    private static final int THREADS = 128;

    private final Device device;
    private final int particles;
    private final int blocks;
    private final ParticleTransfer transfer;
    private final DeviceBuffer[] workspace;
    private final DeviceBuffer report;
    private final DeviceBuffer belief;
    private final ByteBuffer beliefImage = ParticleTransfer.image(BELIEF);
    private final ByteBuffer reportImage = ParticleTransfer.image(BeliefReport.BYTES);

    /** The belief, and room to try out another one. */
    private ParticleMemory current;

    private ParticleMemory aside;

    /** Whose particles are here; null at first. */
    private ParticleBelief tenant;

    private boolean closed;

    /** Room for {@code particles} particles; {@code blocks} blocks run each kernel. */
    public DeviceBelief(Device device, StateLayout layout, int particles, int blocks) {
        if (particles < 1 || blocks < 1) {
            throw new IllegalArgumentException(
                    "particles=" + particles + " blocks=" + blocks + "; at least 1 of each is needed");
        }
        this.device = device;
        this.particles = particles;
        this.blocks = blocks;
        transfer = new ParticleTransfer(device, layout, particles);
        current = new ParticleMemory(device, layout, particles);
        aside = new ParticleMemory(device, layout, particles);
        long chunks = (particles + CHUNK - 1L) / CHUNK;
        long groups = (chunks + CHUNK - 1) / CHUNK;
        report = device.allocate(BeliefReport.BYTES);
        // in the order of struct Belief
        workspace = new DeviceBuffer[] {
            device.allocate(current.ints.bytes()),
            device.allocate(current.floats.bytes()),
            device.allocate(current.history.bytes()),
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

    /** Number of particles. */
    public int size() {
        return particles;
    }

    /** Sees to it that the particles of {@code source} are here; copies them only when they are not. */
    public void bring(ParticleBelief source) {
        requireSize(source);
        if (!source.isIn(this)) {
            sendHome();
            transfer.upload(source, current);
            tenant = source;
            source.copiedTo(this);
        }
    }

    /** Whoever lived here gets what is here only. */
    private void sendHome() {
        if (tenant != null && tenant.isIn(this)) {
            tenant.bringHome();
        }
        tenant = null;
    }

    /** What the host reads: the bits of every lane and weight. */
    @Override
    public void fetch(ParticleBelief target) {
        if (closed) {
            throw new IllegalStateException("the belief was on a device that is closed; read it (for example by"
                    + " ParticleBelief.bringHome) before closing the planner");
        }
        transfer.download(current, target);
    }

    /** Makes {@code target} the initial belief, drawn here; particle i uses stream (seed, 0, i), as on the host. */
    void sampleInitial(ParticleBelief target, long seed) {
        requireSize(target);
        if (target != tenant) {
            sendHome();
            tenant = target;
        }
        sampleInitial(seed);
    }

    /** Draws the initial belief for the tenant. */
    void sampleInitial(long seed) {
        describe(new BeliefStep(seed, 0, 0, 0, 0, 0.0));
        device.launch("belief_initial", blocks, THREADS, belief, 0);
        current.uniform = true;
        tenant.movedTo(this);
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
        if (!result.lost()) {
            current.uniform = result.uniform();
            tenant.movedTo(this);
        }
        return result;
    }

    /** Goes on with the other room's particles, and leaves these as they are until the next call. */
    void exchange() {
        ParticleMemory other = aside;
        aside = current;
        current = other;
    }

    private void launch(String kernel, int blockCount, int threads) {
        device.launch(kernel, blockCount, threads, belief, 0);
    }

    private void describe(BeliefStep step) {
        beliefImage.clear();
        beliefImage.putLong(BELIEF).putLong(particles);
        step.put(beliefImage);
        current.putAddresses(beliefImage);
        for (DeviceBuffer buffer : workspace) {
            beliefImage.putLong(buffer.address());
        }
        device.write(belief, 0, beliefImage.flip());
    }

    /** Whether all particles have the same weight. */
    public boolean uniform() {
        return current.uniform;
    }

    /** Appends the addresses of ints, floats, cumulative weights and history, for the search. */
    public void putAddresses(ByteBuffer plan) {
        plan.putLong(current.ints.address()).putLong(current.floats.address());
        plan.putLong(current.cumulative.address()).putLong(current.history.address());
    }

    /** Bytes of device memory. */
    public long bytes() {
        long sum = belief.bytes() + current.bytes() + aside.bytes();
        for (DeviceBuffer buffer : workspace) {
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

    /** Gives the memory back; particles that nobody has read are gone. */
    @Override
    public void close() {
        closed = true;
        if (tenant != null && tenant.isIn(this) && !tenant.isElsewhere()) {
            sendHome();
        }
        current.release();
        aside.release();
        for (DeviceBuffer buffer : workspace) {
            device.release(buffer);
        }
        device.release(belief);
    }
}
