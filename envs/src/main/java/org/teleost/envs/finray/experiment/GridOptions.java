package org.teleost.envs.finray.experiment;

import java.util.List;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRaySettings;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.sinusoid.SinusoidGrid;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;

/** Options of {@link GridExperiment}. Those that only select cells may change when it is resumed. */
final class GridOptions {
    static final ExperimentOption<Integer> AMPLITUDES = ExperimentOption.whole(
                    "amplitudes", 5, 1, 100, "Amplitudes, evenly up to --largest.")
            .free();
    static final ExperimentOption<Integer> PHASES = ExperimentOption.whole(
                    "phases", 12, 1, 360, "Phases against the root's heave, evenly around the circle.")
            .free();
    static final ExperimentOption<Double> LARGEST = ExperimentOption.decimal(
                    "largest", FinRay.LARGEST_OFFSET, 0.01, FinRay.LARGEST_OFFSET, "Largest amplitude in radians.")
            .free();
    static final ExperimentOption<List<Integer>> FREQUENCIES = ExperimentOption.list(
                    ExperimentOption.whole("frequencies", 1, 1, 10, "Multiples of the root's frequency."), List.of(1))
            .free();
    static final ExperimentOption<Integer> REFINE = ExperimentOption.whole(
                    "refine",
                    2,
                    0,
                    10,
                    "Times that the best are looked for between the grid's points, at half the" + " spacing each time.")
            .free();
    static final ExperimentOption<Integer> CELLS =
            ExperimentOption.whole("cells", 32, 8, 256, "Cells of the flow along the ray.");
    static final ExperimentOption<Double> REYNOLDS =
            ExperimentOption.decimal("reynolds", 1000.0, 1.0, 1e5, "Reynolds number U L / nu.");
    static final ExperimentOption<Integer> DISCARDED =
            ExperimentOption.whole("discarded", 2, 0, 1000, "Periods before the average begins.");
    static final ExperimentOption<Integer> PERIODS =
            ExperimentOption.whole("periods", 4, 1, 1000, "Periods to average over.");
    static final ExperimentOption<Integer> THREADS = ExperimentOption.threads();

    private GridOptions() {}

    static List<ExperimentOption<?>> all() {
        return List.of(AMPLITUDES, PHASES, LARGEST, FREQUENCIES, REFINE, CELLS, REYNOLDS, DISCARDED, PERIODS, THREADS);
    }

    static SinusoidGrid grid(ExperimentInput input) {
        List<Integer> multiples = input.value(FREQUENCIES);
        for (int i = 1; i < multiples.size(); i++) {
            if (multiples.get(i) <= multiples.get(i - 1)) {
                throw new IllegalArgumentException("--frequencies " + multiples + ": must rise, each once");
            }
        }
        return SinusoidGrid.even(input.value(AMPLITUDES), input.value(PHASES), input.value(LARGEST), multiples);
    }

    static FinRaySetup setup(ExperimentInput input) {
        return FinRaySetup.of(FinRaySettings.of(input.value(REYNOLDS), input.value(CELLS)));
    }

    static Measurement measurement(ExperimentInput input) {
        return new Measurement(input.value(DISCARDED), input.value(PERIODS));
    }
}
