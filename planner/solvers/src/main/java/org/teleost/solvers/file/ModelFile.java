package org.teleost.solvers.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * A problem read from a file.
 *
 * @param table the model
 * @param format the format that it was read as
 * @param warnings what was accepted although it is doubtful, each with its place
 */
public record ModelFile(TabularPomdp table, String format, List<String> warnings) {

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
        SourceText source = SourceText.read(path, lenient);
        try {
            TabularPomdp table = PomdpReader.read(source);
            return new ModelFile(table, "pomdp", source.warnings());
        } catch (OutOfMemoryError e) {
            throw new FormatException(
                    path.toString(),
                    0,
                    0,
                    "the heap of " + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MB is too small for it; give Java more (-Xmx4g)");
        }
    }
}
