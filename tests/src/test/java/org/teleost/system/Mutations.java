package org.teleost.system;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.teleost.random.RandomStream;

/** Damage as disks, programs and forgers do it; shares no code with the readers. */
final class Mutations {
    private static final int MAGIC = 8;
    private static final int PREFIX = 9;
    private static final byte[] MIDDLE_OF_TEXTS =
            "0123456789-+.eE\"[]{}:,nul\\\u0000\u001b".getBytes(StandardCharsets.US_ASCII);

    private Mutations() {}

    /** One or a few of: bits flipped, stretches of zeros or ones, the end cut, a part doubled, lost or moved. */
    static byte[] damaged(byte[] original, RandomStream random) {
        byte[] bytes = original.clone();
        for (int rounds = 1 + random.nextInt(3); rounds > 0; rounds--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextInt(2) == 0 ? 0xFF : 0));
                case 2 -> bytes = at == 0 ? bytes : Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, at, length);
                case 4 -> bytes = spliced(bytes, at, at + length, -length);
                default -> bytes = spliced(bytes, random.nextInt(bytes.length), at, length);
            }
        }
        return bytes;
    }

    /** The same length with some characters or bits changed, or a stretch replaced by another of the file. */
    static byte[] altered(byte[] original, RandomStream random) {
        byte[] bytes = original.clone();
        for (int rounds = 1 + random.nextInt(12); rounds > 0; rounds--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(24));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextInt(2) == 0 ? 0xFF : 0));
                case 2 -> System.arraycopy(original, random.nextInt(bytes.length - length + 1), bytes, at, length);
                case 3 -> changeNumber(bytes, at, random);
                default -> bytes[at] = MIDDLE_OF_TEXTS[random.nextInt(MIDDLE_OF_TEXTS.length)];
            }
        }
        return bytes;
    }

    /** Other digits for the next number that is written in the file, and sometimes an exponent among them. */
    private static void changeNumber(byte[] bytes, int at, RandomStream random) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && isDigit(bytes[to])) {
            bytes[to++] = (byte) ('1' + random.nextInt(9));
        }
        if (to - from > 2 && random.nextInt(3) == 0) {
            bytes[from + 1] = 'e';
        }
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    /**
     * Inserts bytes from {@code from} at {@code at}, or leaves out as many before it where {@code length} is negative.
     */
    private static byte[] spliced(byte[] bytes, int at, int from, int length) {
        if (length < 0) {
            byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length + length));
            int start = Math.min(at, shorter.length);
            System.arraycopy(
                    bytes,
                    Math.min(from, bytes.length),
                    shorter,
                    start,
                    Math.max(0, Math.min(shorter.length - start, bytes.length - from)));
            return shorter;
        }
        byte[] longer = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, from, longer, at, length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    /** Makes a policy's length and checksum right; returns it. */
    static byte[] mendedPolicy(byte[] bytes) {
        if (bytes.length >= 24) {
            ByteBuffer.wrap(bytes).putLong(12, bytes.length);
            int end = bytes.length - Integer.BYTES;
            ByteBuffer.wrap(bytes).putInt(end, (int) sum(new CRC32C(), bytes, 0, end));
        }
        return bytes;
    }

    /** Makes all checksums of a trace right as far as its records can still be told apart; returns it. */
    static byte[] mendedTrace(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = MAGIC;
        int summary = 0;
        while (at + PREFIX <= bytes.length) {
            long length = buffer.getLong(at + 1);
            int from = at + PREFIX;
            if (length < 0 || length > bytes.length - from) {
                break;
            }
            int to = from + (int) length;
            switch (bytes[at]) {
                case 0x06 -> mendChunk(buffer, from, to);
                case 0x0C -> mendMetadata(buffer, from, to);
                case 0x0F -> {
                    putInt(buffer, from, to, (int) sum(new CRC32(), bytes, 0, at));
                    summary = to;
                }
                case 0x02 -> putInt(buffer, to - 4, to, (int) sum(new CRC32(), bytes, summary, to - 4));
                default -> {
                    // other records are under the sums of these
                }
            }
            at = to;
        }
        return bytes;
    }

    private static void mendChunk(ByteBuffer buffer, int from, int to) {
        // start, end, size, CRC, name of the compression, length of the records
        if (to - from >= 40 && buffer.getInt(from + 28) == 0) {
            putInt(buffer, from + 24, to, (int) sum(new CRC32(), bytes(buffer, from + 40, to), 0, to - from - 40));
        }
    }

    /** The entry {@code crc32c} is over the name and the other entries by their keys, each after its length. */
    private static void mendMetadata(ByteBuffer buffer, int from, int to) {
        Map<String, byte[]> entries = new TreeMap<>();
        int[] at = {from};
        byte[] name = text(buffer, at, to);
        at[0] += Integer.BYTES;
        int place = -1;
        while (name != null && at[0] < to) {
            byte[] key = text(buffer, at, to);
            int value = at[0] + Integer.BYTES;
            byte[] content = key == null ? null : text(buffer, at, to);
            if (content == null) {
                return;
            }
            String known = new String(key, StandardCharsets.UTF_8);
            if (known.equals("crc32c")) {
                place = content.length == 8 ? value : -1;
            } else {
                entries.put(known, content);
            }
        }
        if (place > 0) {
            Checksum sum = new CRC32C();
            update(sum, name);
            entries.forEach((key, value) -> {
                update(sum, key.getBytes(StandardCharsets.UTF_8));
                update(sum, value);
            });
            buffer.put(place, String.format("%08x", sum.getValue()).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The text at a place, which moves behind it; null if there is none. */
    private static byte[] text(ByteBuffer buffer, int[] at, int to) {
        int length = at[0] + Integer.BYTES > to ? -1 : buffer.getInt(at[0]);
        if (length < 0 || length > to - at[0] - Integer.BYTES) {
            return null;
        }
        at[0] += Integer.BYTES + length;
        return bytes(buffer, at[0] - length, at[0]);
    }

    private static byte[] bytes(ByteBuffer buffer, int from, int to) {
        byte[] copy = new byte[to - from];
        buffer.get(from, copy);
        return copy;
    }

    private static void update(Checksum sum, byte[] text) {
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        sum.update(text);
    }

    private static void putInt(ByteBuffer buffer, int at, int to, int value) {
        if (at >= 0 && at + Integer.BYTES <= to) {
            buffer.putInt(at, value);
        }
    }

    private static long sum(Checksum checksum, byte[] bytes, int from, int to) {
        checksum.update(bytes, from, Math.max(0, to - from));
        return checksum.getValue();
    }
}
