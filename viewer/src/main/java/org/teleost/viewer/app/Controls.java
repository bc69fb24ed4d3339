package org.teleost.viewer.app;

/** A strip of buttons below the picture. */
interface Controls extends AutoCloseable {

    /** Pixels that the strip takes from the bottom of the window. */
    int height();

    /** From now on a unit of text and buttons is so many pixels. */
    void setScale(double pixelsPerUnit);

    /** Whether the pointer is over the strip, or over what it has opened over the picture. */
    boolean covers();

    /** Draws the strip over the window's framebuffer; buttons act on the session. */
    void draw(ViewerSession session, int width, int windowHeight, double seconds);

    /** The pointer moved, in pixels of the framebuffer. */
    void move(double x, double y);

    /** A mouse button changed; buttons as GLFW counts them. */
    void button(int button, boolean down);

    @Override
    void close();

    /** No strip: keys and the step bar do everything. */
    Controls NONE = new Controls() {
        @Override
        public int height() {
            return 0;
        }

        @Override
        public void setScale(double pixelsPerUnit) {
            // nothing to scale
        }

        @Override
        public boolean covers() {
            return false;
        }

        @Override
        public void draw(ViewerSession session, int width, int windowHeight, double seconds) {
            // nothing to draw
        }

        @Override
        public void move(double x, double y) {
            // nothing to point at
        }

        @Override
        public void button(int button, boolean down) {
            // nothing to press
        }

        @Override
        public void close() {
            // holds nothing
        }
    };
}
