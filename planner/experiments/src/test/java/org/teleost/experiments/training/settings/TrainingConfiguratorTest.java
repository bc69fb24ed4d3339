package org.teleost.experiments.training.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.ConfigFile;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.training.point.PointProblem;
import org.teleost.learn.apt.AptSettings;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.learn.apt.UpdateRatio;
import org.teleost.learn.sac.CriticVariant;
import org.teleost.learn.sac.SacSettings;
import org.teleost.problem.ControlProblem;

class TrainingConfiguratorTest {
    private static final PointProblem POINT = new PointProblem("point", 1);

    private static TrainingConfiguration configure(String... assignments) {
        List<Setting> settings =
                List.of(assignments).stream().map(Setting::ofAssignment).toList();
        return TrainingConfigurator.configure(POINT, List.of(), settings);
    }

    @Test
    void withoutSettingsTheModernPresetTrainsOneAsynchronousActor() {
        TrainingConfiguration configuration = configure();
        assertThat(configuration.sac()).isEqualTo(SacSettings.modern());
        AptSettings apt = configuration.apt(7);
        assertThat(apt.mode()).isEqualTo(CollectionMode.ASYNC);
        assertThat(apt.actors()).isEqualTo(1);
        assertThat(apt.seed()).isEqualTo(7);
        assertThat(apt.ratio()).isEqualTo(UpdateRatio.exactly(1));
        assertThat(apt.batchSize()).isEqualTo(256);
    }

    @Test
    void aProblemBringsSettingsThatOthersWinOver() {
        ControlProblem tuned = new PointProblem("tuned", 1);
        assertThat(tuned.trainingSettings()).isNotEmpty();
        TrainingConfiguration plain = TrainingConfigurator.configure(tuned, List.of(), List.of());
        assertThat(plain.apt().steps()).isEqualTo(300);
        assertThat(plain.sac().batchSize()).isEqualTo(32);
        assertThat(plain.sac().criticVariant()).isEqualTo(CriticVariant.LAYER_NORM);

        TrainingConfiguration set = TrainingConfigurator.configure(
                tuned, List.of(new Setting("batchSize", "64", "file")), List.of(Setting.ofAssignment("steps=200")));
        assertThat(set.apt().steps()).isEqualTo(200);
        assertThat(set.sac().batchSize()).isEqualTo(64);
        assertThat(set.sac().criticVariant()).isEqualTo(CriticVariant.LAYER_NORM);

        TrainingConfiguration preset =
                TrainingConfigurator.configure(tuned, List.of(), List.of(Setting.ofAssignment("preset=modern")));
        assertThat(preset.sac()).isEqualTo(SacSettings.modern());
        assertThat(preset.apt().steps()).isEqualTo(100_000);
    }

    @Test
    void thePresetDecidesWhatIsNotSetWhateverTheOrder() {
        assertThat(configure("batch=32", "preset=paper").sac())
                .isEqualTo(SacSettings.paper().withBatchSize(32));
        TrainingConfiguration droq = configure("preset=droq");
        assertThat(droq.sac().criticVariant()).isEqualTo(CriticVariant.DROQ);
        assertThat(droq.apt(1).ratio()).isEqualTo(UpdateRatio.exactly(20));
        assertThat(configure("preset=layernorm").sac()).isEqualTo(SacSettings.layerNorm());
        assertThat(configure("preset=crossq").sac()).isEqualTo(SacSettings.crossq());
    }

    @Test
    void shortNamesSetAllThatTheyStandFor() {
        SacSettings sac = configure("hidden=64,32", "learningRate=0.01", "discount=0.9", "tau=0.5")
                .sac();
        assertThat(sac.actorHidden()).containsExactly(64, 32);
        assertThat(sac.criticHidden()).containsExactly(64, 32);
        assertThat(sac.alphaLearningRate()).isEqualTo(0.01);
        assertThat(sac.discount()).isEqualTo(0.9);
        assertThat(sac.tau()).isEqualTo(0.5);
    }

    @Test
    void theRatioIsItsOwnBoundUnlessBoundsAreSet() {
        assertThat(configure("ratio=2").apt(1).ratio()).isEqualTo(UpdateRatio.exactly(2));
        assertThat(configure("ratio=2", "ratioMin=0.5").apt(1).ratio()).isEqualTo(new UpdateRatio(2, 0.5, 2));
        assertThat(configure("ratioMax=4").apt(1).ratio()).isEqualTo(new UpdateRatio(1, 1, 4));
    }

    @Test
    void aReplayHoldsOneBatchOfThisLearnerAtLeast() {
        assertThat(configure("batch=32", "replay=40").apt(1).replay()).isEqualTo(40);
        assertRefused("replay=255", "--set: replay=255");
    }

    @Test
    void seedsAreListsAndRanges() {
        assertThat(configure("seeds=1..3,9").run().seedList()).containsExactly(1L, 2L, 3L, 9L);
        for (String wrong : new String[] {"", "1,,2", "3..1", "1,1", "-4", "a", "0..5000"}) {
            assertThatThrownBy(() -> configure("seeds=" + wrong))
                    .as(wrong)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageStartingWith("--set: seeds=" + wrong)
                    .hasMessageContaining("write for example 1,2,3 or 1..5");
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedWithThePlaceAndTheRange() {
        assertRefused("actors=0", "--set: actors=0; allowed range 1 to 1024");
        assertRefused("steps=many", "'many' is not a whole number");
        assertRefused("mode=sometimes", "--set: mode: 'sometimes' is not one of");
        assertRefused("hidden=64,none", "'none' is not a whole number");
        assertRefused("learningRate=2", "actorLearningRate=2; allowed range above 0 up to 1");
        assertRefused("ratioMin=3", "needs 0 <= minimum <= target <= maximum");
        assertRefused("replay=10", "--set: replay=10; allowed range 256 (the batch)");
        assertRefused("progressEvery=0", "progressEvery=0; allowed range 1 to");
        assertRefused("batchSize=none", "'none' is not a whole number; allowed range 1 to 65536");
        assertRefused("checked=true", "unknown key 'checked'");
        assertRefused("warmup=10", "did you mean 'warmUp'?");
    }

    private static void assertRefused(String assignment, String message) {
        assertThatThrownBy(() -> configure(assignment))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void contradictionsBetweenSettingsAreFoundBeforeAnythingRuns() {
        assertThatThrownBy(() -> configure("mode=sync-1", "actors=2"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("SYNC_1");
    }

    @Test
    void theWrittenConfigurationGivesTheSameConfiguration(@TempDir Path folder) throws Exception {
        TrainingConfiguration written = configure(
                "preset=paper", "mode=lock-step", "seeds=1..3", "hidden=32,16", "ratio=2", "onnx=true", "tau=1e-5");
        Path file = folder.resolve("run.yaml");
        Files.writeString(file, written.yaml());
        assertThat(TrainingConfigurator.configure(POINT, ConfigFile.read(file), List.of()))
                .isEqualTo(written);
        assertThat(TrainingConfigurator.problem(ConfigFile.read(file))).contains("point");
    }

    @Test
    void aFileForAnotherProblemIsRefused() {
        Setting other = new Setting("problem", "plane", "run.yaml line 1");
        assertThatThrownBy(() -> TrainingConfigurator.configure(POINT, List.of(other), List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("run.yaml line 1: problem=plane but the command names point; name one of them");
    }
}
