package org.teleost.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.StateLayout;
import org.teleost.storage.WholeFile;

/**
 * A session on disk: 8 bytes "TELEOSTS", version, length of the content, CRC-32C of all that comes after it, content
 * (big endian throughout). The content names the model and its lanes, then comes the state of the loop. Appears whole
 * or not at all; what was damaged is refused.
 */
final class SessionFile {
    private static final byte[] MAGIC = "TELEOSTS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEAD = 8 + 4 + 4 + 4;

    /** Far more than any belief that fits a heap of a robot; a damaged length must not ask for more. */
    private static final long LARGEST = 1L << 30;

    private SessionFile() {}

    static byte[] encode(DecisionLoop loop) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        describe(loop, out);
        loop.save(out);
        byte[] content = bytes.toByteArray();
        ByteBuffer file = ByteBuffer.allocate(HEAD + content.length);
        file.put(MAGIC).putInt(VERSION).putInt(content.length);
        file.putInt(0).put(content);
        file.putInt(HEAD - 4, checksum(file.array()));
        return file.array();
    }

    static void write(Path file, byte[] session) throws IOException {
        WholeFile.write(file, session);
    }

    /** Restores the loop; after a failure it has to be closed. */
    static void read(Path file, DecisionLoop loop) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": no session: it has more than " + LARGEST + " bytes");
        }
        decode(Files.readAllBytes(file), file.toString(), loop);
    }

    static void decode(byte[] session, String name, DecisionLoop loop) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(session);
        for (byte expected : MAGIC) {
            if (!file.hasRemaining() || file.get() != expected) {
                throw new IOException(name + ": no session of Teleost");
            }
        }
        if (file.remaining() < HEAD - MAGIC.length) {
            throw new IOException(name + ": the session is cut off at byte " + session.length);
        }
        int version = file.getInt();
        int length = file.getInt();
        int stored = file.getInt();
        if (version != VERSION) {
            throw new IOException(name + ": session of version " + version + "; this release reads version " + VERSION);
        }
        if (length != file.remaining()) {
            throw new IOException(name + ": the session has " + file.remaining() + " bytes of content, " + length
                    + " were written; it is cut off or damaged");
        }
        if (checksum(session) != stored) {
            throw new IOException(name + ": the session is damaged: its checksum does not hold");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(session, HEAD, length));
        requireSame(name, loop, in);
        loop.load(in);
        if (in.read() >= 0) {
            throw new IOException(name + ": the session holds more than this session can use");
        }
    }

    /** Of everything but itself. */
    private static int checksum(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, HEAD - 4);
        crc.update(file, HEAD, file.length - HEAD);
        return (int) crc.getValue();
    }

    private static void describe(DecisionLoop loop, DataOutput out) throws IOException {
        ParticleBelief belief = loop.belief();
        StateLayout layout = belief.layout();
        out.writeUTF(loop.model().name());
        for (List<String> lanes : List.of(layout.ints(), layout.floats(), layout.history())) {
            out.writeUTF(String.join(" ", lanes));
        }
        out.writeInt(belief.size());
    }

    private static void requireSame(String name, DecisionLoop loop, DataInput in) throws IOException {
        ParticleBelief belief = loop.belief();
        StateLayout layout = belief.layout();
        require(name, "model", loop.model().name(), in.readUTF());
        require(name, "int lanes", String.join(" ", layout.ints()), in.readUTF());
        require(name, "float lanes", String.join(" ", layout.floats()), in.readUTF());
        require(name, "history lanes", String.join(" ", layout.history()), in.readUTF());
        require(name, "particles", "" + belief.size(), "" + in.readInt());
    }

    private static void require(String name, String what, String own, String saved) throws IOException {
        if (!own.equals(saved)) {
            throw new IOException(name + ": the saved session has " + what + "=" + saved + ", this one has " + what
                    + "=" + own + "; open it with what it was saved with");
        }
    }
}
