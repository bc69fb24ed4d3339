package org.teleost.backup;

import org.teleost.settings.ValueRule;

/**
 * What the backup needs of the planner's settings.
 *
 * @param disagreementPrice what a node without actions loses, in units of reward, where its states call for different
 *     actions; 0 where they aren't asked
 * @param learnsLeafBias whether new nodes are worth more or less by as much as leaf values were off before; not where
 *     values count by how long it took to get there
 */
public record BackupSettings(
        double discount,
        double retention,
        double explore,
        ValueRule valueRule,
        double trust,
        double disagreementPrice,
        boolean learnsLeafBias) {
    public BackupSettings(double discount, double retention, double explore, ValueRule valueRule, double trust) {
        this(discount, retention, explore, valueRule, trust, 0.0, true);
    }
}
