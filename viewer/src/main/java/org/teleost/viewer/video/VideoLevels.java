package org.teleost.viewer.video;

import org.jcodec.common.model.ColorSpace;
import org.teleost.viewer.picture.Picture;

/**
 * RGB to luma and chroma for video: ITU-R BT.709, luma from 16 for black to 235 for white, chroma from 16 to 240 about
 * 128 and one sample for four pixels.
 */
final class VideoLevels {
    private static final double RED = 0.2126;
    private static final double BLUE = 0.0722;
    private static final double GREEN = 1.0 - RED - BLUE;

    private final int width;
    private final int height;
    private final org.jcodec.common.model.Picture target;

    /** For pictures of this size, both even. */
    VideoLevels(int width, int height) {
        this.width = width;
        this.height = height;
        target = org.jcodec.common.model.Picture.create(width, height, ColorSpace.YUV420J);
    }

    /** The converted picture; the codec counts levels from -128. */
    org.jcodec.common.model.Picture picture() {
        return target;
    }

    void take(Picture picture) {
        byte[] rgb = picture.rgb();
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                block(rgb, x, y);
            }
        }
    }

    /** Four pixels: each its luma, together their mean chroma. */
    private void block(byte[] rgb, int x, int y) {
        double red = 0;
        double blue = 0;
        double luma = 0;
        for (int i = 0; i < 4; i++) {
            int pixel = (y + (i >> 1)) * width + x + (i & 1);
            double r = (rgb[3 * pixel] & 0xFF) / 255.0;
            double g = (rgb[3 * pixel + 1] & 0xFF) / 255.0;
            double b = (rgb[3 * pixel + 2] & 0xFF) / 255.0;
            // Y = 0.2126 R + 0.7152 G + 0.0722 B
            double one = RED * r + GREEN * g + BLUE * b;
            target.getPlaneData(0)[pixel] = (byte) (Math.round(16 + 219 * one) - 128);
            red += 0.25 * r;
            blue += 0.25 * b;
            luma += 0.25 * one;
        }
        // Cb = (B - Y) / (2 - 2 * 0.0722), Cr = (R - Y) / (2 - 2 * 0.2126), both from -0.5 to 0.5
        int chroma = y / 2 * (width / 2) + x / 2;
        target.getPlaneData(1)[chroma] = (byte) Math.round(224 * (blue - luma) / (2 - 2 * BLUE));
        target.getPlaneData(2)[chroma] = (byte) Math.round(224 * (red - luma) / (2 - 2 * RED));
    }
}
