package org.teleost.viewer.scene;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the camera "close" shows where a scene doesn't say: a third of the world about the true bodies, which are discs;
 * without them about whatever is true, or believed; more where these reach farther.
 */
final class Focus {
    private static final double SHARE = 1.0 / 3.0;

    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;

    private Focus() {}

    static Bounds of(Bounds world, List<Frame.Drawn> shapes) {
        List<Predicate<Frame.Drawn>> choices = List.of(
                drawn -> drawn.layer() == Layer.TRUTH && drawn.shape() instanceof Shape.Disc,
                drawn -> drawn.layer() == Layer.TRUTH,
                drawn -> drawn.layer() == Layer.BELIEF);
        for (Predicate<Frame.Drawn> choice : choices) {
            Focus about = new Focus();
            shapes.stream().filter(choice).forEach(drawn -> about.include(drawn.shape()));
            if (about.minX <= about.maxX) {
                return about.within(world);
            }
        }
        return world;
    }

    private void include(Shape shape) {
        if (shape instanceof Shape.Disc disc) {
            point(disc.x(), disc.y());
        } else if (shape instanceof Shape.Rectangle rectangle) {
            box(rectangle.bounds());
        } else if (shape instanceof Shape.Field field) {
            box(field.bounds());
        } else if (shape instanceof Shape.Points points) {
            for (int i = 0; i < points.xs().length; i++) {
                point(points.xs()[i], points.ys()[i]);
            }
        } else if (shape instanceof Shape.Polyline line) {
            for (int i = 0; i + 1 < line.points().length; i += 2) {
                point(line.points()[i], line.points()[i + 1]);
            }
        }
    }

    private void box(Bounds bounds) {
        point(bounds.minX(), bounds.minY());
        point(bounds.maxX(), bounds.maxY());
    }

    private void point(double x, double y) {
        if (Double.isFinite(x) && Double.isFinite(y)) {
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }
    }

    /** At least a third of the world, and no more than the world. */
    private Bounds within(Bounds world) {
        double width = Math.min(world.width(), Math.max(SHARE * world.width(), 1.2 * (maxX - minX)));
        double height = Math.min(world.height(), Math.max(SHARE * world.height(), 1.2 * (maxY - minY)));
        double x = clamp(0.5 * (minX + maxX), world.minX() + 0.5 * width, world.maxX() - 0.5 * width);
        double y = clamp(0.5 * (minY + maxY), world.minY() + 0.5 * height, world.maxY() - 0.5 * height);
        return new Bounds(x - 0.5 * width, y - 0.5 * height, x + 0.5 * width, y + 0.5 * height);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
