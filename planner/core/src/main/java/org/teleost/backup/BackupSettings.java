package org.teleost.backup;

import org.teleost.settings.ValueRule;

/**
 * What the backup needs of the planner's settings.
 *
 * @param disagreementPrice what a node without actions loses, in units of reward, where its states call for different
 *     actions; 0 where they aren't asked
 */
public record BackupSettings(
        double discount,
        double retention,
        double explore,
        ValueRule valueRule,
        double trust,
        double disagreementPrice) {
    public BackupSettings(double discount, double retention, double explore, ValueRule valueRule, double trust) {
        this(discount, retention, explore, valueRule, trust, 0.0);
    }
}
