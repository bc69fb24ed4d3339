package org.teleost.experiments.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.teleost.storage.WholeFile;

/** Charts as PNG and SVG. */
public final class ChartFiles {
    private ChartFiles() {}

    /**
     * Draws both files; each is there whole or not at all.
     *
     * @param name without an ending
     * @throws org.teleost.storage.WriteFailure if the disk does not take them
     */
    public static void write(Path folder, String name, Chart<?, ?> chart) throws IOException {
        // in memory first: the library's own writers report a full disk as success
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, bytes, BitmapEncoder.BitmapFormat.PNG);
        WholeFile.write(folder.resolve(name + ".png"), bytes.toByteArray());
        bytes.reset();
        VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
        WholeFile.write(folder.resolve(name + ".svg"), bytes.toByteArray());
    }
}
