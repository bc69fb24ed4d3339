package org.teleost.viewer.gl;

import org.lwjgl.glfw.Callbacks;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWErrorCallback;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.Platform;

/** A context that GLFW opens: with a window for people, with a hidden one, or in memory through OSMesa. */
public final class GlfwContext implements GlContext {
    private static final int HIDDEN_SIDE = 64;

    private final String route;
    private boolean initialised;
    private long window;
    private String renderer = "";

    private GlfwContext(String route) {
        this.route = route;
    }

    /**
     * Opens a visible window.
     *
     * @throws NoGlException when there is no display or no OpenGL 3.3 for it
     */
    public static GlfwContext openWindow(String title, int width, int height) {
        GlLibrary.prepare();
        GlfwContext result = new GlfwContext("window");
        try {
            result.create(displayPlatform(), GLFW.GLFW_NATIVE_CONTEXT_API, true, title, width, height);
            return result;
        } catch (LinkageError | RuntimeException e) {
            result.close();
            throw new NoGlException("no window could be opened: " + HeadlessContext.firstLine(e)
                    + "; on a machine without a display use render, or xvfb-run");
        }
    }

    /** Asking for Wayland where there is none makes its library complain on the terminal. */
    private static int displayPlatform() {
        String wayland = System.getenv("WAYLAND_DISPLAY");
        boolean x11Only = Platform.get() == Platform.LINUX && (wayland == null || wayland.isEmpty());
        return x11Only ? GLFW.GLFW_PLATFORM_X11 : GLFW.GLFW_ANY_PLATFORM;
    }

    static GlfwContext openHidden() {
        return open("hidden window", displayPlatform(), GLFW.GLFW_NATIVE_CONTEXT_API);
    }

    static GlfwContext openOsMesa() {
        return open("OSMesa", GLFW.GLFW_PLATFORM_NULL, GLFW.GLFW_OSMESA_CONTEXT_API);
    }

    private static GlfwContext open(String route, int platform, int contextApi) {
        GlfwContext result = new GlfwContext(route);
        try {
            result.create(platform, contextApi, false, "teleost", HIDDEN_SIDE, HIDDEN_SIDE);
            return result;
        } catch (LinkageError | RuntimeException e) {
            result.close();
            throw e;
        }
    }

    private void create(int platform, int contextApi, boolean visible, String title, int width, int height) {
        StringBuilder errors = new StringBuilder();
        GLFWErrorCallback callback = GLFWErrorCallback.create((code, text) ->
                errors.append(errors.isEmpty() ? "" : ", ").append(GLFWErrorCallback.getDescription(text)));
        GLFWErrorCallback previous = GLFW.glfwSetErrorCallback(callback);
        try {
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, platform);
            if (!GLFW.glfwInit()) {
                throw new IllegalStateException(errors.toString());
            }
            initialised = true;
            GLFW.glfwDefaultWindowHints();
            GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_CREATION_API, contextApi);
            GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 3);
            GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, 3);
            GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
            if (Platform.get() == Platform.MACOSX) {
                GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_FORWARD_COMPAT, GLFW.GLFW_TRUE);
            }
            GLFW.glfwWindowHint(GLFW.GLFW_SCALE_TO_MONITOR, visible ? GLFW.GLFW_TRUE : GLFW.GLFW_FALSE);
            GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, visible ? GLFW.GLFW_TRUE : GLFW.GLFW_FALSE);
            window = GLFW.glfwCreateWindow(width, height, title, MemoryUtil.NULL, MemoryUtil.NULL);
            if (window == MemoryUtil.NULL) {
                throw new IllegalStateException(errors.toString());
            }
            GLFW.glfwMakeContextCurrent(window);
            GLFW.glfwSwapInterval(visible ? 1 : 0);
            renderer = GlLibrary.attach(contextApi == GLFW.GLFW_OSMESA_CONTEXT_API ? "OSMesa" : "native");
        } finally {
            GLFW.glfwSetErrorCallback(previous);
            callback.free();
        }
    }

    /** GLFW's handle of the window. */
    public long window() {
        return window;
    }

    @Override
    public String description() {
        return route + ", " + renderer;
    }

    @Override
    public void close() {
        if (window != MemoryUtil.NULL) {
            GL.setCapabilities(null);
            Callbacks.glfwFreeCallbacks(window);
            GLFW.glfwDestroyWindow(window);
            window = MemoryUtil.NULL;
        }
        if (initialised) {
            GLFW.glfwTerminate();
            initialised = false;
        }
    }
}
