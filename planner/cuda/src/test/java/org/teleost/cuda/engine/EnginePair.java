package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;

/** Both engines on one decision, compared after every pass. */
final class EnginePair implements AutoCloseable {
    static final FixedPoint FIXED_POINT = new FixedPoint(8192);

    final HostPasses host;
    final DevicePasses onDevice;
    private final Device device;

    /** The device gets the same number of nodes as the host engine, so that both are full at the same time. */
    EnginePair(Device device, GenerativeModel model, PlannerSettings settings, Grid grid) {
        this.device = device;
        host = new HostPasses(new RoundedModel(model, FIXED_POINT), settings);
        onDevice = new DevicePasses(
                device, model, model.deviceModel().orElseThrow(), settings, FIXED_POINT, grid, host.tree.capacity());
    }

    void startDecision(ParticleBelief belief, long decision) {
        host.startDecision(belief, decision);
        onDevice.startDecision(belief, decision, Long.MAX_VALUE);
    }

    /** One pass on both, then the comparison of everything. */
    void passAndCompare(int size) {
        host.run(size);
        onDevice.queuePass();
        PassControl control = onDevice.control();
        assertThat(control.episodes()).as("episodes").isEqualTo(host.episodes());
        assertThat(control.eta()).as("eta").isEqualTo(host.eta());
        assertThat(control.full()).as("full").isEqualTo(host.full());
        DeviceTree tree = new DeviceTree(device, onDevice.tree(), control);
        new TreeComparison(host.tree, tree, FIXED_POINT).check(control);
    }

    @Override
    public void close() {
        onDevice.release();
        host.close();
    }
}
