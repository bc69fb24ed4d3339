package org.teleost.experiments.training.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.teleost.experiments.training.record.EvaluationRow;

/**
 * How the training of one seed ended.
 *
 * @param summary what summary.json holds
 * @param evaluations all evaluations, over all resumptions
 * @param failure what ended it, if {@code status} is FAILED in this process
 */
public record SeedResult(
        long seed,
        Status status,
        ObjectNode summary,
        List<EvaluationRow> evaluations,
        Optional<RuntimeException> failure) {
    /** How it ended. */
    public enum Status {
        /** All steps are done. */
        FINISHED,
        /** The user stopped it. */
        INTERRUPTED,
        /** The networks diverged or no actor was left. */
        FAILED
    }

    public SeedResult {
        evaluations = List.copyOf(evaluations);
    }

    /** The newest evaluation. */
    public Optional<EvaluationRow> last() {
        return evaluations.isEmpty() ? Optional.empty() : Optional.of(evaluations.get(evaluations.size() - 1));
    }
}
