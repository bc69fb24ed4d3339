package org.teleost.viewer.app;

import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.PickedParticle;
import org.teleost.viewer.scene.Viewport;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.PicturePainter;
import org.teleost.viewer.ui.StepBar;
import org.teleost.viewer.ui.StepView;

/**
 * What the mouse does: on the step bar it scrubs, on a panel it is the panel's, in the world it moves the camera or
 * picks a particle. Owned by one thread.
 */
final class Pointer {
    private static final double ZOOM_PER_NOTCH = 1.15;

    /** A pointer that moves no farther while a button is down clicks instead of dragging. */
    private static final double CLICK_PIXELS = 3;

    private final Canvas canvas;
    private final PicturePainter painter;
    private final PanelControl panels;
    private final Timeline timeline;
    private StepView.Look look = NamedCamera.TOP;
    private Camera camera;
    private Frame shown;
    private PickedParticle picked;
    private long pickedStep;
    private boolean scrubbing;
    private boolean panning;
    private boolean inside;
    private double x;
    private double y;
    private double pressX;
    private double pressY;

    Pointer(Canvas canvas, PicturePainter painter, PanelControl panels, Timeline timeline) {
        this.canvas = canvas;
        this.painter = painter;
        this.panels = panels;
        this.timeline = timeline;
    }

    /** How the world is looked at. */
    StepView.Look look() {
        return look;
    }

    void lookFrom(StepView.Look other) {
        look = other;
    }

    /** The camera of the last picture. */
    Camera camera() {
        return camera;
    }

    /** The picked particle, null for none. */
    PickedParticle picked() {
        return picked;
    }

    /** The picked particle; it is forgotten when the step that it belongs to is no longer shown. */
    PickedParticle pickedInThisStep() {
        if (pickedStep != timeline.step()) {
            picked = null;
        }
        return picked;
    }

    /** Says what is on the canvas now. */
    void painted(Frame frame, Camera used) {
        shown = frame;
        camera = used;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** The particle under the pointer, null for none, or while something is dragged. */
    PickedParticle near() {
        return inside && !panning && inWorld(x, y) ? PickedParticle.at(shown, camera, x, y) : null;
    }

    /** What the picture says about the place under the pointer. */
    String tip() {
        return inside && !panning && !scrubbing ? canvas.tips().at(x, y) : "";
    }

    void leave() {
        inside = false;
    }

    void press(double toX, double toY) {
        x = toX;
        y = toY;
        pressX = toX;
        pressY = toY;
        Viewport bar = StepBar.area(canvas.width(), canvas.height());
        scrubbing = bar.contains(x, y);
        if (!scrubbing && panels.press(x, y, painter.layout())) {
            return;
        }
        panning = !scrubbing && inWorld(x, y);
        scrub();
    }

    void release() {
        if (panning && Math.hypot(x - pressX, y - pressY) <= CLICK_PIXELS) {
            picked = PickedParticle.at(shown, camera, x, y);
            pickedStep = timeline.step();
        }
        panels.release();
        scrubbing = false;
        panning = false;
    }

    void move(double toX, double toY) {
        inside = true;
        panels.move(toX, toY, painter.layout(), canvas.width());
        if (panning && Math.hypot(toX - pressX, toY - pressY) <= CLICK_PIXELS) {
            return;
        }
        if (panning) {
            keep(camera.pan(toX - x, toY - y));
        }
        x = toX;
        y = toY;
        scrub();
    }

    /** Zooms about the pointer. */
    void scroll(double atX, double atY, double notches) {
        if (!panels.scroll(atX, atY, notches, painter.layout()) && inWorld(atX, atY)) {
            keep(camera.zoomAt(atX, atY, Math.pow(ZOOM_PER_NOTCH, notches)));
        }
    }

    private boolean inWorld(double atX, double atY) {
        return camera != null && camera.viewport().contains(atX, atY);
    }

    /** From now on this camera, with the same middle when the window changes its size. */
    private void keep(Camera moved) {
        camera = moved;
        look = (Frame frame, Viewport viewport) -> moved.withViewport(viewport);
    }

    private void scrub() {
        if (scrubbing) {
            timeline.scrub(StepBar.step(x, canvas.width(), canvas.font(), timeline.length()));
        }
    }
}
