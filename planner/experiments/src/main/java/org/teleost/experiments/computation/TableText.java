package org.teleost.experiments.computation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.teleost.experiment.report.Table;
import org.teleost.experiment.report.Table.Column;

/** A table as aligned lines and as CSV. */
final class TableText {
    private TableText() {}

    /** Aligned lines for a terminal: title, header, rows; numbers to the right, texts to the left. */
    static List<String> lines(Table table) {
        List<List<String>> all = new ArrayList<>();
        all.add(table.columns().stream().map(TableText::header).toList());
        for (List<Object> row : table.rows()) {
            List<String> fields = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                fields.add(shown(table.columns().get(c), row.get(c)));
            }
            all.add(fields);
        }
        List<String> lines = new ArrayList<>();
        if (!table.title().isEmpty()) {
            lines.add(table.title());
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int c = column;
                int width = all.stream().mapToInt(r -> r.get(c).length()).max().orElse(0);
                String space = " ".repeat(width - row.get(c).length());
                boolean numbers = table.rows().stream().allMatch(r -> r.get(c) instanceof Number);
                line.append(numbers ? space + row.get(c) : row.get(c) + space).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String header(Column column) {
        return column.unit().isEmpty() ? column.header() : column.header() + " (" + column.unit() + ")";
    }

    private static String shown(Column column, Object value) {
        if (!(value instanceof Number number)) {
            return String.valueOf(value);
        } else if (!Double.isFinite(number.doubleValue())) {
            return "-";
        }
        return column.format().isEmpty() ? number.toString() : String.format(Locale.ROOT, column.format(), number);
    }

    /** A header line and a line per row, all digits; NaN is an empty field. */
    static String csv(Table table) {
        StringBuilder text = new StringBuilder();
        text.append(table.columns().stream().map(c -> quoted(header(c))).collect(Collectors.joining(",")));
        text.append('\n');
        for (List<Object> row : table.rows()) {
            text.append(row.stream().map(TableText::field).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String field(Object value) {
        return value instanceof Double number && number.isNaN() ? "" : quoted(String.valueOf(value));
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
