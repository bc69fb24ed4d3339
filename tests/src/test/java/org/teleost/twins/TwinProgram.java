package org.teleost.twins;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;

/** A model's twin and probe.cu on the emulated device. */
final class TwinProgram implements AutoCloseable {
    private static final int BLOCKS = 3;
    private static final int THREADS = 32;

    private final ModelProbe probe;
    private final EmulatedDevice device;

    TwinProgram(GenerativeModel model) {
        probe = new ModelProbe(model);
        String sizes = "#define PROBE_STEPS " + ModelProbe.STEPS + "\n#define PROBE_RESULT_WORDS " + probe.resultWords()
                + "\n#define PROBE_EPISODE_WORDS " + probe.episodeWords() + "\n";
        device = start(
                model,
                1,
                new ProgramSource.Part("sizes", sizes),
                new ProgramSource.Part("probe.cu", ModelTwinsTest.resource("probe.cu")));
    }

    /** A device with the model's twin, its tables loaded, and the given kernels; {@code workers} blocks at a time. */
    static EmulatedDevice start(GenerativeModel model, int workers, ProgramSource.Part... kernels) {
        DeviceModel twin = model.deviceModel().orElseThrow();
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

    /** Differences between host and device over cases {@code 0 .. cases - 1}, a few of them. */
    List<String> compareCases(long seed, int cases, double tolerance) {
        ByteBuffer input = ModelProbe.buffer((long) cases * probe.caseWords());
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            records.add(probe.draw(seed, i, input));
        }
        ByteBuffer output = run("probe_cases", input.flip(), cases, probe.resultWords());
        return compare("case", records, output, probe.resultWords(), tolerance);
    }

    /** The same over whole episodes. */
    List<String> compareEpisodes(long seed, int episodes, double tolerance) {
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            records.add(probe.episode(seed, i));
        }
        ByteBuffer input = ModelProbe.buffer(2).putLong(seed).flip();
        ByteBuffer output = run("probe_episodes", input, episodes, probe.episodeWords());
        return compare("episode", records, output, probe.episodeWords(), tolerance);
    }

    private static List<String> compare(
            String what, List<Record> records, ByteBuffer output, int words, double tolerance) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < records.size() && differences.size() < 5; i++) {
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
