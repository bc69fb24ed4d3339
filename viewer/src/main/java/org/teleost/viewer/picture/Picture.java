package org.teleost.viewer.picture;

/**
 * Pixels of 8 bits per channel.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb three bytes per pixel, rows from the top, each from the left; not to be changed
 */
public record Picture(int width, int height, byte[] rgb) {
    public Picture {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("picture width=" + width + " height=" + height + " bytes=" + rgb.length
                    + "; expected 3 bytes per pixel and at least one pixel");
        }
    }

    /** A pixel as 0xRRGGBB. */
    public int pixel(int x, int y) {
        int i = 3 * (y * width + x);
        return (rgb[i] & 0xFF) << 16 | (rgb[i + 1] & 0xFF) << 8 | rgb[i + 2] & 0xFF;
    }
}
