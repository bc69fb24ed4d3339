package org.teleost.experiments.training.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.config.SettingLines;
import org.teleost.learn.sac.SacSettings;
import org.teleost.plan.PlannerSettings;

/** The page of all settings, docs/settings.md; {@code teleost problems --settings} prints it. */
public final class SettingsPage {
    private SettingsPage() {}

    /** The page in Markdown. */
    public static String text() {
        Map<String, Object> training =
                new LinkedHashMap<>(TrainingSettings.defaults().values());
        training.putAll(TrainingConfigurator.apt(Preset.MODERN).values());
        training.putAll(SacSettings.modern().values());
        return """
                # Settings

                Every key of `--set KEY=VALUE` and of a configuration file (`--config FILE`, lines `KEY: VALUE`). The
                command `teleost problems --settings` printed this page from the declarations in the code, and a test
                compares the two. `teleost problems NAME` shows the values that a problem starts with. Choices may be
                written in any case, with `-` or `_`; sizes as `256m` or `2g`.

                ## `teleost plan`: the run

                """
                + SettingLines.table(
                        RunSettings.SHEET.keys(), RunSettings.defaults(1).values())
                + """

                ## `teleost plan`: the planner

                `PlannerSettings` in Java. A problem brings defaults of its own for some of them. `seed` is set per
                episode from the run's. `memory` is short for `memoryBytes`.

                """
                + SettingLines.table(
                        PlannerSettings.SHEET.keys(), PlannerSettings.defaults().values())
                + """

                ## `teleost train`

                In Java `AptSettings` (collection) and `SacSettings` (learner, from `actorHidden` on); the defaults are
                those of the preset `modern`. `batch` is short for `batchSize`, `hidden` for `actorHidden` and
                `criticHidden`, `learningRate` for all three rates.

                """
                + SettingLines.table(TrainingConfigurator.allKeys(), training);
    }
}
