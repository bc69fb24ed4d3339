package org.teleost.cuda.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.teleost.storage.PrivateFolder;
import org.teleost.storage.WholeFile;

/**
 * A folder of compiled programs, each under the hash of everything that went into it, so that what is there is right,
 * and with its own hash beside it: a file that was changed since is built again. Several processes may use it at once.
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
        return folder.resolve(
                sha256(everything.getBytes(StandardCharsets.UTF_8)).substring(0, 2 * NAME_BYTES));
    }

    /** A file to build in, beside the others. */
    public Path scratch(String suffix) throws IOException {
        return Files.createTempFile(folder, "program", suffix);
    }

    /** Whether the file is what {@link #publish} left there, byte for byte. */
    public static boolean isSound(Path place) throws IOException {
        try {
            return Files.readString(record(place)).equals(sha256(Files.readAllBytes(place)));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return false;
        }
    }

    private static Path record(Path place) {
        return place.resolveSibling(place.getFileName() + ".sha256");
    }

    /**
     * Puts a finished program in its place, with its hash beside it; the last of several processes wins. Moved, not
     * copied: a system does not run what was open for writing when another thread started a process.
     */
    public static void publish(Path finished, Path place) throws IOException {
        String hash = sha256(Files.readAllBytes(finished));
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        WholeFile.write(record(place), hash);
    }

    /** What the compiler makes of the text, or made of it before. */
    public byte[] bytes(String everything, Supplier<byte[]> compiler) {
        Path place = file(everything);
        try {
            if (!isSound(place)) {
                byte[] program = compiler.get();
                WholeFile.write(place, program);
                WholeFile.write(record(place), sha256(program));
            }
            return Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping a compiled program in " + folder, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
