package org.teleost.experiments.computation.figure;

import java.awt.Graphics2D;
import org.teleost.experiment.report.FieldMap;
import org.teleost.experiment.report.Figure;
import org.teleost.experiment.report.LinePlot;

/** A figure that knows its size in pixels and paints itself from (0, 0). */
interface Drawing {
    int width();

    int height();

    void paint(Graphics2D graphics);

    static Drawing of(Figure figure) {
        if (figure instanceof LinePlot plot) {
            return new LineDrawing(plot);
        }
        return new MapDrawing((FieldMap) figure);
    }
}
