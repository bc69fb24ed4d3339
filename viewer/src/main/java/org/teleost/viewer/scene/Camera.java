package org.teleost.viewer.scene;

/**
 * Looks straight down on the world: orthographic, one scale for both axes, x right and y up. Immutable; moving gives a
 * new camera.
 *
 * @param centerX world x in the middle of the viewport
 * @param centerY world y in the middle of the viewport
 * @param scale pixels per world unit
 * @param viewport where in the picture the world appears
 */
public record Camera(double centerX, double centerY, double scale, Viewport viewport) {
    private static final double FARTHEST = 1e-6;
    private static final double NEAREST = 1e6;

    public Camera {
        if (!(scale >= FARTHEST && scale <= NEAREST) || Double.isNaN(centerX + centerY)) {
            throw new IllegalArgumentException("camera center=(" + centerX + ", " + centerY + ") scale=" + scale
                    + "; the scale's allowed range is 1e-6 to 1e6 pixels per unit");
        }
    }

    /** The camera that shows all of {@code bounds}, as large as the viewport allows. */
    public static Camera fit(Bounds bounds, Viewport viewport) {
        double scale = Math.min(viewport.width() / bounds.width(), viewport.height() / bounds.height());
        return new Camera(bounds.centerX(), bounds.centerY(), clampScale(scale), viewport);
    }

    /** The same look through another viewport; what was in the middle stays there. */
    public Camera withViewport(Viewport other) {
        return new Camera(centerX, centerY, scale, other);
    }

    /** The same scale, centred elsewhere. */
    public Camera centeredOn(double x, double y) {
        return new Camera(x, y, scale, viewport);
    }

    /** Moves the world by pixels, as dragging does: y grows downwards. */
    public Camera pan(double pixelsX, double pixelsY) {
        return new Camera(centerX - pixelsX / scale, centerY + pixelsY / scale, scale, viewport);
    }

    /** Scales by {@code factor}; the world point under the pixel stays under it. */
    public Camera zoomAt(double px, double py, double factor) {
        double wanted = clampScale(scale * factor);
        double x = worldX(px) - (px - middleX()) / wanted;
        double y = worldY(py) + (py - middleY()) / wanted;
        return new Camera(x, y, wanted, viewport);
    }

    public double pixelX(double worldX) {
        return middleX() + (worldX - centerX) * scale;
    }

    public double pixelY(double worldY) {
        return middleY() - (worldY - centerY) * scale;
    }

    public double worldX(double pixelX) {
        return centerX + (pixelX - middleX()) / scale;
    }

    public double worldY(double pixelY) {
        return centerY - (pixelY - middleY()) / scale;
    }

    private double middleX() {
        return viewport.x() + 0.5 * viewport.width();
    }

    private double middleY() {
        return viewport.y() + 0.5 * viewport.height();
    }

    private static double clampScale(double scale) {
        return Math.max(FARTHEST, Math.min(NEAREST, scale));
    }
}
