package org.teleost.viewer.scene;

/**
 * Something to draw, in world units unless a name says pixels. Colours are {@link Rgba}; one with opacity 0 draws
 * nothing. Arrays belong to the shape from its creation on and must not change.
 */
public sealed interface Shape {

    /**
     * Many small discs of one size in pixels. {@code xs}, {@code ys} and {@code colors} have one entry each; with
     * {@code particles} the disc of index i is the recorded belief's particle i.
     */
    record Points(float[] xs, float[] ys, int[] colors, double radiusPixels, boolean particles) implements Shape {
        /** Points that are no particles. */
        public Points(float[] xs, float[] ys, int[] colors, double radiusPixels) {
            this(xs, ys, colors, radiusPixels, false);
        }

        public Points {
            requireLength("ys", ys.length, xs.length);
            requireLength("colors", colors.length, xs.length);
        }
    }

    /**
     * A scalar field on equal cells: values[row * columns + column], row 0 at the bottom; NaN draws nothing. A smooth
     * one mixes the colours of neighbouring cells and must have no NaN.
     */
    record Field(
            Bounds bounds,
            int columns,
            int rows,
            float[] values,
            ColorMap colors,
            double low,
            double high,
            boolean smooth)
            implements Shape {
        /** A field that shows its cells. */
        public Field(Bounds bounds, int columns, int rows, float[] values, ColorMap colors, double low, double high) {
            this(bounds, columns, rows, values, colors, low, high, false);
        }

        public Field {
            requireLength("values", values.length, (long) columns * rows);
        }

        private int cell(int row, int column) {
            return row * columns + column;
        }

        /** The value of the cell at a place, NaN outside. */
        float at(double x, double y) {
            double column = (x - bounds.minX()) / bounds.width() * columns;
            double row = (y - bounds.minY()) / bounds.height() * rows;
            boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
            return inside ? values[cell((int) row, (int) column)] : Float.NaN;
        }
    }

    /** A picture over a rectangle: colors 0xRRGGBBAA row by row, row 0 at the bottom. */
    record Picture(Bounds bounds, int columns, int rows, int[] colors) implements Shape {
        public Picture {
            requireLength("colors", colors.length, (long) columns * rows);
        }
    }

    /** An axis-parallel rectangle, filled and outlined. */
    record Rectangle(Bounds bounds, int fill, int stroke, double strokePixels) implements Shape {}

    /** A disc, filled and outlined. */
    record Disc(double x, double y, double radius, int fill, int stroke, double strokePixels) implements Shape {}

    /** Connected straight lines through the points x0, y0, x1, y1, ... */
    record Polyline(double[] points, int color, double widthPixels) implements Shape {
        public Polyline {
            requireLength("points", points.length, points.length / 2 * 2L);
        }
    }

    /** An arrow with its head at (x1, y1). */
    record Arrow(double x0, double y0, double x1, double y1, int color, double widthPixels) implements Shape {}

    /**
     * Text; its height does not change with the camera. It is left out when it is wider than {@code room} world units;
     * 0 draws it always.
     */
    record Label(double x, double y, String text, int heightPixels, Anchor anchor, int color, double room)
            implements Shape {
        /** A label that is always drawn. */
        public Label(double x, double y, String text, int heightPixels, Anchor anchor, int color) {
            this(x, y, text, heightPixels, anchor, color, 0);
        }
    }

    /** Which point of the text lies on the given place. */
    enum Anchor {
        CENTER,
        LEFT,
        RIGHT,
        ABOVE,
        BELOW
    }

    private static void requireLength(String name, long length, long wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(name + " has length=" + length + "; expected " + wanted);
        }
    }
}
