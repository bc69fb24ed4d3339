package org.teleost.viewer.gl;

import java.nio.ByteBuffer;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.system.MemoryUtil;
import org.teleost.viewer.picture.Picture;

/**
 * A framebuffer of our own, RGBA with 8 bits, no multisampling: pictures do not depend on the window they may end up
 * in. Row 0 is the top.
 */
final class FrameTarget implements AutoCloseable {
    private final int width;
    private final int height;
    private final int color;
    private final int framebuffer;

    FrameTarget(int width, int height) {
        this.width = width;
        this.height = height;
        color = GL30C.glGenRenderbuffers();
        GL30C.glBindRenderbuffer(GL30C.GL_RENDERBUFFER, color);
        GL30C.glRenderbufferStorage(GL30C.GL_RENDERBUFFER, GL11C.GL_RGBA8, width, height);
        GL30C.glBindRenderbuffer(GL30C.GL_RENDERBUFFER, 0);
        framebuffer = GL30C.glGenFramebuffers();
        bind();
        GL30C.glFramebufferRenderbuffer(GL30C.GL_FRAMEBUFFER, GL30C.GL_COLOR_ATTACHMENT0, GL30C.GL_RENDERBUFFER, color);
        int status = GL30C.glCheckFramebufferStatus(GL30C.GL_FRAMEBUFFER);
        if (status != GL30C.GL_FRAMEBUFFER_COMPLETE) {
            close();
            throw new IllegalStateException("no framebuffer of " + width + "x" + height + " pixels: status 0x"
                    + Integer.toHexString(status) + "; ask for a smaller picture");
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void bind() {
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, framebuffer);
    }

    /** Copies the picture to the top left of a window of this height, pixel by pixel. */
    void show(int windowHeight) {
        GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, framebuffer);
        GL30C.glBindFramebuffer(GL30C.GL_DRAW_FRAMEBUFFER, 0);
        GL11C.glDisable(GL11C.GL_SCISSOR_TEST);
        GL30C.glBlitFramebuffer(
                0,
                0,
                width,
                height,
                0,
                windowHeight,
                width,
                windowHeight - height,
                GL11C.GL_COLOR_BUFFER_BIT,
                GL11C.GL_NEAREST);
        GL30C.glBindFramebuffer(GL30C.GL_FRAMEBUFFER, 0);
    }

    Picture read() {
        GL30C.glBindFramebuffer(GL30C.GL_READ_FRAMEBUFFER, framebuffer);
        ByteBuffer pixels = MemoryUtil.memAlloc(4 * width * height);
        try {
            GL11C.glReadPixels(0, 0, width, height, GL11C.GL_RGBA, GL11C.GL_UNSIGNED_BYTE, pixels);
            byte[] rgb = new byte[3 * width * height];
            for (int i = 0, from = 0; i < rgb.length; from += 4) {
                rgb[i++] = pixels.get(from);
                rgb[i++] = pixels.get(from + 1);
                rgb[i++] = pixels.get(from + 2);
            }
            return new Picture(width, height, rgb);
        } finally {
            MemoryUtil.memFree(pixels);
        }
    }

    @Override
    public void close() {
        GL30C.glDeleteFramebuffers(framebuffer);
        GL30C.glDeleteRenderbuffers(color);
    }
}
