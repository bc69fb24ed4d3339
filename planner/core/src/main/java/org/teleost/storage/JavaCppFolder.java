package org.teleost.storage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where JavaCPP unpacks native libraries (ND4J's, OpenBLAS's, CUDA's) and loads them from. Left alone it takes
 * {@code .javacpp-USER} among the temporary files where the home can't be written, which any user of the machine can
 * put there first.
 */
public final class JavaCppFolder {
    private static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    private JavaCppFolder() {}

    /** To be called before JavaCPP's first use: names it a folder of the user's own, unless the user named one. */
    public static void prepare() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, in(Path.of(System.getProperty("user.home"))) + "/");
        }
    }

    /** JavaCPP's usual place in this home if nobody else can write it, else a place in our cache. */
    static Path in(Path home) {
        try {
            return PrivateFolder.require(home.toAbsolutePath().resolve(".javacpp"))
                    .resolve("cache");
        } catch (IOException e) {
            return PrivateFolder.cache("javacpp");
        }
    }
}
