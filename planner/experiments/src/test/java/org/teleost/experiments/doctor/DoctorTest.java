package org.teleost.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.config.ConfigException;

class DoctorTest {

    @Test
    void interpretedAndHalfCompiledModesAreWarnedOf() {
        assertThat(VirtualMachine.mode(List.of(), "mixed mode, sharing").level())
                .isEqualTo(Finding.Level.OK);
        assertThat(VirtualMachine.mode(List.of("-Xint"), "interpreted mode").advice())
                .contains("-Xint");
        assertThat(VirtualMachine.mode(List.of("-XX:TieredStopAtLevel=1"), "mixed mode")
                        .level())
                .isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void debuggersAndProfilersAreWarnedOf() {
        assertThat(VirtualMachine.agents(List.of("-Xmx2g")).level()).isEqualTo(Finding.Level.OK);
        assertThat(VirtualMachine.agents(List.of("-agentlib:jdwp=transport=dt_socket"))
                        .level())
                .isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void aBusyMachineIsWarnedOf() {
        assertThat(Machine.load(0.2, 2).level()).isEqualTo(Finding.Level.OK);
        assertThat(Machine.load(1.9, 2).level()).isEqualTo(Finding.Level.WARNING);
        assertThat(Machine.load(-1, 2).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void noProblemsOrABrokenProviderMeansThatPlanningDoesNotWork() {
        assertThat(Doctor.examine(() -> new ProblemCatalog(List.of())))
                .anyMatch(f -> f.name().equals("problems") && f.level() == Finding.Level.PROBLEM);
        assertThat(Doctor.examine(() -> {
                    throw new ConfigException("broken jar");
                }))
                .anyMatch(f -> f.value().contains("broken jar") && f.level() == Finding.Level.PROBLEM);
    }
}
