package org.teleost.experiments;

import org.teleost.experiments.cli.TeleostCommand;

/** The {@code teleost} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // plots are drawn without a display
        System.setProperty("java.awt.headless", "true");
        System.exit(TeleostCommand.run(args));
    }
}
