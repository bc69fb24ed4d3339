package org.teleost.experiment.report;

/** A picture as data. */
public sealed interface Figure permits LinePlot, FieldMap {
    /** Name of its files without their endings. */
    String name();

    /** One line above it; may be empty. */
    String title();
}
