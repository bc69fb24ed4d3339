package org.teleost.viewer.ui;

import java.util.Set;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Viewport;

/** Puts a frame's shapes on a canvas as a camera sees them; what is far outside the viewport is left out. */
final class ScenePainter {
    private static final int SHADOW = Rgba.withOpacity(Palette.BACKGROUND, 0.85);
    private static final double HEAD_LENGTH = 3.4;
    private static final double HEAD_WIDTH = 1.5;

    private final Canvas canvas;
    private Camera camera;
    private LabelPlaces labels;

    ScenePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(Frame frame, Camera view, Set<Layer> layers) {
        camera = view;
        labels = new LabelPlaces(frame, view, layers, canvas.font());
        Viewport viewport = view.viewport();
        canvas.clip(viewport.x(), viewport.y(), viewport.width(), viewport.height());
        for (Frame.Drawn drawn : frame.shapes()) {
            if (layers.contains(drawn.layer())) {
                paint(drawn.shape());
            }
        }
        canvas.noClip();
    }

    private void paint(Shape shape) {
        if (shape instanceof Shape.Points points) {
            points(points);
        } else if (shape instanceof Shape.Field field) {
            field(field);
        } else if (shape instanceof Shape.Picture picture) {
            image(picture.bounds(), new Canvas.Image(picture.columns(), picture.rows(), picture.colors(), true));
        } else if (shape instanceof Shape.Rectangle rectangle) {
            rectangle(rectangle);
        } else if (shape instanceof Shape.Disc disc) {
            disc(disc);
        } else if (shape instanceof Shape.Polyline line) {
            polyline(line);
        } else if (shape instanceof Shape.Arrow arrow) {
            arrow(arrow);
        } else if (shape instanceof Shape.Label label) {
            label(label);
        }
    }

    private void points(Shape.Points points) {
        float[] xs = points.xs();
        float[] ys = points.ys();
        double radius = points.radiusPixels();
        Viewport view = camera.viewport();
        for (int i = 0; i < xs.length; i++) {
            double x = camera.pixelX(xs[i]);
            double y = camera.pixelY(ys[i]);
            if (x > view.x() - radius
                    && x < view.right() + radius
                    && y > view.y() - radius
                    && y < view.bottom() + radius) {
                canvas.dot(x, y, radius, points.colors()[i]);
            }
        }
    }

    /** One image for all cells. */
    private void field(Shape.Field field) {
        Bounds bounds = field.bounds();
        float[] values = field.values();
        int[] pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.isNaN(values[i]) ? 0 : field.colors().color(values[i], field.low(), field.high());
        }
        image(bounds, new Canvas.Image(field.columns(), field.rows(), pixels, field.smooth()));
    }

    private void image(Bounds bounds, Canvas.Image image) {
        canvas.image(
                camera.pixelX(bounds.minX()),
                camera.pixelY(bounds.maxY()),
                camera.pixelX(bounds.maxX()),
                camera.pixelY(bounds.minY()),
                image);
    }

    private void rectangle(Shape.Rectangle rectangle) {
        Bounds bounds = rectangle.bounds();
        canvas.box(
                camera.pixelX(bounds.minX()),
                camera.pixelY(bounds.maxY()),
                camera.pixelX(bounds.maxX()),
                camera.pixelY(bounds.minY()),
                0,
                rectangle.fill(),
                rectangle.stroke(),
                rectangle.strokePixels());
    }

    private void disc(Shape.Disc disc) {
        canvas.disc(
                camera.pixelX(disc.x()),
                camera.pixelY(disc.y()),
                disc.radius() * camera.scale(),
                disc.fill(),
                disc.stroke(),
                disc.strokePixels());
    }

    private void polyline(Shape.Polyline line) {
        double[] points = line.points();
        for (int i = 0; i + 3 < points.length; i += 2) {
            canvas.segment(
                    camera.pixelX(points[i]),
                    camera.pixelY(points[i + 1]),
                    camera.pixelX(points[i + 2]),
                    camera.pixelY(points[i + 3]),
                    line.widthPixels(),
                    line.color());
        }
    }

    private void arrow(Shape.Arrow arrow) {
        double x0 = camera.pixelX(arrow.x0());
        double y0 = camera.pixelY(arrow.y0());
        double x1 = camera.pixelX(arrow.x1());
        double y1 = camera.pixelY(arrow.y1());
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length < 1e-9) {
            return;
        }
        double head = Math.min(HEAD_LENGTH * arrow.widthPixels(), length);
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double neckX = x1 - head * ux;
        double neckY = y1 - head * uy;
        double half = HEAD_WIDTH * arrow.widthPixels();
        canvas.segment(x0, y0, neckX, neckY, arrow.widthPixels(), arrow.color());
        canvas.triangle(
                x1, y1, neckX - half * uy, neckY + half * ux, neckX + half * uy, neckY - half * ux, arrow.color());
    }

    private void label(Shape.Label label) {
        LabelPlaces.Place place = labels.of(label);
        if (!place.shown() || place.text().length() < label.text().length()) {
            said(label, place);
        }
        if (!place.shown()) {
            return;
        }
        if (label.color() != Palette.BACKGROUND) {
            canvas.text(place.left() + 1, place.baseline() + 1, place.text(), place.height(), SHADOW);
        }
        canvas.text(place.left(), place.baseline(), place.text(), place.height(), label.color());
    }

    /** What has no room is said where the pointer rests. */
    private void said(Shape.Label label, LabelPlaces.Place place) {
        if (place.width() > 0) {
            canvas.tips()
                    .add(
                            place.left(),
                            place.baseline() - place.height(),
                            place.left() + place.width(),
                            place.baseline() + 4,
                            (x, y) -> label.text());
        }
    }
}
