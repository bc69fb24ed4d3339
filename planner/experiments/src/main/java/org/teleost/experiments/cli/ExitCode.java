package org.teleost.experiments.cli;

/** What the process tells its caller; a run stopped by a signal exits with 128 + signal: 130 for Ctrl-C. */
public final class ExitCode {
    public static final int OK = 0;

    /** A fault of the program itself, or the doctor found a problem. */
    public static final int FAILED = 1;

    /** The command line or a configuration file asks for something that can't be done. */
    public static final int USAGE = 2;

    /**
     * The model broke its contract, training diverged or a result is outside its tolerance; what was finished is kept.
     */
    public static final int MODEL = 3;

    /** Results could not be written; what was finished is printed. */
    public static final int DISK = 4;

    static final String HELP = "%nExit codes: 0 done, 1 internal error, 2 wrong usage or configuration, 3 the model"
            + " broke its%ncontract or training failed, 4 results can't be written, 130 interrupted (Ctrl-C).%n";

    private ExitCode() {}
}
