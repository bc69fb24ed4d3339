package org.teleost.cuda.twin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;

/**
 * Compares a model with its twin: every function, on states met in simulated episodes and over whole episodes, with the
 * same random numbers. For the tests of whoever writes a twin; runs on the emulated device, so it needs a C++ compiler
 * and no GPU.
 *
 * <pre>{@code
 * try (TwinCheck check = new TwinCheck(new MyModel())) {
 *     assertThat(check.compareCases(1, 3_000, 0.0)).isEmpty();
 *     assertThat(check.compareEpisodes(1, 300, 0.0)).isEmpty();
 * }
 * }</pre>
 */
public final class TwinCheck implements AutoCloseable {
    private static final int BLOCKS = 3;
    private static final int THREADS = 32;
    private static final int MOST_DIFFERENCES = 5;

    private final ModelProbe probe;
    private final EmulatedDevice device;

    /**
     * Compiles the twin.
     *
     * @throws IllegalArgumentException when the model has none
     * @throws DeviceException with the compiler's messages when it does not compile
     */
    public TwinCheck(GenerativeModel model) {
        probe = new ModelProbe(model);
        String sizes = "#define PROBE_STEPS " + ModelProbe.STEPS + "\n#define PROBE_RESULT_WORDS " + probe.resultWords()
                + "\n#define PROBE_EPISODE_WORDS " + probe.episodeWords() + "\n";
        device = start(model, 1, new ProgramSource.Part("sizes", sizes), ProgramSource.kernel("probe.cuh"));
    }

    /** A device with the model's twin, its tables loaded, and the given kernels; {@code workers} blocks at a time. */
    public static EmulatedDevice start(GenerativeModel model, int workers, ProgramSource.Part... kernels) {
        DeviceModel twin = model.deviceModel()
                .orElseThrow(() -> new IllegalArgumentException(
                        "model " + model.name() + " has no twin; override deviceModel to return one"));
        ProgramSource source = ProgramSource.of(new ProgramSource.Part("twin of " + twin.name(), twin.source()));
        EmulatedDevice device = new EmulatedDevice(source.then(kernels), workers);
        byte[] tables = twin.tables();
        if (tables.length > 0) {
            DeviceBuffer image = device.allocate(tables.length);
            device.write(image, 0, ByteBuffer.wrap(tables));
            device.launch("model_load_tables", 2, THREADS, image, 0);
            device.release(image);
        }
        return device;
    }

    /**
     * One step from each of many states: what the functions return, how they change the lanes, how many random numbers
     * they draw.
     *
     * @param tolerance relative difference allowed in rewards, heuristics and likelihoods; 0 asks for the same bits
     * @return the first few differences; empty when the twin agrees
     */
    public List<String> compareCases(long seed, int cases, double tolerance) {
        ByteBuffer input = ModelProbe.buffer((long) cases * probe.caseWords());
        List<ProbeRecord> records = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            records.add(probe.draw(seed, i, input));
        }
        ByteBuffer output = run("probe_cases", input.flip(), cases, probe.resultWords());
        return compare("case", records, output, probe.resultWords(), tolerance);
    }

    /** The same over whole episodes from the initial belief, in which differences would add up. */
    public List<String> compareEpisodes(long seed, int episodes, double tolerance) {
        List<ProbeRecord> records = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            records.add(probe.episode(seed, i));
        }
        ByteBuffer input = ModelProbe.buffer(2).putLong(seed).flip();
        ByteBuffer output = run("probe_episodes", input, episodes, probe.episodeWords());
        return compare("episode", records, output, probe.episodeWords(), tolerance);
    }

    private static List<String> compare(
            String what, List<ProbeRecord> records, ByteBuffer output, int words, double tolerance) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < records.size() && differences.size() < MOST_DIFFERENCES; i++) {
            String difference = records.get(i).difference(output, i * words, tolerance);
            if (difference != null) {
                differences.add(what + " " + i + ", " + difference);
            }
        }
        return differences;
    }

    private ByteBuffer run(String kernel, ByteBuffer input, int count, int words) {
        ByteBuffer output = ModelProbe.buffer((long) count * words);
        DeviceBuffer from = device.allocate(input.remaining());
        DeviceBuffer to = device.allocate(output.remaining());
        DeviceBuffer arguments = device.allocate(16);
        device.write(from, 0, input);
        ByteBuffer addresses = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        device.write(
                arguments,
                0,
                addresses.putLong(from.address()).putLong(to.address()).flip());
        device.launch(kernel, BLOCKS, THREADS, arguments, count);
        device.read(to, 0, output);
        output.clear();
        device.release(from);
        device.release(to);
        device.release(arguments);
        return output;
    }

    @Override
    public void close() {
        device.close();
    }
}
