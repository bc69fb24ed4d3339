package org.teleost.conformance;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;

/** Says which actions, observations and ends of episodes the checks before it never met in their sampled steps. */
final class CoverageCheck implements Check {
    private static final int NAMED = 5;

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public void run(Subject subject) {
        GenerativeModel model = subject.model;
        Coverage coverage = subject.coverage;
        StringBuilder text = new StringBuilder("steps sampled=" + coverage.steps() + ": actions taken ");
        text.append(share(coverage.actions(), model.actionCount(), model::actionText));
        long observations = model.observationCount();
        if (observations > 0 && observations <= Coverage.MOST_OBSERVATIONS) {
            text.append("; observations met ")
                    .append(share(coverage.observations(), (int) observations, model::observationText));
        }
        text.append("; steps that ended an episode ").append(coverage.terminals());
        text.append(coverage.terminals() == 0 ? ", so nothing about its end was tried" : "");
        subject.report(Severity.INFO, text.toString());
    }

    private static String share(BitSet met, int count, IntFunction<String> name) {
        BitSet missing = new BitSet();
        missing.set(0, count);
        missing.andNot(met);
        StringBuilder text = new StringBuilder(count - missing.cardinality() + " of " + count);
        int named = 0;
        for (int id = missing.nextSetBit(0); id >= 0 && named < NAMED; id = missing.nextSetBit(id + 1)) {
            text.append(named++ == 0 ? ", never " : ", ")
                    .append(id)
                    .append(" (")
                    .append(name.apply(id))
                    .append(')');
        }
        return text.append(missing.cardinality() > NAMED ? ", ..." : "").toString();
    }
}
