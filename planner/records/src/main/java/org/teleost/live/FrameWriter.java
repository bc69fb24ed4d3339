package org.teleost.live;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a feed as bytes: a greeting, then frames. All numbers are big-endian, texts are a 32-bit length and UTF-8.
 *
 * <pre>
 * greeting   8 bytes {@link #MAGIC}, u16 version, u8 status (0 welcome, 1 refused), text: what is published, or why not
 * frame      u32 length of what follows, u8 type, payload
 *   1 episode   u64 number, i64 seed, text model, u32 count, count times text key and text value
 *   2 step      u64 number of the episode, u64 step index, text JSON of the step, JSON of its tree to the end of the frame
 *   3 finished  u64 number of the episode
 *   4 end       text: why nothing follows
 *   5 alive     nothing; sent when there is nothing else to say
 * </pre>
 *
 * Readers skip types that they do not know; a changed meaning gets a new version.
 */
final class FrameWriter {
    /** Not text, and a line end, so that neither people nor other protocols say it by accident. */
    private static final byte[] MAGIC = {(byte) 0x89, 'T', 'L', 'I', 'V', 'E', '\r', '\n'};

    static final int VERSION = 1;
    static final int WELCOME = 0;
    static final int REFUSED = 1;

    static final int EPISODE = 1;
    static final int STEP = 2;
    static final int FINISHED = 3;
    static final int END = 4;
    static final int ALIVE = 5;

    private final DataOutputStream out;
    private EpisodeHead known;

    FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    static byte[] magic() {
        return MAGIC.clone();
    }

    void greeting(int status, String text) throws IOException {
        out.write(MAGIC);
        out.writeShort(VERSION);
        out.writeByte(status);
        text(out, text);
    }

    /** Writes a record; an episode is introduced before its first step even if its start was dropped. */
    void write(LiveRecord record) throws IOException {
        if (record instanceof LiveRecord.Started started) {
            introduce(started.head());
        } else if (record instanceof LiveRecord.Step step) {
            introduce(step.head());
            out.writeInt(1 + 20 + step.json().length + step.tree().length);
            out.writeByte(STEP);
            out.writeLong(step.head().number());
            out.writeLong(step.index());
            out.writeInt(step.json().length);
            out.write(step.json());
            out.write(step.tree());
        } else if (record instanceof LiveRecord.Finished finished) {
            introduce(finished.head());
            out.writeInt(1 + 8);
            out.writeByte(FINISHED);
            out.writeLong(finished.head().number());
        } else if (record instanceof LiveRecord.End end) {
            frame(END, body -> text(body, end.reason()));
        }
    }

    private void introduce(EpisodeHead head) throws IOException {
        if (head.equals(known)) {
            return;
        }
        known = head;
        frame(EPISODE, body -> {
            body.writeLong(head.number());
            body.writeLong(head.seed());
            text(body, head.model());
            body.writeInt(head.configuration().size());
            for (Map.Entry<String, String> entry : head.configuration().entrySet()) {
                text(body, entry.getKey());
                text(body, entry.getValue());
            }
        });
    }

    void alive() throws IOException {
        out.writeInt(1);
        out.writeByte(ALIVE);
    }

    void flush() throws IOException {
        out.flush();
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private void frame(int type, Body payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        payload.write(new DataOutputStream(bytes));
        out.writeInt(1 + bytes.size());
        out.writeByte(type);
        bytes.writeTo(out);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
