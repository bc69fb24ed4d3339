package org.teleost.cuda.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.teleost.storage.PrivateFolder;

/**
 * A folder of compiled programs, each under the hash of everything that went into it, so that what is there is right.
 * Several processes may use it at once.
 *
 * @param folder where the programs are
 */
public record ProgramCache(Path folder) {
    private static final int NAME_BYTES = 12;

    /**
     * The folder of system property {@code teleost.cache}, else one in the user's cache; programs that are run come
     * from a folder that nobody else can write.
     */
    public static ProgramCache standard() {
        String named = System.getProperty("teleost.cache");
        if (named == null) {
            return new ProgramCache(PrivateFolder.cache("programs"));
        }
        Path folder = Path.of(named).toAbsolutePath();
        try {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            return new ProgramCache(PrivateFolder.require(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't keep programs in " + folder + ": " + e.getMessage()
                            + "; name another with -Dteleost.cache=FOLDER",
                    e);
        }
    }

    /** Where the program belongs that is made of this text. */
    public Path file(String everything) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(everything.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file to build in, beside the others. */
    public Path scratch(String suffix) throws IOException {
        return Files.createTempFile(folder, "program", suffix);
    }

    /** Puts a finished file in its place; the last of several processes wins, and all have built the same. */
    public static void publish(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the compiler makes of the text, or made of it before. */
    public byte[] bytes(String everything, Supplier<byte[]> compiler) {
        Path place = file(everything);
        try {
            if (!Files.exists(place)) {
                Path scratch = scratch("");
                Files.write(scratch, compiler.get());
                publish(scratch, place);
            }
            return Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping a compiled program in " + folder, e);
        }
    }
}
