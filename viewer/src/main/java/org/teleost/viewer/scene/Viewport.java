package org.teleost.viewer.scene;

/** A rectangle of pixels in a picture, from its top left corner. */
public record Viewport(double x, double y, double width, double height) {
    public Viewport {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException(
                    "viewport width=" + width + " height=" + height + "; both must be above 0");
        }
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    /** Whether a pixel lies inside. */
    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    /** The same rectangle with {@code margin} less on every side. */
    public Viewport inset(double margin) {
        return new Viewport(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }
}
