package org.teleost.cluster.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.cluster.protocol.Message.Alive;
import org.teleost.cluster.protocol.Message.Cells;
import org.teleost.cluster.protocol.Message.Done;
import org.teleost.cluster.protocol.Message.Failed;
import org.teleost.cluster.protocol.Message.Held;
import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Message.Kept;
import org.teleost.cluster.protocol.Message.Part;
import org.teleost.cluster.protocol.Message.Ready;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.Message.Stop;
import org.teleost.cluster.protocol.Message.Task;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.experiment.cell.Cell;

/** Messages as bytes: a kind, then the fields in their order. No class of ours or of others is ever named in them. */
public final class MessageCodec {
    private static final int HELLO = 1;
    private static final int WELCOME = 2;
    private static final int REFUSED = 3;
    private static final int READY = 4;
    private static final int ALIVE = 5;
    private static final int TASK = 6;
    private static final int DONE = 7;
    private static final int FAILED = 8;
    private static final int KEPT = 9;
    private static final int CELLS = 10;
    private static final int STOP = 11;
    private static final int PART = 12;

    private MessageCodec() {}

    /** The bytes of a message. */
    public static byte[] encode(Message message) {
        ByteWriter out = new ByteWriter();
        if (message instanceof Hello m) {
            // the protocol comes first in every version, so that another one can be named
            out.kind(HELLO).number(m.protocol()).text(m.build()).text(m.host()).text(m.name());
            out.number(m.incarnation()).number(m.slots()).number(m.session());
        } else if (message instanceof Welcome m) {
            out.kind(WELCOME).number(m.session()).list(m.command(), ByteWriter::text);
        } else if (message instanceof Refused m) {
            out.kind(REFUSED).text(m.reason());
        } else if (message instanceof Ready m) {
            out.kind(READY)
                    .number(m.session())
                    .number(m.round())
                    .number(m.digest())
                    .number(m.free());
            out.list(m.held(), (w, held) -> w.text(held.key()).number(held.attempt()));
        } else if (message instanceof Alive m) {
            out.kind(ALIVE).number(m.session());
        } else if (message instanceof Task m) {
            out.kind(TASK).number(m.session()).number(m.round()).text(m.key()).number(m.attempt());
        } else if (message instanceof Done m) {
            out.kind(DONE).number(m.session()).number(m.round()).number(m.attempt());
            cell(out, m.cell());
        } else if (message instanceof Failed m) {
            out.kind(FAILED).number(m.session()).number(m.round()).text(m.key());
            out.number(m.attempt()).text(m.reason());
        } else if (message instanceof Kept m) {
            out.kind(KEPT).number(m.session()).text(m.key()).number(m.attempt());
        } else if (message instanceof Cells m) {
            out.kind(CELLS).number(m.session()).number(m.round()).flag(m.last());
            out.list(m.cells(), MessageCodec::cell);
        } else if (message instanceof Stop m) {
            out.kind(STOP).number(m.session()).text(m.reason());
        } else if (message instanceof Part m) {
            out.kind(PART).number(m.id()).number(m.index()).number(m.count()).block(m.bytes());
        }
        return out.bytes();
    }

    /**
     * The message that the bytes are.
     *
     * @throws ProtocolException if they are none
     */
    public static Message decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Message message = read(in.kind(), in);
        in.end();
        return message;
    }

    private static Message read(int kind, ByteReader in) {
        return switch (kind) {
            case HELLO -> hello(in);
            case WELCOME -> new Welcome(in.large(), in.list(Integer.BYTES, ByteReader::text));
            case REFUSED -> new Refused(in.text());
            case READY ->
                new Ready(
                        in.large(),
                        in.number(),
                        in.large(),
                        in.number(),
                        in.list(2 * Integer.BYTES, r -> new Held(r.text(), r.number())));
            case ALIVE -> new Alive(in.large());
            case TASK -> new Task(in.large(), in.number(), in.text(), in.number());
            case DONE -> new Done(in.large(), in.number(), in.number(), cell(in));
            case FAILED -> new Failed(in.large(), in.number(), in.text(), in.number(), in.text());
            case KEPT -> new Kept(in.large(), in.text(), in.number());
            case CELLS -> new Cells(in.large(), in.number(), in.flag(), in.list(Integer.BYTES, MessageCodec::cell));
            case STOP -> new Stop(in.large(), in.text());
            case PART -> new Part(in.large(), in.number(), in.number(), in.block());
            default -> throw new ProtocolException("kind=" + kind + " of a message; allowed range 1 to " + PART);
        };
    }

    /** What another protocol says beyond its number is not looked at. */
    private static Hello hello(ByteReader in) {
        int protocol = in.number();
        if (protocol != Message.PROTOCOL) {
            throw new ProtocolException("protocol=" + protocol + " of a worker, this master's is " + Message.PROTOCOL
                    + "; start the same build of teleost on both sides");
        }
        return new Hello(protocol, in.text(), in.text(), in.text(), in.large(), in.number(), in.large());
    }

    private static void cell(ByteWriter out, Cell cell) {
        out.text(cell.key());
        out.list(cell.numbers().entrySet(), (w, entry) -> {
            w.text(entry.getKey()).number(entry.getValue().length);
            for (double value : entry.getValue()) {
                w.real(value);
            }
        });
        out.list(cell.texts().entrySet(), (w, entry) -> w.text(entry.getKey()).text(entry.getValue()));
        out.list(cell.files().entrySet(), (w, entry) -> w.text(entry.getKey()).block(entry.getValue()));
    }

    private static Cell cell(ByteReader in) {
        String key = in.text();
        if (key.isBlank()) {
            throw new ProtocolException("a cell without a key");
        }
        Map<String, double[]> numbers = new LinkedHashMap<>();
        List<Integer> counted = in.list(2 * Integer.BYTES, r -> {
            String name = r.text();
            double[] values = new double[r.length(Double.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = r.real();
            }
            numbers.put(name, values);
            return values.length;
        });
        Map<String, String> texts = new LinkedHashMap<>();
        int named =
                in.list(2 * Integer.BYTES, r -> texts.put(r.text(), r.text())).size();
        Map<String, byte[]> files = new LinkedHashMap<>();
        int filed =
                in.list(2 * Integer.BYTES, r -> files.put(r.text(), r.block())).size();
        if (counted.size() != numbers.size() || named != texts.size() || filed != files.size()) {
            throw new ProtocolException("cell '" + key + "' names a result twice");
        }
        return new Cell(key, numbers, texts, files);
    }
}
