package org.teleost.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiments.corridor.CorridorProblem;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;

class ConfiguratorTest {
    private static final CorridorProblem PROBLEM = CorridorProblem.sound();

    private static RunConfiguration configure(Setting... options) {
        return Configurator.configure(PROBLEM, List.of(), List.of(options));
    }

    private static Setting option(String key, String value) {
        return new Setting(key, value, "--" + key);
    }

    @Test
    void withoutSettingsTheProblemDecides() {
        RunConfiguration configuration = configure();
        assertThat(configuration.planner()).isEqualTo(PROBLEM.defaultSettings());
        assertThat(configuration.run().steps()).isEqualTo(10);
        assertThat(configuration.run().budget()).isEqualTo(Budget.ofMillis(100));
    }

    @Test
    void optionsWinOverTheFileAndTheFileOverDefaults() {
        List<Setting> file =
                List.of(new Setting("eta", "3", "run.yaml line 1"), new Setting("threads", "2", "run.yaml line 2"));
        RunConfiguration configuration = Configurator.configure(PROBLEM, file, List.of(option("threads", "4")));
        assertThat(configuration.planner().eta()).isEqualTo(3.0);
        assertThat(configuration.planner().threads()).isEqualTo(4);
        assertThat(configuration.planner().particles()).isEqualTo(50);
    }

    @Test
    void everyPlannerSettingCanBeSetByItsName() {
        PROBLEM.defaultSettings()
                .values()
                .forEach((key, value) -> assertThat(configure(option(key, value.toString()))
                                .values()
                                .get(key))
                        .as(key)
                        .isEqualTo(value));
    }

    @Test
    void sizesEnumsAndAliasesAreUnderstood() {
        RunConfiguration configuration = configure(option("memory", "8m"), option("etaUnit", "value-range"));
        assertThat(configuration.planner().memoryBytes()).isEqualTo(8L << 20);
        assertThat(configuration.planner().etaUnit()).isEqualTo(PlannerSettings.EtaUnit.VALUE_RANGE);
    }

    @Test
    void settingsThatDependOnEachOtherMayComeInAnyOrder() {
        RunConfiguration configuration =
                configure(option("firstPassEpisodes", "100000"), option("maxPassEpisodes", "200000"));
        assertThat(configuration.planner().firstPassEpisodes()).isEqualTo(100_000);
    }

    @Test
    void warmUpIsOnlyTheDefaultOfTimeBudgets() {
        assertThat(configure(option("budget", "5ms")).run().warmup()).isEqualTo(2.0);
        assertThat(configure(option("budget", "500ep")).run().warmup()).isZero();
        assertThat(configure(option("budget", "500ep"), option("warmup", "1"))
                        .run()
                        .warmup())
                .isEqualTo(1.0);
    }

    @Test
    void outOfRangeNamesPlaceKeyValueAndRange() {
        assertThatThrownBy(() -> configure(option("threads", "0")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--threads: threads=0; allowed range 1 to 256");
        assertThatThrownBy(() -> configure(option("episodes", "-3")))
                .hasMessage("--episodes: episodes=-3; allowed range 1 to 1000000");
    }

    @Test
    void wrongTypesNameWhatIsExpectedAndTheRange() {
        assertThatThrownBy(() -> configure(option("threads", "two")))
                .hasMessage("--threads: threads: 'two' is not a whole number; allowed range 1 to 256");
        for (String digits : new String[] {"99999999999", "99999999999999999999", "-99999999999999999999"}) {
            assertThatThrownBy(() -> configure(option("threads", digits)))
                    .hasMessage("--threads: threads: '" + digits + "' is too large; allowed range 1 to 256");
        }
        assertThatThrownBy(() -> configure(option("beliefInBudget", "maybe")))
                .hasMessageContaining("not true or false");
        assertThatThrownBy(() -> configure(option("etaUnit", "metres")))
                .hasMessageContaining("not one of reward, value-range");
        assertThatThrownBy(() -> configure(option("budget", "100"))).hasMessageContaining("20000ep");
    }

    @Test
    void unknownKeysGetASuggestion() {
        assertThatThrownBy(() -> configure(option("episode", "3")))
                .hasMessageContaining("unknown key 'episode' (value 3); did you mean 'episodes'?");
        assertThatThrownBy(() -> configure(option("max-depth", "3"))).hasMessageContaining("did you mean 'maxDepth'?");
    }

    @Test
    void fingerprintIgnoresWhichEpisodesRunAndNothingElse() {
        String base = configure().fingerprint();
        assertThat(configure(option("episodes", "99")).fingerprint()).isEqualTo(base);
        assertThat(configure(option("warmup", "9")).fingerprint()).isEqualTo(base);
        assertThat(configure(option("seed", "2")).fingerprint()).isNotEqualTo(base);
        assertThat(configure(option("eta", "9")).fingerprint()).isNotEqualTo(base);
        assertThat(configure(option("budget", "9ms")).fingerprint()).isNotEqualTo(base);
    }

    @Test
    void aSmallHeapGetsASmallerTreeUnlessTheUserSaysOtherwise() {
        PlannerSettings usual = PlannerSettings.defaults();
        assertThat(Configurator.fitting(usual, 400L << 20).memoryBytes()).isEqualTo(100L << 20);
        assertThat(Configurator.fitting(usual, 8L << 30)).isSameAs(usual);
        assertThat(Configurator.fitting(usual, 1L << 20).memoryBytes()).isEqualTo(4L << 20);
    }
}
