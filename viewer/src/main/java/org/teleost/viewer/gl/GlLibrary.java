package org.teleost.viewer.gl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GLCapabilities;
import org.lwjgl.system.Configuration;
import org.teleost.storage.PrivateFolder;

/** Connects LWJGL's OpenGL functions to a context that has just become current. */
final class GlLibrary {
    private static String loadedFor = "";

    private GlLibrary() {}

    /**
     * Keeps LWJGL from explaining on the terminal what its exceptions say as well, unless its debug mode is on, and
     * from putting its libraries where others can write. Only works before LWJGL's first use.
     */
    static void prepare() {
        if (Configuration.SHARED_LIBRARY_EXTRACT_PATH.get() == null) {
            Configuration.SHARED_LIBRARY_EXTRACT_PATH.set(
                    PrivateFolder.cache("lwjgl").toString());
        }
        if (!Configuration.DEBUG.get(false)) {
            Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        }
    }

    /**
     * Loads the functions.
     *
     * @param api native, EGL or OSMesa: where contexts come from
     * @return GL_RENDERER
     */
    static synchronized String attach(String api) {
        if (!loadedFor.equals(api)) {
            Configuration.OPENGL_EXPLICIT_INIT.set(true);
            Configuration.OPENGL_CONTEXT_API.set(api);
            if (!loadedFor.isEmpty()) {
                GL.destroy();
            }
            GL.create();
            loadedFor = api;
        }
        GLCapabilities capabilities = GL.createCapabilities();
        if (!capabilities.OpenGL33) {
            throw new IllegalStateException(
                    "OpenGL 3.3 is needed, the driver has " + GL11C.glGetString(GL11C.GL_VERSION));
        }
        return GL11C.glGetString(GL11C.GL_RENDERER);
    }
}
