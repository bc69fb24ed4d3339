package org.teleost.solvers.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a file under reading: places in it, how strict the reading is, and the warnings so far. */
public final class SourceText {
    /** Largest file that is read, in bytes. */
    public static final long MOST_BYTES = 256L << 20;

    /** How far probabilities may sum from 1: 1e-5 as pomdp-solve has it, with room for the rounding of the sum. */
    static final double SUM_TOLERANCE = 1e-5 + 1e-10;

    private static final int MOST_WARNINGS = 200;

    final String file;
    final byte[] bytes;
    final boolean lenient;
    private final List<String> warnings = new ArrayList<>();
    private int silent;

    public SourceText(String file, byte[] bytes, boolean lenient) {
        this.file = file;
        this.bytes = bytes;
        this.lenient = lenient;
    }

    /**
     * Reads a file's bytes.
     *
     * @throws FormatException when it can't be read or is larger than {@link #MOST_BYTES}
     */
    public static SourceText read(Path path, boolean lenient) {
        try {
            if (Files.isDirectory(path)) {
                throw new FormatException(path.toString(), 0, 0, "is a folder; name a file");
            }
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                throw new FormatException(path.toString(), 0, 0, "has " + size + " bytes; the limit is " + MOST_BYTES);
            }
            return new SourceText(path.toString(), Files.readAllBytes(path), lenient);
        } catch (NoSuchFileException e) {
            throw new FormatException(path.toString(), 0, 0, "does not exist");
        } catch (IOException e) {
            throw new FormatException(path.toString(), 0, 0, "can't be read: " + e.getMessage());
        }
    }

    /** Name of the file without folder and extension. */
    String title() {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** An error at a byte; columns count characters of UTF-8. */
    FormatException error(int offset, String message) {
        int[] place = place(offset);
        return new FormatException(file, place[0], place[1], message);
    }

    /** Notes what is accepted although it is doubtful. */
    void warn(int offset, String message) {
        if (warnings.size() == MOST_WARNINGS) {
            silent++;
            return;
        }
        int[] place = place(offset);
        warnAt(place[0], place[1], message);
    }

    void warnAt(int line, int column, String message) {
        if (warnings.size() == MOST_WARNINGS) {
            silent++;
            return;
        }
        warnings.add(file + ":" + line + ":" + column + ": " + message);
    }

    /** Fails in a strict reading with the rule and the way out; a lenient one goes on and says what it did. */
    void lenience(int offset, String broken, String wayOut, String repair) {
        if (!lenient || warnings.size() < MOST_WARNINGS) {
            int[] place = place(offset);
            lenienceAt(place[0], place[1], broken, wayOut, repair);
        } else {
            silent++;
        }
    }

    /** The same at a line and column. */
    void lenienceAt(int line, int column, String broken, String wayOut, String repair) {
        if (!lenient) {
            throw new FormatException(
                    file, line, column, broken + "; " + wayOut + ", or read with --lenient (" + repair + ")");
        }
        warnAt(line, column, broken + "; " + repair);
    }

    /** What was accepted with a warning, in the order of the file. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (silent > 0) {
            all.add(file + ": " + silent + " further warnings");
        }
        return all;
    }

    private int[] place(int offset) {
        int line = 1;
        int column = 1;
        int end = Math.min(offset, bytes.length);
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            } else if ((bytes[i] & 0xC0) != 0x80 && bytes[i] != '\r') {
                column++;
            }
        }
        return new int[] {line, column};
    }
}
