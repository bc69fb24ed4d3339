package org.teleost.backup;

import org.teleost.settings.ValueRule;

/** What the backup needs of the planner's settings. */
public record BackupSettings(double discount, double retention, double explore, ValueRule valueRule, double trust) {}
