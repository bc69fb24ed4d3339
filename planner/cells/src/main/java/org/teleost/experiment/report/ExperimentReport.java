package org.teleost.experiment.report;

import java.nio.file.Path;
import java.util.List;

/** Takes what an experiment shows. Safe for several threads. */
public interface ExperimentReport {
    /**
     * How far it is.
     *
     * @param done of {@code total}, in any unit
     * @param message a few words on what is being done
     */
    void progress(double done, double total, String message);

    /** A line for people, printed at once. */
    void line(String text);

    /** A table: printed, and written as NAME.csv. */
    void table(Table table);

    /** A table that is written as NAME.csv and not printed. */
    void save(Table table);

    /** A figure: written as NAME.png and NAME.svg. */
    void figure(Figure figure);

    /**
     * Figures side by side in one picture: written as NAME.png and NAME.svg.
     *
     * @param name name of the files without their endings
     * @param columns figures in a row
     */
    void figures(String name, int columns, List<? extends Figure> figures);

    /**
     * A result for programs: a field of summary.json and of {@code --json}.
     *
     * @param value number, text, boolean, or lists and maps of those; NaN and infinities become null
     */
    void result(String name, Object value);

    /**
     * Announces a file that the experiment writes itself.
     *
     * @param name file name in the folder
     * @return where to write it
     */
    Path file(String name);
}
