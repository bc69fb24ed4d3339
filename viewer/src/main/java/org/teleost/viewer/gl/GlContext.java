package org.teleost.viewer.gl;

/** An OpenGL context, current on the thread that opened it until it is closed there. */
public interface GlContext extends AutoCloseable {

    /** How it was opened, and the driver's own name. */
    String description();

    @Override
    void close();
}
