package org.teleost.envs.validation;

import java.util.List;
import java.util.Optional;
import org.teleost.experiment.cell.Cell;

/** A measured case as a cell of an experiment. */
record CaseCell(Case measured, Cell cell) {
    private static final String VALUES = "values";
    private static final String SIZES = "sizes";
    private static final String ERRORS = "errors";
    private static final String SECONDS = "seconds";
    private static final String FAILURE = "failure";

    static Cell of(String key, CaseResult result, double seconds) {
        Cell cell = Cell.of(key)
                .with(VALUES, result.values())
                .with(SECONDS, seconds)
                .with(FAILURE, result.failure());
        return result.refinement()
                .map(refinement -> cell.with(SIZES, refinement.sizes()).with(ERRORS, refinement.errors()))
                .orElse(cell);
    }

    List<Finding> findings() {
        return new CaseResult(cell.numbers(VALUES), cell.text(FAILURE), refinement()).findings(measured);
    }

    Optional<Refinement> refinement() {
        return cell.numbers().containsKey(SIZES)
                ? Optional.of(new Refinement(cell.numbers(SIZES), cell.numbers(ERRORS)))
                : Optional.empty();
    }

    double seconds() {
        return cell.number(SECONDS);
    }
}
