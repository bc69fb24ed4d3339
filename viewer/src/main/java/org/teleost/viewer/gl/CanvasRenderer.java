package org.teleost.viewer.gl;

import java.nio.IntBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL12C;
import org.lwjgl.opengl.GL13C;
import org.lwjgl.opengl.GL14C;
import org.lwjgl.opengl.GL15C;
import org.lwjgl.opengl.GL20C;
import org.lwjgl.opengl.GL30C;
import org.lwjgl.opengl.GL31C;
import org.lwjgl.opengl.GL32C;
import org.lwjgl.opengl.GL33C;
import org.lwjgl.system.MemoryUtil;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.picture.Picture;

/**
 * Draws canvases into a framebuffer of its own: one upload, one instanced draw per clip. Everything lives in the
 * current context and is freed by {@link #close}.
 */
public final class CanvasRenderer implements AutoCloseable {
    private static final int BYTES = 4 * Canvas.STRIDE;
    private static final int ATTRIBUTES = 5;

    private final Map<Canvas.Content, CanvasShader> shaders = new EnumMap<>(Canvas.Content.class);
    private final int atlas = GL11C.glGenTextures();
    private final int buffer = GL15C.glGenBuffers();
    private final int layout = GL30C.glGenVertexArrays();
    private IntBuffer staging = MemoryUtil.memAllocInt(1 << 14);
    private final ImageTextures images = new ImageTextures();
    private FrameTarget target;
    private int atlasVersion = -1;

    /** Needs a current context. */
    public CanvasRenderer() {
        for (Canvas.Content content : Canvas.Content.values()) {
            shaders.put(content, new CanvasShader(content));
        }
        GL30C.glBindVertexArray(layout);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, buffer);
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            GL20C.glEnableVertexAttribArray(attribute);
        }
        GL30C.glBindVertexArray(0);
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, atlas);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MIN_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_MAG_FILTER, GL11C.GL_NEAREST);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_WRAP_S, GL12C.GL_CLAMP_TO_EDGE);
        GL11C.glTexParameteri(GL11C.GL_TEXTURE_2D, GL11C.GL_TEXTURE_WRAP_T, GL12C.GL_CLAMP_TO_EDGE);
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, 0);
    }

    /** Draws the canvas; the picture stays until the next one. */
    public void draw(Canvas canvas) {
        prepareTarget(canvas.pixelWidth(), canvas.pixelHeight());
        GL11C.glViewport(0, 0, canvas.pixelWidth(), canvas.pixelHeight());
        GL11C.glDisable(GL11C.GL_DEPTH_TEST);
        GL11C.glDisable(GL11C.GL_CULL_FACE);
        GL11C.glDisable(GL11C.GL_SCISSOR_TEST);
        GL11C.glClearColor(0, 0, 0, 1);
        GL11C.glClear(GL11C.GL_COLOR_BUFFER_BIT);
        GL11C.glEnable(GL11C.GL_BLEND);
        GL14C.glBlendFuncSeparate(
                GL11C.GL_SRC_ALPHA, GL11C.GL_ONE_MINUS_SRC_ALPHA, GL11C.GL_ONE, GL11C.GL_ONE_MINUS_SRC_ALPHA);
        uploadAtlas(canvas.font());
        upload(canvas);
        GL11C.glEnable(GL32C.GL_PROGRAM_POINT_SIZE);
        GL11C.glEnable(GL11C.GL_SCISSOR_TEST);
        images.begin(canvas.images());
        for (Canvas.Run run : canvas.runs()) {
            if (run.count() > 0 && run.width() > 0 && run.height() > 0) {
                GL11C.glScissor(run.x(), run.y(), run.width(), run.height());
                shaders.get(run.content()).use(canvas.pixelWidth(), canvas.pixelHeight());
                if (run.content() == Canvas.Content.IMAGES) {
                    drawImages(run);
                } else {
                    pointAttributesAt(run.first());
                    drawRun(run);
                }
            } else if (run.content() == Canvas.Content.IMAGES) {
                images.skip(run.count());
            }
        }
        GL11C.glDisable(GL11C.GL_SCISSOR_TEST);
        GL30C.glBindVertexArray(0);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, 0);
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, 0);
        GL20C.glUseProgram(0);
    }

    /** Software rendering handles many points several times faster than as many instances. */
    private static void drawRun(Canvas.Run run) {
        boolean dots = run.content() == Canvas.Content.DOTS;
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
            GL33C.glVertexAttribDivisor(attribute, dots ? 0 : 1);
        }
        if (dots) {
            GL11C.glDrawArrays(GL11C.GL_POINTS, 0, run.count());
        } else {
            GL31C.glDrawArraysInstanced(GL11C.GL_TRIANGLE_STRIP, 0, 4, run.count());
        }
    }

    private void drawImages(Canvas.Run run) {
        for (int i = 0; i < run.count(); i++) {
            images.bindNext();
            pointAttributesAt(run.first() + i);
            for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
                GL33C.glVertexAttribDivisor(attribute, 1);
            }
            GL31C.glDrawArraysInstanced(GL11C.GL_TRIANGLE_STRIP, 0, 4, 1);
        }
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, atlas);
    }

    private void prepareTarget(int width, int height) {
        if (target == null || target.width() != width || target.height() != height) {
            if (target != null) {
                target.close();
                target = null;
            }
            target = new FrameTarget(width, height);
        }
        target.bind();
    }

    private void uploadAtlas(Font font) {
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0);
        GL11C.glBindTexture(GL11C.GL_TEXTURE_2D, atlas);
        if (atlasVersion != font.version()) {
            GL11C.glPixelStorei(GL11C.GL_UNPACK_ALIGNMENT, 1);
            GL11C.glTexImage2D(
                    GL11C.GL_TEXTURE_2D,
                    0,
                    GL30C.GL_R8,
                    Font.ATLAS,
                    Font.ATLAS,
                    0,
                    GL11C.GL_RED,
                    GL11C.GL_UNSIGNED_BYTE,
                    font.atlas());
            atlasVersion = font.version();
        }
    }

    private void upload(Canvas canvas) {
        int words = canvas.count() * Canvas.STRIDE;
        if (words > staging.capacity()) {
            staging = MemoryUtil.memRealloc(staging, Math.max(words, 2 * staging.capacity()));
        }
        staging.clear().put(canvas.words(), 0, words).flip();
        GL30C.glBindVertexArray(layout);
        GL15C.glBindBuffer(GL15C.GL_ARRAY_BUFFER, buffer);
        GL15C.glBufferData(GL15C.GL_ARRAY_BUFFER, staging, GL15C.GL_STREAM_DRAW);
    }

    /** OpenGL 3.3 cannot start drawing at a later instance, so the attributes start there. */
    private static void pointAttributesAt(int first) {
        long base = (long) first * BYTES;
        GL20C.glVertexAttribPointer(0, 4, GL11C.GL_FLOAT, false, BYTES, base);
        GL20C.glVertexAttribPointer(1, 4, GL11C.GL_FLOAT, false, BYTES, base + 16);
        GL20C.glVertexAttribPointer(2, 4, GL11C.GL_FLOAT, false, BYTES, base + 32);
        GL20C.glVertexAttribPointer(3, 4, GL11C.GL_UNSIGNED_BYTE, true, BYTES, base + 48);
        GL20C.glVertexAttribPointer(4, 4, GL11C.GL_UNSIGNED_BYTE, true, BYTES, base + 52);
    }

    /** Waits until everything is drawn. */
    public void finish() {
        GL11C.glFinish();
    }

    /** The picture that was drawn last. */
    public Picture read() {
        if (target == null) {
            throw new IllegalStateException("nothing was drawn yet; call draw() first");
        }
        return target.read();
    }

    /** Copies the picture that was drawn last to the top left of the window, whose framebuffer has this height. */
    public void show(int windowHeight) {
        if (target == null) {
            throw new IllegalStateException("nothing was drawn yet; call draw() first");
        }
        target.show(windowHeight);
    }

    /** Throws when OpenGL has recorded an error since the last call. */
    public void requireNoError() {
        int error = GL11C.glGetError();
        if (error != GL11C.GL_NO_ERROR) {
            throw new IllegalStateException("OpenGL error 0x" + Integer.toHexString(error));
        }
    }

    @Override
    public void close() {
        if (target != null) {
            target.close();
            target = null;
        }
        GL30C.glDeleteVertexArrays(layout);
        GL15C.glDeleteBuffers(buffer);
        GL11C.glDeleteTextures(atlas);
        images.close();
        shaders.values().forEach(CanvasShader::close);
        MemoryUtil.memFree(staging);
    }
}
