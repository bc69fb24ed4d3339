package org.teleost.experiment.report;

/** Names that make files on every system. */
final class FileNames {
    private FileNames() {}

    static void check(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(
                    "name=" + name + "; allowed are letters, digits, dots, dashes and underscores");
        }
    }
}
