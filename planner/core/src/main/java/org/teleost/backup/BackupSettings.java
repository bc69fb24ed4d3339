package org.teleost.backup;

/** What the backup needs of the planner's settings. */
public record BackupSettings(double discount, double retention, double explore, ValueRule valueRule, double trust) {
    /** How a node's value follows from its action values. */
    public enum ValueRule {
        /** (1/eta) log of the policy average of exp(eta Q). */
        SOFT,
        /** Policy average of Q. */
        MEAN,
        /** Largest Q. */
        MAX
    }
}
