package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TrainingRecordTest {
    private record Row(long environmentSteps, double meanReturn, boolean stopped) {}

    @Test
    void aScoreHasTheColumnsOfItsRowAndTheirTypes() {
        assertThat(text(TrainingRecord.score(Row.class))).isEqualTo("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", \
                "title": "teleost.TrainingScore", "properties": {"environmentSteps": {"type": "integer"},
                 "meanReturn": {"type": ["number", "null"]},
                 "stopped": {"type": "boolean"}}}
                """);
    }

    @Test
    void progressHasTheColumnsOfItsRowAndTheActors() {
        assertThat(text(TrainingRecord.progress(Row.class)))
                .contains("\"title\": \"teleost.TrainingProgress\"", "\"environmentSteps\": {\"type\": \"integer\"}")
                .contains("\"actors\": {\"type\": \"array\"", "\"quarantined\": {\"type\": \"boolean\"}")
                .endsWith("}}}}}}\n");
    }

    @Test
    void anEvaluationsStepNeedsItsPlaceInTheTraining() {
        assertThat(text(TrainingRecord.evaluation()))
                .contains("\"title\": \"teleost.EvaluationStep\",\n \"required\": [\"environmentSteps\", \"t\"]");
    }

    private static String text(byte[] schema) {
        return new String(schema, StandardCharsets.UTF_8);
    }
}
