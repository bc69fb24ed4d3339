package org.teleost.viewer.gl;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.teleost.viewer.canvas.Canvas;

/** Textures for the images of a canvas, reused from picture to picture. */
final class ImageTextures implements AutoCloseable {
    private final List<Integer> textures = new ArrayList<>();
    private List<Canvas.Image> images = List.of();
    private int next;

    /** A new picture with these images. */
    void begin(List<Canvas.Image> all) {
        images = all;
        next = 0;
        while (textures.size() < all.size()) {
            textures.add(GL11C.glGenTextures());
        }
    }

    /** Leaves out images that are not drawn. */
    void skip(int count) {
        next += count;
    }

    /** Uploads the next image and binds it. */
    void bindNext() {
        Canvas.Image image = images.get(next);
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, textures.get(next));
        next++;
        int filter = image.smooth() ? GL11C.GL_LINEAR : GL11C.GL_NEAREST;
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MIN_FILTER, filter);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MAG_FILTER, filter);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_WRAP_S, GL12C.GL_CLAMP_TO_EDGE);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_WRAP_T, GL12C.GL_CLAMP_TO_EDGE);
        GL11C.glTexImage2D(
                GL11C.GL_TEXTURE_2D,
                0,
                GL11C.GL_RGBA8,
                image.columns(),
                image.rows(),
                0,
                GL11C.GL_RGBA,
                GL12C.GL_UNSIGNED_INT_8_8_8_8,
                image.colors());
    }

    @Override
    public void close() {
        textures.forEach(GL11C::glDeleteTextures);
        textures.clear();
    }
}
