package org.teleost.viewer.ui;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Viewport;

/**
 * Where the labels of a frame stand in a picture. Where the world is small they are smaller, as far as they can be
 * read, and those that would still lie over another one are left out; none is cut off at the edge.
 */
final class LabelPlaces {
    private static final double[] SHRINK = {1, 0.88, 0.76};

    /** Share of its height that a text takes above its base line, and below. */
    private static final double ABOVE = 0.78;

    private static final double BELOW = 0.22;

    private final Font font;
    private final Camera camera;
    private final IdentityHashMap<Shape.Label, Place> places = new IdentityHashMap<>();

    /**
     * A place.
     *
     * @param text as much of it as fits into the world
     * @param shown false when it would lie over another label
     */
    record Place(double left, double baseline, double width, int height, String text, boolean shown) {
        boolean over(Place other) {
            return left < other.left + other.width
                    && other.left < left + width
                    && baseline - ABOVE * height < other.baseline + BELOW * other.height
                    && other.baseline - ABOVE * other.height < baseline + BELOW * height;
        }
    }

    LabelPlaces(Frame frame, Camera camera, Set<Layer> layers, Font font) {
        this.font = font;
        this.camera = camera;
        List<Shape.Label> labels = new ArrayList<>();
        List<Shape.Label> still = new ArrayList<>();
        for (Frame.Drawn drawn : frame.shapes()) {
            if (drawn.shape() instanceof Shape.Label label && layers.contains(drawn.layer())) {
                labels.add(label);
                if (drawn.layer() == Layer.MAP) {
                    still.add(label);
                }
            }
        }
        // what moves from step to step must not make the others grow and shrink
        int step = 0;
        while (step < SHRINK.length - 1 && !apart(still, SHRINK[step])) {
            step++;
        }
        for (Shape.Label label : labels) {
            places.put(label, place(label, SHRINK[step]));
        }
        hide(labels);
    }

    /** The label's place; its text is empty where the scene wants it left out. */
    Place of(Shape.Label label) {
        return places.get(label);
    }

    private boolean apart(List<Shape.Label> labels, double shrink) {
        List<Place> all = labels.stream()
                .map(label -> place(label, shrink))
                .filter(Place::shown)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (all.get(i).over(all.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void hide(List<Shape.Label> labels) {
        List<Place> kept = new ArrayList<>();
        for (Shape.Label label : labels) {
            Place place = places.get(label);
            if (place.shown() && kept.stream().anyMatch(place::over)) {
                places.put(
                        label,
                        new Place(place.left(), place.baseline(), place.width(), place.height(), place.text(), false));
            } else if (place.shown()) {
                kept.add(place);
            }
        }
    }

    private Place place(Shape.Label label, double shrink) {
        int height = (int) Math.round(shrink * label.heightPixels());
        Viewport view = camera.viewport();
        double width = font.width(label.text(), height);
        double x = camera.pixelX(label.x());
        double y = camera.pixelY(label.y());
        boolean room = label.room() <= 0 || width <= label.room() * camera.scale();
        if (!room || !view.contains(x, y)) {
            return new Place(x, y, 0, height, "", false);
        }
        String text = font.shorten(label.text(), height, view.width());
        width = Math.min(width, view.width());
        double left = x - 0.5 * width;
        double baseline = y + 0.36 * height;
        switch (label.anchor()) {
            case LEFT -> left = x;
            case RIGHT -> left = x - width;
            case ABOVE -> baseline = y;
            case BELOW -> baseline = y + height;
            case CENTER -> {
                // as computed
            }
        }
        left = Math.max(view.x(), Math.min(left, view.right() - width - 1));
        baseline = Math.max(view.y() + ABOVE * height, Math.min(baseline, view.bottom() - BELOW * height));
        return new Place(left, baseline, width, height, text, true);
    }
}
