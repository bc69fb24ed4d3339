package org.teleost.cuda.emulation;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/** A device made of a process on the CPU; {@code workers} blocks run at the same time. */
public final class EmulatedDevice implements Device {
    private static final int ALLOCATE = 1;
    private static final int RELEASE = 2;
    private static final int WRITE = 3;
    private static final int READ = 4;
    private static final int LAUNCH = 5;
    private static final int CHUNK = 1 << 16;

    private final int workers;
    private final Process process;
    private final Path errors;
    private final OutputStream requests;
    private final DataInputStream answers;
    private final byte[] bytes = new byte[CHUNK];
    private final ByteBuffer words = ByteBuffer.wrap(new byte[8]).order(ByteOrder.LITTLE_ENDIAN);

    /** Compiles the source, or finds it compiled, and starts the process. */
    public EmulatedDevice(ProgramSource source, int workers) {
        this(NativeProgram.emulator(source), workers);
    }

    public EmulatedDevice(NativeProgram program, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers=" + workers + "; at least 1 is needed");
        }
        this.workers = workers;
        try {
            errors = Files.createTempFile("teleost-emulator", ".log");
            process = new ProcessBuilder(program.executable().toString())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new DeviceException("the emulator " + program.executable() + " can't be started", e);
        }
        requests = new BufferedOutputStream(process.getOutputStream(), CHUNK);
        answers = new DataInputStream(process.getInputStream());
    }

    @Override
    public String description() {
        return "emulated on the CPU, " + workers + (workers == 1 ? " block" : " blocks") + " at a time";
    }

    @Override
    public DeviceBuffer allocate(long count) {
        try {
            sendInt(ALLOCATE);
            sendLong(Math.max(8, count));
            requests.flush();
            long address = receiveLong();
            if (address == 0) {
                throw new DeviceException("no memory for bytes=" + count + " on the emulated device");
            }
            return new DeviceBuffer(address, count);
        } catch (IOException e) {
            throw ended(e);
        }
    }

    @Override
    public void release(DeviceBuffer buffer) {
        try {
            sendInt(RELEASE);
            sendLong(buffer.address());
        } catch (IOException e) {
            throw ended(e);
        }
    }

    @Override
    public void write(DeviceBuffer target, long offset, ByteBuffer source) {
        target.check(offset, source.remaining());
        try {
            sendInt(WRITE);
            sendLong(target.address() + offset);
            sendLong(source.remaining());
            while (source.hasRemaining()) {
                int part = Math.min(bytes.length, source.remaining());
                source.get(bytes, 0, part);
                requests.write(bytes, 0, part);
            }
        } catch (IOException e) {
            throw ended(e);
        }
    }

    @Override
    public void read(DeviceBuffer source, long offset, ByteBuffer target) {
        source.check(offset, target.remaining());
        try {
            sendInt(READ);
            sendLong(source.address() + offset);
            sendLong(target.remaining());
            requests.flush();
            while (target.hasRemaining()) {
                int part = Math.min(bytes.length, target.remaining());
                answers.readFully(bytes, 0, part);
                target.put(bytes, 0, part);
            }
        } catch (IOException e) {
            throw ended(e);
        }
    }

    @Override
    public void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int argument) {
        byte[] name = kernel.getBytes(StandardCharsets.US_ASCII);
        try {
            sendInt(LAUNCH);
            sendInt(blocks);
            sendInt(threads);
            sendInt(workers);
            sendLong(arguments.address());
            sendInt(argument);
            sendInt(name.length);
            requests.write(name);
            requests.flush();
            answers.readFully(bytes, 0, 4);
            if (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() != 0) {
                throw new DeviceException("the device program has no kernel '" + kernel + "'");
            }
        } catch (IOException e) {
            throw ended(e);
        }
    }

    /** Launches are answered when they are done. */
    @Override
    public void finish() {
        try {
            requests.flush();
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private void sendInt(int value) throws IOException {
        requests.write(words.clear().putInt(value).array(), 0, 4);
    }

    private void sendLong(long value) throws IOException {
        requests.write(words.clear().putLong(value).array(), 0, 8);
    }

    private long receiveLong() throws IOException {
        answers.readFully(words.array());
        return words.getLong(0);
    }

    /** A kernel that reads or writes where it must not ends the process. */
    private DeviceException ended(IOException cause) {
        try {
            process.getOutputStream().close();
        } catch (IOException ignored) {
            // the process is gone: that is what is reported
        }
        try {
            int code = process.waitFor();
            String text = Files.readString(errors).strip();
            return new DeviceException(
                    "the emulated device ended with code " + code + (code == 139 ? " (segmentation fault)" : "")
                            + (text.isEmpty() ? "" : ":\n" + text),
                    cause instanceof EOFException ? null : cause);
        } catch (IOException e) {
            return new DeviceException("the emulated device ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new DeviceException("interrupted while the emulated device ended", e);
        }
    }

    @Override
    public void close() {
        try (OutputStream last = requests) {
            last.flush();
        } catch (IOException ignored) {
            // ended already
        }
        try {
            process.waitFor();
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
