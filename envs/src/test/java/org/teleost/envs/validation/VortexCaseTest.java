package org.teleost.envs.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.fluid.flow.Scheme;

class VortexCaseTest {
    /** Why the upwind-biased scheme has no clean order in viscous flow: two errors that add up on fine grids. */
    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void upwindBiasDampsWhatDiffusionDampsTooLittle(int rows) {
        double diffusion = strengthError(Scheme.CENTRAL, 0.05, rows);
        double convection = strengthError(Scheme.UPWIND_BIASED, 0.0, rows);

        double both = strengthError(Scheme.UPWIND_BIASED, 0.05, rows);

        assertThat(diffusion).isPositive();
        assertThat(convection).isNegative();
        assertThat(both).isEqualTo(diffusion + convection, within(0.03 * diffusion));
        assertThat(Math.abs(both)).isLessThan(0.75 * diffusion);
    }

    private static double strengthError(Scheme scheme, double viscosity, int rows) {
        return new VortexCase(scheme, viscosity, true, rows, 0.0025, 400, 1, List.of()).strengthError(rows);
    }
}
