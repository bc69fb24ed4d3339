package org.teleost.viewer.gl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Opens a context without a window. Tried in order: EGL without a surface, an EGL device, GLFW's null platform with
 * OSMesa, a hidden window when there is a display.
 */
public final class HeadlessContext {
    private static final String WAY_OUT =
            "on Debian or Ubuntu: apt-get install libegl1 libgl1-mesa-dri (software rendering, no display needed)";

    private HeadlessContext() {}

    private record Route(String name, Supplier<GlContext> open) {}

    /** Opens the first that works; throws a {@link NoGlException} with one message when none does. */
    public static GlContext open() {
        GlLibrary.prepare();
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("EGL without a surface", () -> EglContext.open(false)));
        routes.add(new Route("EGL device", () -> EglContext.open(true)));
        routes.add(new Route("OSMesa", GlfwContext::openOsMesa));
        if (System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null) {
            routes.add(new Route("hidden window", GlfwContext::openHidden));
        }
        List<String> failures = new ArrayList<>();
        for (Route route : routes) {
            try {
                return route.open().get();
            } catch (LinkageError | RuntimeException e) {
                // a missing library shows as UnsatisfiedLinkError, a driver without OpenGL 3.3 as an exception
                failures.add(route.name() + ": " + firstLine(e));
            }
        }
        throw new NoGlException("no OpenGL 3.3 without a window (" + String.join("; ", failures) + "); " + WAY_OUT);
    }

    static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
