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

    /**
     * The drawing of a figure.
     *
     * @param small whether it is one of three or more in a row
     */
    static Drawing of(Figure figure, boolean small) {
        if (figure instanceof LinePlot plot) {
            return LineDrawing.of(plot, small);
        }
        return new MapDrawing((FieldMap) figure);
    }
}
