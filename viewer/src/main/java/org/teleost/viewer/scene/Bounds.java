package org.teleost.viewer.scene;

/** An axis-parallel rectangle in world units, y up; never empty. */
public record Bounds(double minX, double minY, double maxX, double maxY) {
    public Bounds {
        if (!(minX < maxX) || !(minY < maxY) || Double.isInfinite(maxX - minX) || Double.isInfinite(maxY - minY)) {
            throw new IllegalArgumentException("bounds x=" + minX + ".." + maxX + " y=" + minY + ".." + maxY
                    + " are empty or not finite; min must lie below max");
        }
    }

    public double width() {
        return maxX - minX;
    }

    public double height() {
        return maxY - minY;
    }

    public double centerX() {
        return 0.5 * (minX + maxX);
    }

    public double centerY() {
        return 0.5 * (minY + maxY);
    }

    /** The same rectangle with {@code margin} more on every side. */
    public Bounds expanded(double margin) {
        return new Bounds(minX - margin, minY - margin, maxX + margin, maxY + margin);
    }
}
