package org.teleost.experiments.computation.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.FieldMap;
import org.teleost.experiment.report.FieldMap.Mark;

/** A map in colours: title, axes, colour bar, isolines, curves and marks. */
final class MapDrawing implements Drawing {
    private static final int LEFT = 80;
    private static final int TOP = 45;
    private static final int RIGHT = 120;
    private static final int BOTTOM = 60;
    private static final int AREA_WIDTH = 640;
    private static final int AREA_HEIGHT = 400;
    private static final int BAR_GAP = 25;
    private static final int BAR_WIDTH = 18;

    /** Up to so many values an axis shows each. */
    private static final int FEW = 14;

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Color ISOLINE = new Color(0xff, 0xff, 0xff, 0xb0);

    private final FieldMap map;
    private final ColourScale scale;
    private final int areaHeight;

    MapDrawing(FieldMap map) {
        this.map = map;
        scale = ColourScale.of(map);
        areaHeight = map.colours().equalScale()
                ? (int) Math.max(80.0, Math.rint(AREA_WIDTH * span(map.y()) / span(map.x())))
                : AREA_HEIGHT;
    }

    private static double span(double[] values) {
        return values[values.length - 1] - values[0];
    }

    @Override
    public int width() {
        return LEFT + AREA_WIDTH + RIGHT;
    }

    @Override
    public int height() {
        return TOP + areaHeight + BOTTOM;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        graphics.drawImage(field(), LEFT, TOP, AREA_WIDTH, areaHeight, null);
        double[] levels = map.colours().isolines() > 0
                ? Ticks.between(scale.low(), scale.high(), map.colours().isolines())
                : new double[0];
        graphics.setStroke(new BasicStroke(1.1f));
        graphics.setColor(ISOLINE);
        for (double level : levels) {
            draw(graphics, inArea().createTransformedShape(Isolines.of(map.x(), map.y(), map.values(), level)));
        }
        map.curves().forEach(curve -> curve(graphics, curve));
        map.marks().forEach(mark -> mark(graphics, mark));
        frame(graphics);
        colourBar(graphics, levels.length > 0 ? levels : Ticks.between(scale.low(), scale.high(), 8));
    }

    private void draw(Graphics2D graphics, Shape shape) {
        Shape clip = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(LEFT, TOP, AREA_WIDTH, areaHeight));
        graphics.draw(shape);
        graphics.setClip(clip);
    }

    /** From the map's coordinates to pixels. */
    private AffineTransform inArea() {
        double scaleX = AREA_WIDTH / span(map.x());
        double scaleY = areaHeight / span(map.y());
        return new AffineTransform(
                scaleX, 0.0, 0.0, -scaleY, LEFT - scaleX * map.x()[0], TOP + areaHeight + scaleY * map.y()[0]);
    }

    /** Linear between the values, a colour per pixel. */
    private BufferedImage field() {
        BufferedImage image = new BufferedImage(AREA_WIDTH, areaHeight, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < areaHeight; row++) {
            double y = map.y()[0] + (areaHeight - row - 0.5) / areaHeight * span(map.y());
            int j = interval(map.y(), y);
            double partY = (y - map.y()[j]) / (map.y()[j + 1] - map.y()[j]);
            for (int column = 0; column < AREA_WIDTH; column++) {
                double x = map.x()[0] + (column + 0.5) / AREA_WIDTH * span(map.x());
                int i = interval(map.x(), x);
                double partX = (x - map.x()[i]) / (map.x()[i + 1] - map.x()[i]);
                double below = mix(map.values()[j][i], map.values()[j][i + 1], partX);
                double above = mix(map.values()[j + 1][i], map.values()[j + 1][i + 1], partX);
                image.setRGB(column, row, scale.colour(mix(below, above, partY)));
            }
        }
        return image;
    }

    private static double mix(double a, double b, double part) {
        return a + part * (b - a);
    }

    private static int interval(double[] values, double at) {
        int low = 0;
        int high = values.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= at) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void curve(Graphics2D graphics, Curve curve) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int i = 0; i < curve.x().length; i++) {
            double x = curve.x()[i];
            double y = curve.y()[i];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                pen = false;
            } else if (pen) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                pen = true;
            }
        }
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        draw(graphics, inArea().createTransformedShape(path));
    }

    private void mark(Graphics2D graphics, Mark mark) {
        double[] at = {mark.x(), mark.y()};
        inArea().transform(at, 0, at, 0, 1);
        Ellipse2D ring = new Ellipse2D.Double(at[0] - 5, at[1] - 5, 10, 10);
        graphics.setColor(Color.WHITE);
        graphics.fill(ring);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(ring);
        if (mark.text().isEmpty()) {
            return;
        }
        graphics.setFont(TEXT);
        FontMetrics metrics = graphics.getFontMetrics();
        int width = metrics.stringWidth(mark.text());
        boolean fitsRight = at[0] + 10 + width < LEFT + AREA_WIDTH;
        double x = fitsRight ? at[0] + 10 : at[0] - 10 - width;
        double y = Math.max(TOP + 14.0, Math.min(TOP + areaHeight - 6.0, at[1] + 4.0));
        graphics.setColor(new Color(0xff, 0xff, 0xff, 0xd0));
        graphics.fill(new Rectangle2D.Double(x - 3, y - 13, width + 6.0, 18));
        graphics.setColor(Color.BLACK);
        graphics.drawString(mark.text(), (float) x, (float) y);
    }

    private void frame(Graphics2D graphics) {
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1f));
        graphics.draw(new Rectangle2D.Double(LEFT, TOP, AREA_WIDTH, areaHeight));
        graphics.setFont(TITLE);
        centred(graphics, map.title(), LEFT + AREA_WIDTH / 2.0, TOP - 16.0);
        graphics.setFont(TEXT);
        double bottom = TOP + areaHeight;
        double[] ticksX = ticks(map.x());
        String[] textsX = Ticks.texts(ticksX);
        double free = LEFT - 100.0;
        for (int i = 0; i < ticksX.length; i++) {
            double at = LEFT + (ticksX[i] - map.x()[0]) / span(map.x()) * AREA_WIDTH;
            double half = 0.5 * graphics.getFontMetrics().stringWidth(textsX[i]);
            graphics.draw(new Line2D.Double(at, bottom, at, bottom + 5));
            if (at - half > free + 6.0) {
                centred(graphics, textsX[i], at, bottom + 19);
                free = at + half;
            }
        }
        centred(graphics, map.xLabel(), LEFT + AREA_WIDTH / 2.0, bottom + 44);
        double[] ticksY = ticks(map.y());
        String[] textsY = Ticks.texts(ticksY);
        double last = bottom + 100.0;
        for (int i = 0; i < ticksY.length; i++) {
            double at = bottom - (ticksY[i] - map.y()[0]) / span(map.y()) * areaHeight;
            graphics.draw(new Line2D.Double(LEFT - 5.0, at, LEFT, at));
            if (at < last - 14.0) {
                int width = graphics.getFontMetrics().stringWidth(textsY[i]);
                graphics.drawString(textsY[i], LEFT - 9f - width, (float) at + 4f);
                last = at;
            }
        }
        turned(graphics, map.yLabel(), LEFT - 58.0, TOP + areaHeight / 2.0);
    }

    private double[] ticks(double[] values) {
        return values.length <= FEW && !map.colours().equalScale()
                ? values
                : Ticks.between(values[0], values[values.length - 1], 8);
    }

    private void colourBar(Graphics2D graphics, double[] ticks) {
        int x = LEFT + AREA_WIDTH + BAR_GAP;
        BufferedImage colours = new BufferedImage(1, areaHeight, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < areaHeight; row++) {
            double part = (areaHeight - row - 0.5) / areaHeight;
            colours.setRGB(0, row, scale.colour(mix(scale.low(), scale.high(), part)));
        }
        graphics.drawImage(colours, x, TOP, BAR_WIDTH, areaHeight, null);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(1f));
        graphics.draw(new Rectangle2D.Double(x, TOP, BAR_WIDTH, areaHeight));
        String[] texts = Ticks.texts(ticks);
        double end = x + BAR_WIDTH;
        for (int i = 0; i < ticks.length; i++) {
            double at = TOP + areaHeight * (scale.high() - ticks[i]) / (scale.high() - scale.low());
            graphics.draw(new Line2D.Double(end, at, end + 4, at));
            graphics.drawString(texts[i], (float) end + 7f, (float) at + 4f);
        }
        turned(graphics, map.colours().label(), width() - 14.0, TOP + areaHeight / 2.0);
    }

    private static void centred(Graphics2D graphics, String text, double x, double y) {
        int width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - width / 2.0), (float) y);
    }

    /** Upwards, its middle at (x, y). */
    private static void turned(Graphics2D graphics, String text, double x, double y) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-0.5 * Math.PI);
        centred(graphics, text, 0.0, 4.0);
        graphics.setTransform(before);
    }
}
