package org.teleost.viewer.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.teleost.storage.WholeFile;
import org.teleost.storage.WriteFailure;

/**
 * Where Dear ImGui's native library is loaded from. Left alone, the binding loads whatever file lies at a fixed path
 * among temporary files, where every user of the machine can put one; so the library of the class path is unpacked into
 * a folder of the user's own first, and named to the binding.
 */
final class ImGuiLibrary {
    static final String FOLDER = "imgui.library.path";
    private static final String NAME = "imgui.library.name";

    private ImGuiLibrary() {}

    /** Before the first use of ImGui's classes; a library that the user named stays. */
    static void prepare(Path folder) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String file = System.mapLibraryName(System.getProperty(NAME, "imgui-java64"));
        try (InputStream packed =
                ImGuiLibrary.class.getClassLoader().getResourceAsStream("io/imgui/java/native-bin/" + file)) {
            // without one for this machine the binding's own message says so
            if (packed != null) {
                unpack(packed.readAllBytes(), folder.resolve(file));
                System.setProperty(FOLDER, folder.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't unpack " + file + " into " + folder + ": " + WriteFailure.reason(e)
                            + "; set XDG_CACHE_HOME to a folder that you can write",
                    e);
        }
    }

    /** Leaves exactly these bytes at the place: what lies there stays only when every byte agrees. */
    static void unpack(byte[] library, Path place) throws IOException {
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Arrays.equals(Files.readAllBytes(place), library)) {
            return;
        }
        // a link is not followed: its target may be anybody's
        if (Files.isSymbolicLink(place)) {
            Files.delete(place);
        }
        WholeFile.write(place, library);
    }
}
