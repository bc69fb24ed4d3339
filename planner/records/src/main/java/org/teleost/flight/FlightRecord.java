package org.teleost.flight;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.TreePath;
import org.teleost.model.StateLayout;
import org.teleost.plan.Decision;

/**
 * One decision as it is kept: big-endian numbers, a version first and a CRC-32C of all of it last.
 *
 * @param index number of the decision, which keys its random streams
 * @param path how its tree came to be
 * @param digest {@link Decision#digest} of the decision
 * @param decision what was decided, without the table of observations
 * @param belief what it was decided from
 */
public record FlightRecord(long index, TreePath path, long digest, Decision decision, ParticleBelief belief) {
    private static final int VERSION = FlightRecorder.VERSION;

    /** Writes a decision of a session. */
    static byte[] encode(long index, TreePath path, Decision decision, ParticleBelief belief) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(1 << 26, belief.bytes() + 1024));
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(VERSION);
        out.writeInt(belief.size());
        out.writeLong(index);
        out.writeInt(path.steps());
        out.writeInt(path.action());
        out.writeLong(path.observation());
        out.writeLong(path.improved());
        out.writeLong(decision.digest(0));
        write(decision, out);
        belief.save(out);
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        out.writeInt((int) crc.getValue());
        return bytes.toByteArray();
    }

    private static void write(Decision decision, DataOutputStream out) throws IOException {
        out.writeInt(decision.action);
        out.writeInt(decision.lanes.length);
        for (float lane : decision.lanes) {
            out.writeFloat(lane);
        }
        out.writeDouble(decision.value);
        out.writeInt(decision.passes);
        out.writeLong(decision.episodes);
        out.writeLong(decision.simulatedSteps);
        out.writeInt(decision.keptNodes);
        out.writeInt(decision.nodes);
        out.writeInt(decision.depth);
        out.writeBoolean(decision.treeFull);
        out.writeDouble(decision.effectiveEta);
        out.writeLong(decision.planningNanos);
        out.writeLong(decision.overshootNanos);
        out.writeInt(decision.vetoedAction);
        out.writeUTF(shortened(decision.vetoReason));
        out.writeInt(decision.actionRows);
        for (int row = 0; row < decision.actionRows; row++) {
            out.writeInt(decision.actions[row]);
            out.writeLong(decision.visits[row]);
            out.writeDouble(decision.values[row]);
            out.writeDouble(decision.standardErrors[row]);
            out.writeDouble(decision.probabilities[row]);
        }
    }

    /** Texts of DataOutput have at most 65 535 bytes. */
    private static String shortened(String text) {
        return text == null ? "" : text.length() <= 10_000 ? text : text.substring(0, 10_000);
    }

    /**
     * Reads a decision of a model with these lanes.
     *
     * @throws IOException if it is damaged, of a newer version or of another model
     */
    static FlightRecord decode(byte[] bytes, StateLayout layout) throws IOException {
        if (bytes.length < 12) {
            throw new IOException("a record of " + bytes.length + " bytes");
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 4);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int version = in.readInt();
        int stored = new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - 4, 4)).readInt();
        if (stored != (int) crc.getValue()) {
            throw new IOException("a record whose checksum does not hold");
        }
        if (version != VERSION) {
            throw new IOException("a record of version " + version + "; this release reads version " + VERSION);
        }
        int particles = in.readInt();
        long index = in.readLong();
        TreePath path = new TreePath(in.readInt(), in.readInt(), in.readLong(), in.readLong());
        long digest = in.readLong();
        Decision decision = readDecision(in);
        ParticleBelief belief = new ParticleBelief(layout, particles);
        if (in.available() != 4 + belief.bytes()) {
            throw new IOException("a belief of " + (in.available() - 4) + " bytes; the model's with " + particles
                    + " particles has " + belief.bytes());
        }
        belief.load(in);
        return new FlightRecord(index, path, digest, decision, belief);
    }

    private static Decision readDecision(DataInputStream in) throws IOException {
        Decision decision = new Decision();
        decision.action = in.readInt();
        decision.useLanes(in.readInt());
        for (int i = 0; i < decision.lanes.length; i++) {
            decision.lanes[i] = in.readFloat();
        }
        decision.value = in.readDouble();
        decision.passes = in.readInt();
        decision.episodes = in.readLong();
        decision.simulatedSteps = in.readLong();
        decision.keptNodes = in.readInt();
        decision.nodes = in.readInt();
        decision.depth = in.readInt();
        decision.treeFull = in.readBoolean();
        decision.effectiveEta = in.readDouble();
        decision.planningNanos = in.readLong();
        decision.overshootNanos = in.readLong();
        decision.vetoedAction = in.readInt();
        String reason = in.readUTF();
        decision.vetoReason = reason.isEmpty() ? null : reason;
        decision.actionRows = in.readInt();
        for (int row = 0; row < decision.actionRows; row++) {
            decision.actions[row] = in.readInt();
            decision.visits[row] = in.readLong();
            decision.values[row] = in.readDouble();
            decision.standardErrors[row] = in.readDouble();
            decision.probabilities[row] = in.readDouble();
        }
        return decision;
    }
}
