package org.teleost.viewer.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Primitives in drawing order, in units of which {@link #scale} pixels make one, as records of {@link #STRIDE} 32-bit
 * words that a shader turns into quads: four floats (corners or end points), four floats (radius, stroke width, kind,
 * unused), four floats (texture corners or a third point), fill colour, stroke colour. Colours are 0xRRGGBBAA. Reused
 * from picture to picture.
 */
public final class Canvas {
    /** Words per primitive. */
    public static final int STRIDE = 14;

    /** Kinds of primitives, as the shader knows them. */
    public static final int BOX = 0;

    public static final int SEGMENT = 1;
    public static final int GLYPH = 2;
    public static final int TRIANGLE = 3;

    private final Font font;
    private final List<Run> runs = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final Tips tips = new Tips();
    private int[] words = new int[STRIDE * 1024];
    private int count;
    private int pixelWidth;
    private int pixelHeight;
    private double scale = 1;

    /** Plain boxes of at least this many square pixels are worth a run of their own. */
    private static final double LARGE = 4096;

    /**
     * What a run consists of. Software rendering pays for every line of a shader whether a branch needs it or not, so
     * the two kinds that cover most pixels have short ones.
     */
    public enum Content {
        /** Anything. */
        MIXED,
        /** Filled rectangles. */
        BOXES,
        /** Filled discs. */
        DOTS,
        /** One of the canvas's images each, in order. */
        IMAGES
    }

    /** Primitives from {@code first} on that are cut off at a rectangle of whole pixels. */
    public record Run(Content content, int first, int count, int x, int y, int width, int height) {}

    /**
     * A picture in the picture.
     *
     * @param colors row by row, row 0 at the bottom; not to be changed
     * @param smooth whether colours mix between the middles of its pixels
     */
    public record Image(int columns, int rows, int[] colors, boolean smooth) {
        public Image {
            if (columns < 1 || rows < 1 || colors.length != (long) columns * rows) {
                throw new IllegalArgumentException("image columns=" + columns + " rows=" + rows + " colors="
                        + colors.length + "; it needs a colour per pixel and at least one pixel");
            }
        }
    }

    public Canvas(Font font) {
        this.font = font;
    }

    /**
     * Starts a picture.
     *
     * @param pictureWidth pixels
     * @param pictureHeight pixels
     * @param pixelsPerUnit how large everything is drawn
     */
    public void begin(int pictureWidth, int pictureHeight, double pixelsPerUnit) {
        if (pictureWidth < 1 || pictureHeight < 1 || !(pixelsPerUnit > 0)) {
            throw new IllegalArgumentException("picture " + pictureWidth + "x" + pictureHeight + " scale="
                    + pixelsPerUnit + "; both sides must be at least 1, the scale above 0");
        }
        pixelWidth = pictureWidth;
        pixelHeight = pictureHeight;
        scale = pixelsPerUnit;
        font.scaleTo(pixelsPerUnit);
        count = 0;
        runs.clear();
        images.clear();
        tips.clear();
        noClip();
    }

    /** Whole units from left to right. */
    public int width() {
        return (int) (pixelWidth / scale + 1e-9);
    }

    /** Whole units from top to bottom. */
    public int height() {
        return (int) (pixelHeight / scale + 1e-9);
    }

    public int pixelWidth() {
        return pixelWidth;
    }

    public int pixelHeight() {
        return pixelHeight;
    }

    /** Pixels per unit. */
    public double scale() {
        return scale;
    }

    /** What is said where the pointer rests. */
    public Tips tips() {
        return tips;
    }

    /** Fills the whole picture. */
    public void fill(int color) {
        box(0, 0, pixelWidth / scale, pixelHeight / scale, color);
    }

    public Font font() {
        return font;
    }

    /** Primitives so far. */
    public int count() {
        return count;
    }

    /** The words of all primitives, {@code STRIDE * count()} of them; valid until the next primitive. */
    public int[] words() {
        return words;
    }

    /** What follows is cut off at this rectangle. */
    public void clip(double x, double y, double clipWidth, double clipHeight) {
        int left = (int) Math.max(0, Math.floor(scale * x));
        int top = (int) Math.max(0, Math.floor(scale * y));
        int right = (int) Math.min(pixelWidth, Math.ceil(scale * (x + clipWidth)));
        int bottom = (int) Math.min(pixelHeight, Math.ceil(scale * (y + clipHeight)));
        endRun();
        runs.add(new Run(Content.MIXED, count, 0, left, top, Math.max(0, right - left), Math.max(0, bottom - top)));
    }

    /** What follows is of this content. */
    private void content(Content content) {
        Run last = runs.get(runs.size() - 1);
        if (last.content() != content) {
            endRun();
            runs.add(new Run(content, count, 0, last.x(), last.y(), last.width(), last.height()));
        }
    }

    /** What follows is cut off at the picture's edge only. */
    public void noClip() {
        clip(0, 0, pixelWidth / scale, pixelHeight / scale);
    }

    /** The runs of the whole picture, in order. */
    public List<Run> runs() {
        endRun();
        return List.copyOf(runs);
    }

    private void endRun() {
        if (!runs.isEmpty()) {
            Run last = runs.get(runs.size() - 1);
            runs.set(
                    runs.size() - 1,
                    new Run(
                            last.content(),
                            last.first(),
                            count - last.first(),
                            last.x(),
                            last.y(),
                            last.width(),
                            last.height()));
        }
    }

    /** A rectangle with rounded corners; the stroke lies half inside. */
    public void box(
            double x0, double y0, double x1, double y1, double radius, int fill, int stroke, double strokeWidth) {
        if (radius == 0 && Math.abs((x1 - x0) * (y1 - y0)) >= LARGE) {
            box(x0, y0, x1, y1, fill);
            outline(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), stroke, strokeWidth);
        } else {
            add(BOX, x0, y0, x1, y1, radius, strokeWidth, fill, strokeWidth > 0 ? stroke : 0);
        }
    }

    /** Four thin boxes: a large outline as one primitive would cover its whole inside. */
    private void outline(double x0, double y0, double x1, double y1, int color, double lineWidth) {
        double half = 0.5 * lineWidth;
        if (half > 0) {
            box(x0 - half, y0 - half, x1 + half, y0 + half, color);
            box(x0 - half, y1 - half, x1 + half, y1 + half, color);
            box(x0 - half, y0 + half, x0 + half, y1 - half, color);
            box(x1 - half, y0 + half, x1 + half, y1 - half, color);
        }
    }

    /** A filled rectangle. */
    public void box(double x0, double y0, double x1, double y1, int fill) {
        content(Math.abs((x1 - x0) * (y1 - y0)) >= LARGE ? Content.BOXES : Content.MIXED);
        put(BOX, x0, y0, x1, y1, 0, 0, fill, 0);
    }

    /** An image, stretched over a rectangle whose first corner is the upper left one. */
    public void image(double x0, double y0, double x1, double y1, Image image) {
        content(Content.IMAGES);
        int at = put(BOX, x0, y0, x1, y1, 0, 0, 0, 0);
        put(at + 8, 0);
        put(at + 9, 1);
        put(at + 10, 1);
        put(at + 11, 0);
        images.add(image);
    }

    /** The images so far, one for each primitive of the runs of images. */
    public List<Image> images() {
        return images;
    }

    /** One of many filled discs in a row. */
    public void dot(double x, double y, double radius, int fill) {
        content(Content.DOTS);
        put(BOX, x - radius, y - radius, x + radius, y + radius, radius, 0, fill, 0);
    }

    /** A disc; the stroke lies half inside. */
    public void disc(double x, double y, double radius, int fill, int stroke, double strokeWidth) {
        box(x - radius, y - radius, x + radius, y + radius, radius, fill, stroke, strokeWidth);
    }

    /** A straight line with round ends. */
    public void segment(double x0, double y0, double x1, double y1, double lineWidth, int color) {
        add(SEGMENT, x0, y0, x1, y1, 0.5 * lineWidth, 0, color, 0);
    }

    /** A filled triangle. */
    public void triangle(double x0, double y0, double x1, double y1, double x2, double y2, int color) {
        int at = add(TRIANGLE, x0, y0, x1, y1, 0, 0, color, 0);
        put(at + 8, scale * x2);
        put(at + 9, scale * y2);
    }

    /** Text from its left end on its base line; returns the x where it ends. */
    public double text(double x, double baseline, String text, int textHeight, int color) {
        content(Content.MIXED);
        int pixels = font.pixels(textHeight);
        double pen = Math.round(scale * x);
        double y = Math.round(scale * baseline);
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            Glyph glyph = font.glyph(codePoint, pixels);
            if (glyph.width() > 0) {
                double left = pen + glyph.left();
                double top = y + glyph.top();
                int at = putPixels(GLYPH, left, top, left + glyph.width(), top + glyph.height(), 0, 0, color, 0);
                put(at + 8, glyph.atlasX());
                put(at + 9, glyph.atlasY());
                put(at + 10, glyph.atlasX() + glyph.width());
                put(at + 11, glyph.atlasY() + glyph.height());
            }
            pen += glyph.advance();
        }
        return pen / scale;
    }

    /** Text cut to a width with an ellipsis when it does not fit; all of it is said where the pointer rests on it. */
    public double textWithin(double x, double baseline, String text, int textHeight, int color, double maxWidth) {
        String shown = font.shorten(text, textHeight, maxWidth);
        double end = text(x, baseline, shown, textHeight, color);
        if (shown.length() < text.length()) {
            tips.add(x, baseline - textHeight, Math.max(end, x + maxWidth), baseline + 5, (atX, atY) -> text);
        }
        return end;
    }

    private int add(
            int kind,
            double x0,
            double y0,
            double x1,
            double y1,
            double radius,
            double stroke,
            int fillColor,
            int strokeColor) {
        content(Content.MIXED);
        return put(kind, x0, y0, x1, y1, radius, stroke, fillColor, strokeColor);
    }

    private int put(
            int kind,
            double x0,
            double y0,
            double x1,
            double y1,
            double radius,
            double stroke,
            int fillColor,
            int strokeColor) {
        double s = scale;
        return putPixels(kind, s * x0, s * y0, s * x1, s * y1, s * radius, s * stroke, fillColor, strokeColor);
    }

    private int putPixels(
            int kind,
            double x0,
            double y0,
            double x1,
            double y1,
            double radius,
            double stroke,
            int fillColor,
            int strokeColor) {
        int at = count * STRIDE;
        if (at + STRIDE > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        put(at, x0);
        put(at + 1, y0);
        put(at + 2, x1);
        put(at + 3, y1);
        put(at + 4, radius);
        put(at + 5, stroke);
        put(at + 6, kind);
        put(at + 7, 0);
        put(at + 8, 0);
        put(at + 9, 0);
        put(at + 10, 0);
        put(at + 11, 0);
        words[at + 12] = Integer.reverseBytes(fillColor);
        words[at + 13] = Integer.reverseBytes(strokeColor);
        count++;
        return at;
    }

    private void put(int at, double value) {
        words[at] = Float.floatToRawIntBits((float) value);
    }
}
