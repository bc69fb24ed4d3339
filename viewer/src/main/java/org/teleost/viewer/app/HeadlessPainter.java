package org.teleost.viewer.app;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.gl.CanvasRenderer;
import org.teleost.viewer.gl.GlContext;
import org.teleost.viewer.gl.HeadlessContext;
import org.teleost.viewer.picture.Picture;
import org.teleost.viewer.ui.PicturePainter;
import org.teleost.viewer.ui.StepView;

/** Paints pictures without a window. Belongs to the thread that opened it. */
public final class HeadlessPainter implements AutoCloseable {
    private final GlContext context;
    private final Font font;
    private final CanvasRenderer renderer;
    private final Canvas canvas;
    private final PicturePainter painter;

    /** Throws {@link org.teleost.viewer.gl.NoGlException} when there is no OpenGL. */
    public HeadlessPainter() {
        context = HeadlessContext.open();
        font = new Font();
        renderer = new CanvasRenderer();
        canvas = new Canvas(font);
        painter = new PicturePainter(canvas);
    }

    /** Which driver paints. */
    public String description() {
        return context.description();
    }

    /** Draws without reading the picture back; returns when the driver has finished. */
    public void draw(StepView view, int width, int height) {
        painter.paint(view, width, height);
        renderer.draw(canvas);
        renderer.finish();
        renderer.requireNoError();
    }

    /** Draws at scale 1 and reads the picture back. */
    public Picture paint(StepView view, int width, int height) {
        return paint(view, width, height, 1);
    }

    /** Draws with so many pixels per unit and reads the picture back. */
    public Picture paint(StepView view, int width, int height, double scale) {
        painter.paint(view, width, height, scale);
        renderer.draw(canvas);
        renderer.requireNoError();
        return renderer.read();
    }

    @Override
    public void close() {
        renderer.close();
        font.close();
        context.close();
    }
}
