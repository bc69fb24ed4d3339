package org.teleost.solvers.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.BlindPolicies;

/** pomdp-solve's {@code .alpha}: an action on its own line, a number per state, a blank line; repeated. */
final class AlphaPolicy {
    private AlphaPolicy() {}

    static AlphaSet read(SourceText source, TabularPomdp model) {
        NumberWords words = new NumberWords(source);
        List<AlphaVector> vectors = new ArrayList<>();
        while (!words.atEnd()) {
            int action = words.whole("an action", model.actionCount());
            double[] values = new double[model.stateCount()];
            for (int s = 0; s < values.length; s++) {
                values[s] = words.number("value " + (s + 1) + " of " + values.length);
            }
            vectors.add(new AlphaVector(action, null, values));
            Limits.check("numbers of the policy", (long) vectors.size() * values.length, Limits.ENTRIES);
        }
        if (vectors.isEmpty()) {
            throw words.unexpected("an action", "a policy has at least one vector");
        }
        return new AlphaSet(vectors);
    }

    static void write(PolicyFile.Output out, AlphaSet policy, TabularPomdp model) throws IOException {
        double worst = BlindPolicies.worst(model);
        double[] values = new double[model.stateCount()];
        for (AlphaVector vector : policy.vectors()) {
            out.add(vector.action() + "\n");
            Arrays.fill(values, worst);
            for (int i = 0; i < vector.values().length; i++) {
                values[vector.states() == null ? i : vector.states()[i]] = vector.values()[i];
            }
            for (double value : values) {
                out.add(value).add(" ");
            }
            out.add("\n\n");
        }
    }
}
