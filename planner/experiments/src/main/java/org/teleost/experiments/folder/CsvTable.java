package org.teleost.experiments.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a CSV file by column name; a last line that a crash cut short is dropped. */
public record CsvTable(List<String> header, List<Map<String, String>> rows) {

    public static CsvTable read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        List<String> lines = text.substring(0, Math.max(0, end)).lines().toList();
        if (lines.isEmpty()) {
            return new CsvTable(List.of(), List.of());
        }
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (fields.length != header.size()) {
                throw new IOException(file + " line " + (rows.size() + 2) + " has " + fields.length
                        + " fields, the header has " + header.size());
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.put(header.get(i), fields[i]);
            }
            rows.add(row);
        }
        return new CsvTable(header, rows);
    }
}
