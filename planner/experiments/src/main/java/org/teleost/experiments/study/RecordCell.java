package org.teleost.experiments.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;

/** A record as a cell. */
final class RecordCell {
    private static final String RESULT = "result";

    private RecordCell() {}

    static Cell of(String key, Record result) {
        return Cell.of(key).with(RESULT, Json.line(Json.tree(result)));
    }

    /** The record of a cell; throws {@link ConfigException} if it holds another. */
    static <R extends Record> R read(Cell cell, Class<R> type) {
        try {
            return Json.record(cell.text(RESULT), type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ConfigException(
                    "cell '" + cell.key() + "' of the study is damaged: " + e.getMessage()
                            + "; replace the study with --overwrite or choose another --out",
                    e);
        }
    }
}
