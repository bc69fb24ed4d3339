package org.teleost.viewer.source;

import java.util.Map;

/**
 * Health of the belief that was planned from.
 *
 * @param level HEALTHY, DEGRADED, RECOVERED or LOST
 * @param effectiveSampleSize in particles
 * @param logEvidence log probability of the last observation
 * @param uniqueAncestors distinct particles that survived the last resampling
 * @param particles size of the belief
 * @param resampled whether the last update resampled
 */
public record HealthRecord(
        String level,
        double effectiveSampleSize,
        double logEvidence,
        double uniqueAncestors,
        double particles,
        boolean resampled) {

    /** Null when the step has no health. */
    static HealthRecord of(Object recorded) {
        if (!(recorded instanceof Map<?, ?> members)) {
            return null;
        }
        return new HealthRecord(
                StepRecord.text(members, "level"),
                StepRecord.number(members, "effectiveSampleSize"),
                StepRecord.number(members, "logEvidence"),
                StepRecord.number(members, "uniqueAncestors"),
                StepRecord.number(members, "particles"),
                Boolean.TRUE.equals(members.get("resampled")));
    }
}
