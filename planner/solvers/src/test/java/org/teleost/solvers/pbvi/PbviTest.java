package org.teleost.solvers.pbvi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.TabularPomdp;

/** The plain solver beside SARSOP: two programs, one value. */
class PbviTest {
    /** A problem of random numbers; rewards depend on the next state. */
    private static TabularPomdp random(long seed, int states, int actions, int observations) {
        RandomStream stream = new RandomStream(seed);
        StringBuilder text = new StringBuilder("discount: 0.8 values: reward states: " + states + " actions: " + actions
                + " observations: " + observations + "\n");
        for (int a = 0; a < actions; a++) {
            for (int s = 0; s < states; s++) {
                text.append(row("T: " + a + " : " + s, states, stream));
                text.append(row("O: " + a + " : " + s, observations, stream));
                text.append(
                        "R: " + a + " : " + s + " : " + stream.nextInt(states) + " : * " + stream.nextInt(10) + "\n");
            }
        }
        return ModelFile.read(new SourceText("random.pomdp", text.toString().getBytes(StandardCharsets.UTF_8), false))
                .table();
    }

    private static String row(String head, int count, RandomStream stream) {
        double[] values = new double[count];
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            values[i] = stream.nextDouble() * stream.nextDouble();
            sum += values[i];
        }
        StringBuilder text = new StringBuilder(head);
        for (double value : values) {
            text.append(' ').append(value / sum);
        }
        return text.append('\n').toString();
    }

    @Test
    void lowerBoundsAgreeWithSarsop() {
        for (int seed = 1; seed <= 5; seed++) {
            TabularPomdp model = random(seed, 5, 3, 3);
            Sarsop.Limits limits = new Sarsop.Limits(20.0, 1e-3);
            Bounds bounds = new Sarsop(model, limits).run(limits, b -> {}, () -> false);
            Bounds points = new Pbvi(model).run(1.0, 1e-3, b -> {}, () -> false);
            assertThat(points.lower()).isBetween(bounds.lower() - 0.02, bounds.upper() + 1e-9);
            assertThat(points.upper()).isGreaterThanOrEqualTo(bounds.lower());
        }
    }

    /** The number of beliefs grows with each round, and a round with its square, so it has to heed the end itself. */
    @Test
    void noBeliefIsAddedWhenTimeIsOver() {
        List<Bounds> seen = new ArrayList<>();
        Bounds end = new Pbvi(random(3, 6, 3, 2)).run(60.0, 0.0, seen::add, () -> seen.size() == 3);
        assertThat(seen).hasSize(3);
        assertThat(end.beliefs()).isEqualTo(seen.get(2).beliefs());
    }

    @Test
    void boundsNeverLoosen() {
        List<Bounds> seen = new ArrayList<>();
        Pbvi solver = new Pbvi(random(3, 6, 3, 2));
        seen.add(solver.bounds());
        solver.run(0.5, 1e-6, seen::add, () -> false);
        assertThat(seen).hasSizeGreaterThan(2);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i).lower())
                    .isGreaterThanOrEqualTo(seen.get(i - 1).lower() - 1e-9);
            assertThat(seen.get(i).beliefs())
                    .isGreaterThanOrEqualTo(seen.get(i - 1).beliefs());
        }
    }
}
