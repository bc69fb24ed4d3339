package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.teleost.solvers.factored.SingleVariable;
import org.teleost.solvers.file.FormatException;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.PomdpWriter;
import org.teleost.solvers.file.PomdpxWriter;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.StartValues;

/**
 * Reads a folder of problem files with a table {@code anchors.tsv} of sizes and exact values (columns file, S, A, O and
 * the four values from the tenth on), compares, and writes and reads every file again. For people: {@code java -cp ...
 * org.teleost.solvers.bench.AnchorCheck FOLDER}.
 */
public final class AnchorCheck {
    private static final double TOLERANCE = 1e-6;

    private AnchorCheck() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int failures = 0;
        List<String> lines = Files.readAllLines(folder.resolve("anchors.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] column = line.split("\t", -1);
            try {
                failures += check(folder.resolve(column[0]), column) ? 0 : 1;
            } catch (FormatException e) {
                System.out.println("refused  " + e.getMessage());
            }
        }
        System.out.println(failures + " failures");
        System.exit(failures == 0 ? 0 : 1);
    }

    private static boolean check(Path file, String[] column) throws IOException {
        long begin = System.nanoTime();
        ModelFile read = ModelFile.read(file, false);
        TabularPomdp model = read.table();
        double millis = (System.nanoTime() - begin) * 1e-6;
        boolean sizes = model.stateCount() == Integer.parseInt(column[4])
                && model.actionCount() == Integer.parseInt(column[5])
                && model.observationCount() == Integer.parseInt(column[6]);
        double worst = 0.0;
        if (model.discount() < 1.0) {
            StartValues values = StartValues.of(model);
            double[] ours = {values.random(), values.constant(), values.mdp(), values.qmdp()};
            for (int i = 0; i < ours.length; i++) {
                if (!column[9 + i].isEmpty()) {
                    double anchor = Double.parseDouble(column[9 + i]);
                    worst = Math.max(worst, Math.abs(ours[i] - anchor) / Math.max(1e-9, Math.abs(anchor)));
                }
            }
        }
        boolean same = again(read, model);
        System.out.println(String.format(
                Locale.ROOT,
                "%-8s %-24s %8.1f ms  off by %.1e  %s",
                sizes && worst <= TOLERANCE && same ? "ok" : "FAILED",
                file.getFileName(),
                millis,
                worst,
                same ? "round trip equal" : "ROUND TRIP DIFFERS"));
        return sizes && worst <= TOLERANCE && same;
    }

    /** Both formats, where they can hold the problem; a .pomdp shows what is always seen as an observation. */
    private static boolean again(ModelFile read, TabularPomdp model) throws IOException {
        Path plain = Files.createTempFile("teleost", ".pomdp");
        Path xml = Files.createTempFile("teleost", ".pomdpx");
        try {
            PomdpWriter.write(plain, model);
            TabularPomdp one = ModelFile.read(plain, false).table();
            boolean same = equal(one, model, model.observedPart() == null);
            if (model.discount() < 1.0) {
                PomdpxWriter.write(xml, read.factored().orElseGet(() -> SingleVariable.of(model)));
                same &= equal(ModelFile.read(xml, false).table(), model, true);
            }
            return same;
        } finally {
            Files.delete(plain);
            Files.delete(xml);
        }
    }

    private static boolean equal(TabularPomdp a, TabularPomdp b, boolean observations) {
        boolean same = a.discount() == b.discount()
                && a.transition().equals(b.transition())
                && (!observations || a.observation().equals(b.observation()));
        for (int i = 0; i < b.expected().length; i++) {
            same &= Math.abs(a.expected()[i] - b.expected()[i]) <= 1e-12 * (1.0 + Math.abs(b.expected()[i]));
        }
        for (int s = 0; s < b.start().length; s++) {
            same &= a.start()[s] == b.start()[s];
        }
        return same;
    }
}
