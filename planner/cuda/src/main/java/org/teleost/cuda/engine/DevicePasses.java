package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.belief.DeviceBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;
import org.teleost.settings.ValueRule;

/**
 * Planning passes on a device, kernel by kernel. All sizes are found on the device, so passes can be queued without
 * waiting; {@link #control} waits.
 */
final class DevicePasses {
    /** Bytes of struct Plan of tree.cuh. */
    private static final int PLAN = 440;

    /** Offsets of value in struct NodeSums and of slot_count in struct Node. */
    private static final int ROOT_VALUE = 8;

    private static final int ROOT_SLOTS = 24;

    private final Device device;
    private final GenerativeModel model;
    private final PlannerSettings settings;
    private final FixedPoint fixedPoint;
    private final Grid grid;
    private final TreeMemory tree;
    private final DeviceBelief belief;
    private final DeviceBuffer plan;
    private final ByteBuffer planImage = image(PLAN);
    private final ByteBuffer controlImage = image(TreeMemory.CONTROL);
    private final ByteBuffer rootImage = image(8);
    private int queued;

    DevicePasses(
            Device device,
            GenerativeModel model,
            DeviceModel twin,
            PlannerSettings settings,
            FixedPoint fixedPoint,
            Grid grid,
            int capacity) {
        this.device = device;
        this.model = model;
        this.settings = settings;
        this.fixedPoint = fixedPoint;
        this.grid = grid;
        tree = new TreeMemory(device, capacity, grid, model.actionCount(), settings.maxDepth());
        belief = new DeviceBelief(device, model.layout(), settings.particles(), grid.blocks());
        plan = device.allocate(PLAN);
        loadTables(twin.tables());
    }

    static ByteBuffer image(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void loadTables(byte[] tables) {
        if (tables.length > 0) {
            DeviceBuffer buffer = device.allocate(tables.length);
            device.write(buffer, 0, ByteBuffer.wrap(tables));
            device.launch("model_load_tables", 1, Grid.LIST_THREADS, buffer, 0);
            device.finish();
            device.release(buffer);
        }
    }

    /** The room for the belief that is planned from. */
    DeviceBelief belief() {
        return belief;
    }

    /** An empty tree, the belief on the device, and the streams of decision {@code index}. */
    void startDecision(ParticleBelief particles, long index, long episodeLimit) {
        belief.bring(particles);
        device.write(plan, 0, describe(index, episodeLimit));
        device.launch("forget", grid.blocks(), Grid.LIST_THREADS, plan, grid.searchBlocks());
        device.launch("start_decision", 1, 1, plan, 0);
        queued = 0;
    }

    private ByteBuffer describe(long index, long episodeLimit) {
        planImage.clear();
        planImage.putLong(PLAN).putLong(settings.seed()).putLong(index).putLong(episodeLimit);
        planImage.putLong(settings.particles()).putLong(belief.uniform() ? 1 : 0);
        planImage.putLong(RandomStream.derive(settings.seed(), index));
        planImage.putLong(tree.capacity()).putLong(tree.ids()).putLong(tree.tableMask());
        planImage.putLong(settings.maxDepth()).putLong(settings.expandVisits());
        planImage.putLong(settings.firstPassEpisodes()).putLong(settings.maxPassEpisodes());
        planImage.putLong(rule(settings.valueRule()));
        planImage.putLong(settings.etaUnit() == PlannerSettings.EtaUnit.VALUE_RANGE ? 1 : 0);
        planImage.putDouble(settings.passGrowth()).putDouble(settings.eta());
        planImage.putDouble(settings.retention()).putDouble(settings.trust()).putDouble(settings.explore());
        planImage.putDouble(fixedPoint.scale()).putDouble(fixedPoint.squareScale());
        planImage.putDouble(fixedPoint.largest());
        tree.putAddresses(planImage);
        belief.putAddresses(planImage);
        planImage.putLong(tree.answer.address());
        return planImage.flip();
    }

    /** RULE_* of backup.cuh. */
    private static long rule(ValueRule rule) {
        return switch (rule) {
            case SOFT -> 0;
            case MEAN -> 1;
            case MAX -> 2;
            case LEAF_AND_MEAN -> 3;
        };
    }

    /** Queues a pass: search, then backup level by level, deepest first. */
    void queuePass() {
        int blocks = grid.blocks();
        launch("begin_pass", 1, 1, 0);
        launch("search", grid.searchBlocks(), grid.searchThreads(), 0);
        launch("reserve_segments", blocks, Grid.LIST_THREADS, 0);
        launch("prepare_backup", 1, Grid.LIST_THREADS, 0);
        launch("fill_segments", blocks, Grid.LIST_THREADS, 0);
        launch("order_chunks", blocks, Grid.LIST_THREADS, 0);
        launch("merge_chunks", blocks, Grid.LIST_THREADS, 0);
        // a pass makes the tree one level deeper at most
        for (int level = Math.min(queued, settings.maxDepth() - 1); level >= 0; level--) {
            launch("backup_level", blocks, Grid.BACKUP_THREADS, level);
        }
        launch("finish_pass", blocks, Grid.LIST_THREADS, 0);
        queued++;
    }

    private void launch(String kernel, int blocks, int threads, int argument) {
        device.launch(kernel, blocks, threads, plan, argument);
    }

    /** Waits for all passes and tells how far the decision is; throws {@link ModelException} when the model failed. */
    PassControl control() {
        controlImage.clear();
        device.read(tree.control, 0, controlImage);
        PassControl control = PassControl.of(controlImage);
        if (control.fault().kind() != 0) {
            throw failure(control.fault());
        }
        return control;
    }

    private RuntimeException failure(PassControl.Fault fault) {
        String what =
                switch (fault.kind()) {
                    case 1 -> "proposed an action outside 0.." + (model.actionCount() - 1);
                    case 2 ->
                        "reward=" + fault.number() + "; it must be finite and at most rewardScale="
                                + fixedPoint.largest() + " in size on a device";
                    case 3 -> "observation=" + fault.observation() + " outside 0.." + (model.observationCount() - 1);
                    case 4 ->
                        "heuristicValue=" + fault.number() + "; it must be finite and at most rewardScale="
                                + fixedPoint.largest() + " in size on a device";
                    case 5 ->
                        "discounted return " + fault.number() + " exceeds rewardScale=" + fixedPoint.largest()
                                + "; give the device engine a larger one";
                    default -> throw new DeviceException("struct Plan of the kernels is not the one of this engine");
                };
        return ModelException.at(model, fault.action(), fault.depth(), fault.particle(), what, null);
    }

    /** V(root). */
    double rootValue() {
        device.read(tree.nodeSums, ROOT_VALUE, rootImage.clear().limit(8));
        return rootImage.getDouble(0);
    }

    /** Actions that the root has slots for. */
    int rootActions() {
        device.read(tree.nodes, ROOT_SLOTS, rootImage.clear().limit(4));
        return rootImage.getInt(0);
    }

    /** Rows of the root's actions, struct ActionRow of explain.cuh. */
    void readActions(ByteBuffer rows) {
        launch("explain_actions", 1, Grid.EXPLAIN_THREADS, 0);
        device.read(tree.answer, 0, rows);
    }

    /** Rows of the likeliest observations after an edge, struct ObservationRow of explain.cuh. */
    void readObservations(int edge, ByteBuffer rows) {
        launch("explain_observations", grid.blocks(), Grid.EXPLAIN_THREADS, edge);
        launch("merge_observations", 1, Grid.EXPLAIN_THREADS, grid.blocks());
        device.read(tree.answer, 0, rows);
    }

    /** The tree, for whoever compares it with another. */
    TreeMemory tree() {
        return tree;
    }

    /** Bytes of device memory. */
    long bytes() {
        return tree.bytes() + belief.bytes() + PLAN;
    }

    void release() {
        tree.release();
        belief.close();
        device.release(plan);
    }
}
