package org.teleost.storage;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that appears whole under its name, or not at all: written as a sibling, forced to disk, then moved to its name
 * in one step. Whoever opens the name, also after a crash or a power failure, finds the old content or the new. The
 * sibling's name is its own, so that several may write the same file; the last to finish wins.
 *
 * <p>Every failure is an IOException that names the file. Belongs to one thread.
 */
public final class WholeFile implements Closeable {
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong DRAFTS = new AtomicLong();

    private final Path file;
    private final Path target;
    private final Path draft;
    private boolean open = true;
    private boolean forced;

    private WholeFile(Path file, Path target, Path draft) {
        this.file = file;
        this.target = target;
        this.draft = draft;
    }

    /** Writes what a file holds. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Begins the file beside its place; creates the folder if need be, and checks that it can be written. */
    public static WholeFile begin(Path file) throws IOException {
        return begin(file, false);
    }

    /** The same for a file that nobody else writes: what a writer that was killed left behind is replaced. */
    public static WholeFile beginAlone(Path file) throws IOException {
        return begin(file, true);
    }

    private static WholeFile begin(Path file, boolean alone) throws IOException {
        try {
            Path target = target(file);
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path own = folder.resolve(target.getFileName() + ".new");
            if (alone) {
                Files.deleteIfExists(own);
            }
            Path draft = alone ? Files.createFile(own) : createDraft(folder, target.getFileName() + "." + PROCESS);
            return new WholeFile(file, target, draft);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** A file of our own: names that exist belong to another writer, or to one that was killed. */
    private static Path createDraft(Path folder, String name) throws IOException {
        while (true) {
            try {
                return Files.createFile(folder.resolve(name + "-" + DRAFTS.incrementAndGet() + ".new"));
            } catch (FileAlreadyExistsException e) {
                DRAFTS.incrementAndGet();
            }
        }
    }

    /** A link keeps being one, and what is no file, a folder or a device, is not replaced by one. */
    private static Path target(Path file) throws IOException {
        if (file.getFileName() == null || Files.isDirectory(file)) {
            throw WriteFailure.because(file, "it is a folder; name a file in it", null);
        }
        if (!Files.exists(file)) {
            return file;
        }
        if (!Files.isRegularFile(file)) {
            throw WriteFailure.because(file, "it is a device or a pipe; name a file", null);
        }
        return Files.isSymbolicLink(file) ? file.toRealPath() : file;
    }

    /** Writes the file in one go. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Writes the text in UTF-8 in one go. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the file in one go; the stream is not buffered. */
    public static void write(Path file, Content content) throws IOException {
        try (WholeFile whole = begin(file)) {
            whole.write(content);
            whole.finish();
        }
    }

    /** Where to write until {@link #finish}: an empty file beside the place. */
    public Path draft() {
        return draft;
    }

    /** Replaces what was written so far, and forces it to disk. */
    public void write(Content content) throws IOException {
        // not a channel: an interrupted thread would close it
        try (OutputStream out = new FileOutputStream(draft.toFile())) {
            content.write(out);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
        force();
    }

    private void force() throws IOException {
        try {
            Forced.file(draft);
            forced = true;
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Puts what was written in its place. */
    public void finish() throws IOException {
        if (!forced) {
            force();
        }
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            open = false;
            Forced.folder(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Removes the draft unless it was finished: the place stays as it was. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            Files.deleteIfExists(draft);
        }
    }
}
