package org.teleost.experiments.config;

import org.teleost.plan.PlannerSettings;

/** The page of all settings, docs/settings.md; {@code teleost problems --settings} prints it. */
public final class SettingsPage {
    private SettingsPage() {}

    /** The page in Markdown. */
    public static String text() {
        return """
                # Settings

                Every key of `--set KEY=VALUE` and of a configuration file (`--config FILE`, lines `KEY: VALUE`). The
                command `teleost problems --settings` printed this page from the declarations in the code, and a test
                compares the two. `teleost problems NAME` shows the values that a problem starts with.

                ## `teleost plan`: the run

                """ + SettingLines.table(RunSettings.SHEET) + """

                ## `teleost plan`: the planner

                `PlannerSettings` in Java. A problem brings defaults of its own for some of them. `seed` is set per
                episode from the run's. `memory` is short for `memoryBytes`; sizes may be written as `256m` or `2g`.

                """ + SettingLines.table(PlannerSettings.SHEET);
    }
}
