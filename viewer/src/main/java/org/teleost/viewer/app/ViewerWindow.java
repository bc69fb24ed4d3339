package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.system.MemoryStack;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.gl.CanvasRenderer;
import org.teleost.viewer.gl.GlfwContext;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.picture.PngFile;
import org.teleost.viewer.ui.PictureLayout;

/**
 * A window on an episode. The picture is painted into a framebuffer of its own exactly as without a window and copied;
 * the controls lie below it. Belongs to the thread that opened it, which on macOS must be the first.
 */
final class ViewerWindow implements AutoCloseable {
    private final GlfwContext context;
    private final Font font;
    private final CanvasRenderer renderer;
    private final Canvas canvas;
    private final Controls controls;
    private final ViewerSession session;
    private final LongSupplier nanoTime;
    private final Path screenshots;
    private final String name;
    private final TraceViewer.Window options;
    private final WindowSize size;
    private long lastNanos;

    /**
     * Opens a window; the picture and the controls below it fill it.
     *
     * @param layout the window's size and panels
     * @param options what the user wants of it
     * @param screenshots folder that pictures are saved to
     * @throws org.teleost.viewer.gl.NoGlException without a display or OpenGL
     */
    ViewerWindow(
            EpisodeView episode,
            String name,
            SavedLayout layout,
            TraceViewer.Window options,
            Path screenshots,
            LongSupplier nanoTime) {
        this(
                canvas -> new ViewerSession(episode, canvas, layout.panels(), nanoTime),
                name,
                layout,
                options,
                screenshots,
                nanoTime);
    }

    /** A window that follows a running planner. */
    ViewerWindow(
            LiveShow show,
            String name,
            SavedLayout layout,
            TraceViewer.Window options,
            Path screenshots,
            LongSupplier nanoTime) {
        this(
                canvas -> new ViewerSession(show, canvas, layout.panels(), nanoTime),
                name,
                layout,
                options,
                screenshots,
                nanoTime);
    }

    private ViewerWindow(
            Function<Canvas, ViewerSession> sessions,
            String name,
            SavedLayout layout,
            TraceViewer.Window options,
            Path screenshots,
            LongSupplier nanoTime) {
        this.name = name;
        this.options = options;
        this.screenshots = screenshots;
        this.nanoTime = nanoTime;
        context = GlfwContext.openWindow("Teleost: " + name, layout.width(), layout.height());
        size = new WindowSize(context.window());
        font = new Font();
        renderer = new CanvasRenderer();
        canvas = new Canvas(font);
        controls = ImGuiControls.open();
        session = sessions.apply(canvas);
        session.scale().setSteps(layout.enlarged());
        lastNanos = nanoTime.getAsLong();
        GLFW.glfwSetWindowSizeLimits(
                context.window(),
                PictureLayout.SMALLEST_WIDTH,
                PictureLayout.SMALLEST_HEIGHT + controls.height(),
                GLFW.GLFW_DONT_CARE,
                GLFW.GLFW_DONT_CARE);
        listen();
    }

    ViewerSession session() {
        return session;
    }

    String description() {
        return context.description();
    }

    /** Size and panels at this moment, for the next time. */
    SavedLayout layout() {
        return size.saved(session.panels(), session.scale().steps());
    }

    /** Shows pictures until the user closes the window. */
    void run() throws IOException {
        while (!session.quit() && !GLFW.glfwWindowShouldClose(context.window())) {
            if (session.due()) {
                picture();
            }
            GLFW.glfwWaitEventsTimeout(session.secondsToNextPicture());
        }
    }

    /** Paints once. */
    void picture() throws IOException {
        size.setFullScreen(session.fullScreen());
        int pictureHeight = pictureHeight();
        int width = size.width();
        if (width < PictureLayout.SMALLEST_WIDTH || pictureHeight < PictureLayout.SMALLEST_HEIGHT) {
            return;
        }
        if (session.takeScreenshotRequest()) {
            save(pictureHeight);
        }
        session.paint(width, pictureHeight, false);
        renderer.draw(canvas);
        GL11C.glClearColor(0, 0, 0, 1);
        renderer.show(size.height());
        GL11C.glViewport(0, 0, width, size.height());
        long now = nanoTime.getAsLong();
        controls.draw(session, width, size.height(), 1e-9 * (now - lastNanos));
        lastNanos = now;
        renderer.requireNoError();
        GLFW.glfwSwapBuffers(context.window());
    }

    /** Looks how large everything is and leaves the strip its room. */
    private int pictureHeight() {
        size.measure();
        session.scale().setScreen(options.scale() > 0 ? options.scale() : size.contentScale());
        controls.setScale(session.scale().in(Math.max(1, size.width()), Math.max(1, size.height())));
        return size.height() - controls.height();
    }

    /** The picture of the moment, without help, notices and controls. */
    Picture screenshot() throws IOException {
        return plain(pictureHeight());
    }

    private Picture plain(int pictureHeight) throws IOException {
        session.paint(size.width(), pictureHeight, true);
        renderer.draw(canvas);
        return renderer.read();
    }

    private void save(int pictureHeight) {
        Path file = screenshots.resolve(
                String.format("%s-step-%05d.png", name, session.timeline().step()));
        try {
            PngFile.write(plain(pictureHeight), file);
            session.notice("saved " + file);
        } catch (IOException e) {
            session.notice("cannot save " + file + ": " + e.getMessage());
        }
    }

    private void listen() {
        long window = context.window();
        GLFW.glfwSetKeyCallback(window, (handle, key, scancode, action, modifiers) -> {
            if (options.shortcuts() && action != GLFW.GLFW_RELEASE) {
                Keys.command(key, (modifiers & GLFW.GLFW_MOD_CONTROL) != 0).ifPresent(session::handle);
            }
        });
        GLFW.glfwSetCursorPosCallback(window, (handle, x, y) -> {
            controls.move(size.pixelX(x), size.pixelY(y));
            if (controls.covers()) {
                session.leave();
            } else {
                session.move(unitX(x), unitY(y));
            }
        });
        GLFW.glfwSetCursorEnterCallback(window, (handle, entered) -> {
            if (!entered) {
                session.leave();
            }
        });
        GLFW.glfwSetMouseButtonCallback(window, (handle, button, action, modifiers) -> {
            boolean down = action == GLFW.GLFW_PRESS;
            controls.button(button, down);
            if (button == GLFW.GLFW_MOUSE_BUTTON_LEFT) {
                pointer(down);
            }
        });
        GLFW.glfwSetScrollCallback(window, (handle, x, y) -> withPointer((px, py) -> session.scroll(px, py, y)));
    }

    private void pointer(boolean down) {
        if (down && !controls.covers()) {
            withPointer(session::press);
        } else {
            session.release();
        }
    }

    private interface PointerAction {
        void at(double x, double y);
    }

    private void withPointer(PointerAction action) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            var x = stack.mallocDouble(1);
            var y = stack.mallocDouble(1);
            GLFW.glfwGetCursorPos(context.window(), x, y);
            action.at(unitX(x.get(0)), unitY(y.get(0)));
        }
    }

    /** Units of the picture at the pointer's x. */
    private double unitX(double x) {
        return size.pixelX(x) / canvas.scale();
    }

    private double unitY(double y) {
        return size.pixelY(y) / canvas.scale();
    }

    @Override
    public void close() {
        controls.close();
        renderer.close();
        font.close();
        context.close();
    }
}
