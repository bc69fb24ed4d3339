package org.teleost.viewer.gl;

import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.egl.EGL10;
import org.lwjgl.egl.EGL12;
import org.lwjgl.egl.EGL14;
import org.lwjgl.egl.EGL15;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A context from EGL with no surface at all; drawing goes to framebuffer objects. */
final class EglContext implements GlContext {
    private static final int PLATFORM_SURFACELESS_MESA = 0x31DD;
    private static final int PLATFORM_DEVICE_EXT = 0x313F;
    private static final int MAX_DEVICES = 16;

    private final String route;
    private final long display;
    private long context;
    private String renderer = "";

    private EglContext(String route, long display) {
        this.route = route;
        this.display = display;
    }

    /** Opens a context on the first device or, without one, on no surface. */
    static EglContext open(boolean device) {
        EglLibrary.load();
        EglContext result = device
                ? new EglContext("EGL device", deviceDisplay())
                : new EglContext("EGL surfaceless", platformDisplay(PLATFORM_SURFACELESS_MESA, MemoryUtil.NULL));
        try {
            result.create();
            return result;
        } catch (LinkageError | RuntimeException e) {
            result.close();
            throw e;
        }
    }

    /** LWJGL's own wrapper refuses a NULL native display, which is what surfaceless asks for. */
    private static long platformDisplay(int platform, long nativeDisplay) {
        long function = EglLibrary.function("eglGetPlatformDisplayEXT");
        long display = JNI.callPPP(platform, nativeDisplay, MemoryUtil.NULL, function);
        if (display == MemoryUtil.NULL) {
            throw new IllegalStateException("EGL has no such display");
        }
        return display;
    }

    private static long deviceDisplay() {
        long function = EglLibrary.function("eglQueryDevicesEXT");
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer devices = stack.mallocPointer(MAX_DEVICES);
            IntBuffer count = stack.callocInt(1);
            int answer = JNI.callPPI(MAX_DEVICES, devices.address(), MemoryUtil.memAddress(count), function);
            if (answer == 0 || count.get(0) < 1) {
                throw new IllegalStateException("EGL lists no device");
            }
            return platformDisplay(PLATFORM_DEVICE_EXT, devices.get(0));
        }
    }

    private void create() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer version = stack.mallocInt(2);
            require(EGL10.eglInitialize(display, version.slice(0, 1), version.slice(1, 1)), "eglInitialize");
            EGL.createDisplayCapabilities(display, version.get(0), version.get(1));
            require(EGL12.eglBindAPI(EGL14.EGL_OPENGL_API), "eglBindAPI for OpenGL");
            IntBuffer wanted = stack.ints(
                    EGL10.EGL_SURFACE_TYPE,
                    EGL10.EGL_PBUFFER_BIT,
                    EGL12.EGL_RENDERABLE_TYPE,
                    EGL14.EGL_OPENGL_BIT,
                    EGL10.EGL_NONE);
            PointerBuffer config = stack.mallocPointer(1);
            IntBuffer count = stack.callocInt(1);
            require(EGL10.eglChooseConfig(display, wanted, config, count) && count.get(0) > 0, "eglChooseConfig");
            IntBuffer attributes = stack.ints(
                    EGL15.EGL_CONTEXT_MAJOR_VERSION,
                    3,
                    EGL15.EGL_CONTEXT_MINOR_VERSION,
                    3,
                    EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK,
                    EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                    EGL10.EGL_NONE);
            context = EGL10.eglCreateContext(display, config.get(0), EGL10.EGL_NO_CONTEXT, attributes);
            require(context != EGL10.EGL_NO_CONTEXT, "eglCreateContext for OpenGL 3.3 core");
            require(
                    EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, context),
                    "eglMakeCurrent");
        }
        renderer = GlLibrary.attach("EGL");
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException(what + " failed with error 0x" + Integer.toHexString(EGL10.eglGetError()));
        }
    }

    @Override
    public String description() {
        return route + ", " + renderer;
    }

    @Override
    public void close() {
        if (context != MemoryUtil.NULL) {
            GL.setCapabilities(null);
            EGL10.eglMakeCurrent(display, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_SURFACE, EGL10.EGL_NO_CONTEXT);
            EGL10.eglDestroyContext(display, context);
            context = MemoryUtil.NULL;
        }
        // the display stays: EGL hands the same one out again, maybe to somebody else in this process
    }

    /** Loads libEGL once, when it is first asked for and not when a class happens to be touched. */
    private static final class EglLibrary {
        private EglLibrary() {}

        static synchronized void load() {
            if (Configuration.EGL_EXPLICIT_INIT.get(false)) {
                return;
            }
            Configuration.EGL_EXPLICIT_INIT.set(true);
            try {
                EGL.create();
            } catch (LinkageError e) {
                Configuration.EGL_EXPLICIT_INIT.set(null);
                throw e;
            }
        }

        static long function(String name) {
            var provider = EGL.getFunctionProvider();
            long address = provider == null ? MemoryUtil.NULL : provider.getFunctionAddress(name);
            if (address == MemoryUtil.NULL) {
                throw new IllegalStateException("EGL has no " + name);
            }
            return address;
        }
    }
}
