package org.teleost.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of a device twin: the name that compile errors show, and its text. */
record TwinFile(String name, String text) {
    TwinFile {
        if (name.isEmpty() || name.contains("\"") || name.contains("\n") || name.contains("\\")) {
            throw new IllegalArgumentException(
                    "fileName=" + name + "; compile errors show it, use a plain name such as my-model.cu");
        }
    }

    /** Reads a resource in the package of {@code owner}. */
    static TwinFile read(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + owner.getName()
                        + "; put it under src/main/resources in the folder of that package");
            }
            return new TwinFile(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read resource " + resource + " beside " + owner.getName(), e);
        }
    }
}
