package org.teleost.solvers.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.storage.WholeFile;

/** Sets of vectors in the formats that programs exchange; which one a file has shows in its first bytes. */
public final class PolicyFile {
    /** Formats of vectors. */
    public enum Format {
        /** pomdp-solve: an action, a vector over all states, a blank line. */
        ALPHA,
        /** APPL's XML: vectors over the hidden part, each for one observed part. */
        XML,
        /** zmdp's text: planes of indexes and values. */
        ZMDP
    }

    private PolicyFile() {}

    /** Whether a name is that of a file of vectors. */
    public static boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(alpha|xml|policyx|policy|zmdp)");
    }

    /** Name of a file without folder and extension. */
    public static String title(Path path) {
        String name = path.getFileName().toString();
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /**
     * Reads a policy for a problem.
     *
     * @throws FormatException with file, line and column
     */
    public static AlphaSet read(Path path, TabularPomdp model) {
        return read(SourceText.read(path, false), model);
    }

    /** The same from bytes. */
    public static AlphaSet read(SourceText source, TabularPomdp model) {
        return switch (format(source.bytes)) {
            case XML -> XmlPolicy.read(source, model);
            case ZMDP -> ZmdpPolicy.read(source, model);
            default -> AlphaPolicy.read(source, model);
        };
    }

    private static Format format(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        String plain = head.replaceAll("(?m)#.*$", "").strip();
        return plain.startsWith("<") ? Format.XML : plain.startsWith("{") ? Format.ZMDP : Format.ALPHA;
    }

    /**
     * Refuses a file to be written whose name asks for no format.
     *
     * @throws IllegalArgumentException with the names that do
     */
    public static void requireNamed(Path path) {
        if (!isNamed(path.toString())) {
            throw new IllegalArgumentException(
                    "policy file " + path
                            + " has none of the endings .alpha (pomdp-solve), .policyx or .xml (APPL), .policy or .zmdp (zmdp)");
        }
    }

    /** The format that a file's name asks for: .xml and .policyx XML, .policy and .zmdp zmdp's text, else vectors. */
    public static Format formatOf(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".policyx")
                ? Format.XML
                : name.endsWith(".policy") || name.endsWith(".zmdp") ? Format.ZMDP : Format.ALPHA;
    }

    /**
     * Writes a policy, whole or not at all.
     *
     * @throws IOException when the file can't be written
     */
    public static void write(Path path, AlphaSet policy, TabularPomdp model) throws IOException {
        Format format = formatOf(path);
        WholeFile.write(path, out -> {
            Output text = new Output(out);
            switch (format) {
                case XML -> XmlPolicy.write(text, policy, model);
                case ZMDP -> ZmdpPolicy.write(text, policy);
                default -> AlphaPolicy.write(text, policy, model);
            }
            text.flush();
        });
    }

    /** Collects text and hands it on in large pieces. */
    static final class Output {
        private final OutputStream out;
        private final StringBuilder text = new StringBuilder();

        Output(OutputStream out) {
            this.out = out;
        }

        Output add(String piece) throws IOException {
            text.append(piece);
            if (text.length() > 1 << 16) {
                flush();
            }
            return this;
        }

        Output add(double value) throws IOException {
            return add(Double.toString(value));
        }

        void flush() throws IOException {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
