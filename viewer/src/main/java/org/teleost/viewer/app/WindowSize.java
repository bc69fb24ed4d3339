package org.teleost.viewer.app;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWVidMode;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.PictureLayout;

/** How large a window is, in pixels and in what the screen counts, and whether it fills the screen. */
final class WindowSize {
    private final long window;
    private int width = 1;
    private int height = 1;
    private int screenWidth = 1;
    private int screenHeight = 1;

    /** Place and size before it filled the screen: x, y, width, height. */
    private final int[] before = new int[4];

    WindowSize(long window) {
        this.window = window;
    }

    /** Looks again. */
    void measure() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer x = stack.mallocInt(1);
            IntBuffer y = stack.mallocInt(1);
            GLFW.glfwGetFramebufferSize(window, x, y);
            width = x.get(0);
            height = y.get(0);
            GLFW.glfwGetWindowSize(window, x, y);
            screenWidth = Math.max(1, x.get(0));
            screenHeight = Math.max(1, y.get(0));
        }
    }

    /** Pixels. */
    int width() {
        return width;
    }

    /** Pixels. */
    int height() {
        return height;
    }

    /** Pixels from the left of a place that the pointer is at; some screens count it in larger units. */
    double pixelX(double x) {
        return x * width / screenWidth;
    }

    /** Pixels from the top, likewise. */
    double pixelY(double y) {
        return y * height / screenHeight;
    }

    /** Pixels that make the size of one on a usual screen. */
    double contentScale() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            FloatBuffer x = stack.mallocFloat(1);
            FloatBuffer y = stack.mallocFloat(1);
            GLFW.glfwGetWindowContentScale(window, x, y);
            return x.get(0) > 0 ? x.get(0) : 1;
        }
    }

    boolean fullScreen() {
        return GLFW.glfwGetWindowMonitor(window) != MemoryUtil.NULL;
    }

    /** Fills the screen that most of the window is on, or goes back to where it was. */
    void setFullScreen(boolean full) {
        if (full == fullScreen()) {
            return;
        }
        if (!full) {
            GLFW.glfwSetWindowMonitor(window, MemoryUtil.NULL, before[0], before[1], before[2], before[3], 0);
            return;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer x = stack.mallocInt(1);
            IntBuffer y = stack.mallocInt(1);
            GLFW.glfwGetWindowPos(window, x, y);
            before[0] = x.get(0);
            before[1] = y.get(0);
        }
        before[2] = screenWidth;
        before[3] = screenHeight;
        long monitor = monitor();
        GLFWVidMode mode = monitor == MemoryUtil.NULL ? null : GLFW.glfwGetVideoMode(monitor);
        if (mode != null) {
            GLFW.glfwSetWindowMonitor(window, monitor, 0, 0, mode.width(), mode.height(), mode.refreshRate());
        }
    }

    /** The monitor that the window's middle is on, else the first. */
    private long monitor() {
        PointerBuffer monitors = GLFW.glfwGetMonitors();
        int middleX = before[0] + before[2] / 2;
        int middleY = before[1] + before[3] / 2;
        for (int i = 0; monitors != null && i < monitors.limit(); i++) {
            try (MemoryStack stack = MemoryStack.stackPush()) {
                IntBuffer x = stack.mallocInt(1);
                IntBuffer y = stack.mallocInt(1);
                GLFW.glfwGetMonitorPos(monitors.get(i), x, y);
                GLFWVidMode mode = GLFW.glfwGetVideoMode(monitors.get(i));
                if (mode != null
                        && middleX >= x.get(0)
                        && middleX < x.get(0) + mode.width()
                        && middleY >= y.get(0)
                        && middleY < y.get(0) + mode.height()) {
                    return monitors.get(i);
                }
            }
        }
        return GLFW.glfwGetPrimaryMonitor();
    }

    /** What to remember for the next time, in pixels of a usual screen; that of the window, not of the full screen. */
    SavedLayout saved(Panels panels, int enlarged) {
        measure();
        boolean full = fullScreen();
        double scale = contentScale();
        double pixelWidth = full ? pixelX(before[2]) : width;
        double pixelHeight = full ? pixelY(before[3]) : height;
        return new SavedLayout(
                (int) Math.max(PictureLayout.SMALLEST_WIDTH, Math.round(pixelWidth / scale)),
                (int) Math.max(PictureLayout.SMALLEST_HEIGHT, Math.round(pixelHeight / scale)),
                panels,
                enlarged);
    }
}
