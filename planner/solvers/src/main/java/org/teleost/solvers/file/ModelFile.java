package org.teleost.solvers.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.teleost.solvers.factored.FactoredPomdp;
import org.teleost.solvers.factored.JointTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** A problem read from a file: what it was read as, and its joint table. */
public final class ModelFile {
    private final SourceText source;
    private final FactoredPomdp factored;
    private TabularPomdp table;

    private ModelFile(SourceText source, FactoredPomdp factored, TabularPomdp table) {
        this.source = source;
        this.factored = factored;
        this.table = table;
    }

    /** Whether a name is that of a file of problems rather than of a problem. */
    public static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pomdp") || lower.endsWith(".pomdpx");
    }

    /**
     * Reads a problem; what the file is shows in its first bytes, not in its name.
     *
     * @param lenient repairs what real files do wrong, with warnings
     * @throws FormatException with file, line and column
     */
    public static ModelFile read(Path path, boolean lenient) {
        return read(SourceText.read(path, lenient));
    }

    /** The same from bytes. */
    public static ModelFile read(SourceText source) {
        try {
            return isXml(source.bytes)
                    ? new ModelFile(source, PomdpxReader.read(source), null)
                    : new ModelFile(source, null, PomdpReader.read(source));
        } catch (OutOfMemoryError e) {
            throw tooLittleMemory(source);
        }
    }

    private static FormatException tooLittleMemory(SourceText source) {
        return new FormatException(
                source.file,
                0,
                0,
                "the heap of " + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MB is too small for it; give Java more (./teleost -J-Xmx4g ..., or java -Xmx4g)");
    }

    private static boolean isXml(byte[] bytes) {
        int at = 0;
        // a mark of the byte order, then blanks
        while (at < bytes.length && (bytes[at] <= ' ')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '<';
    }

    /** {@code pomdp} or {@code pomdpx}. */
    public String format() {
        return factored == null ? "pomdp" : "pomdpx";
    }

    /** The problem by variables, where the file has them. */
    public Optional<FactoredPomdp> factored() {
        return Optional.ofNullable(factored);
    }

    /**
     * The joint table, made when it is first asked for.
     *
     * @throws FormatException when it is larger than allowed
     */
    public TabularPomdp table() {
        if (table == null) {
            try {
                table = JointTable.of(factored);
            } catch (IllegalArgumentException e) {
                throw new FormatException(source.file, 0, 0, e.getMessage());
            } catch (OutOfMemoryError e) {
                throw tooLittleMemory(source);
            }
        }
        return table;
    }

    /** What was accepted although it is doubtful, each with its place. */
    public List<String> warnings() {
        return source.warnings();
    }
}
