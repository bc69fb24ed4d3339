package org.teleost.experiment.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of numbers and texts.
 *
 * @param name name of its file without the ending
 * @param title one line above it; may be empty
 * @param columns from left to right
 * @param rows a value per column: {@link Number}, {@link Boolean} or text
 */
public record Table(String name, String title, List<Column> columns, List<List<Object>> rows) {
    /**
     * A column.
     *
     * @param header for people, for example {@code CT}
     * @param unit for people, empty for a pure number or a text
     * @param format of its numbers when printed, as in {@link String#format}; files hold all digits
     */
    public record Column(String header, String unit, String format) {}

    public Table {
        FileNames.check(name);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table " + name + ": a row has " + row.size() + " values, columns=" + columns.size());
            }
        }
    }

    /** An empty table, for {@link Builder#column} and {@link Builder#row}. */
    public static Builder named(String name, String title) {
        return new Builder(name, title);
    }

    /** Collects columns, then rows. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final List<Column> columns = new ArrayList<>();
        private final List<List<Object>> rows = new ArrayList<>();

        private Builder(String name, String title) {
            this.name = name;
            this.title = title;
        }

        /** A column of texts or of numbers that are printed as they are. */
        public Builder column(String header) {
            return column(header, "", "");
        }

        /** A column of numbers. */
        public Builder column(String header, String unit, String format) {
            columns.add(new Column(header, unit, format));
            return this;
        }

        /** A row with a value per column. */
        public Builder row(Object... values) {
            rows.add(List.of(values));
            return this;
        }

        public Table build() {
            return new Table(name, title, columns, rows);
        }
    }
}
