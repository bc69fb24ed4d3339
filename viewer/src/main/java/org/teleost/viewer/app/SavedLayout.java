package org.teleost.viewer.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.teleost.storage.WholeFile;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;

/**
 * How the user left the window: its size and its panels, as lines {@code key=value} in a file with a version.
 *
 * @param width of the window in pixels
 * @param height of the window in pixels
 * @param panels which panels are shown and how large
 * @param enlarged steps by which the user enlarged text and panels, negative for smaller
 */
record SavedLayout(int width, int height, Panels panels, int enlarged) {
    static final SavedLayout DEFAULT = new SavedLayout(1280, 720, Panels.DEFAULT, 0);

    private static final String VERSION = "1";

    SavedLayout {
        PictureLayout.requireSize(width, height, 1);
    }

    /** The file in the user's configuration folder. */
    static Path usualFile() {
        String configured = System.getenv("XDG_CONFIG_HOME");
        Path folder = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(configured);
        return folder.resolve("teleost").resolve("viewer.layout");
    }

    /**
     * Reads a layout; a file that does not exist is the default.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    static SavedLayout read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return DEFAULT;
        }
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
            String version = entries.getProperty("version", "none");
            if (!version.equals(VERSION)) {
                throw new IllegalArgumentException("version=" + version + "; this program reads version " + VERSION);
            }
            return new SavedLayout(
                    Integer.parseInt(entries.getProperty("width", "")),
                    Integer.parseInt(entries.getProperty("height", "")),
                    new Panels(
                            Panels.of(entries.getProperty("panels", "none")).visible(),
                            Double.parseDouble(entries.getProperty("side", "")),
                            Double.parseDouble(entries.getProperty("dock", ""))),
                    Integer.parseInt(entries.getProperty("enlarged", "0")));
        } catch (IllegalArgumentException e) {
            throw new IOException("layout " + file + " is not understood: " + e.getMessage() + "; delete it", e);
        }
    }

    /** Writes the layout; folders are created. */
    void write(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("version", VERSION);
        entries.put("width", Integer.toString(width));
        entries.put("height", Integer.toString(height));
        String names = panels.visible().stream().sorted().map(Panel::text).collect(Collectors.joining(","));
        entries.put("panels", names.isEmpty() ? "none" : names);
        entries.put("side", Double.toString(panels.side()));
        entries.put("dock", Double.toString(panels.dock()));
        entries.put("enlarged", Integer.toString(enlarged));
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        WholeFile.write(file, text.toString());
    }
}
