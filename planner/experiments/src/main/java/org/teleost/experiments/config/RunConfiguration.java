package org.teleost.experiments.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;

/** Everything that defines a run: problem, run settings and planner settings (whose seed is replaced per episode). */
public record RunConfiguration(String problem, RunSettings run, PlannerSettings planner) {

    /** All keys and values that a configuration file could hold, in a stable order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("problem", problem);
        values.putAll(run.values());
        planner.values().forEach(values::putIfAbsent);
        values.replaceAll((key, value) -> value instanceof Budget budget ? budget.text() : value);
        return values;
    }

    /** Equal for runs whose episodes belong to one series: ignores which episodes are run, warm-up and traces. */
    public String fingerprint() {
        Map<String, Object> values = values();
        values.keySet().removeAll(List.of("episodes", "firstEpisode", "warmup", "trace", "traceTree"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(values.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
