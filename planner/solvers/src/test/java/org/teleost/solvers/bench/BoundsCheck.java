package org.teleost.solvers.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.teleost.solvers.file.FormatException;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * Bounds of every file in a folder after so many seconds of one thread's processor time, beside those of another
 * program in the table {@code anchors.tsv} (columns file, and lower and upper bound from the fourteenth on). For
 * people: {@code java -cp ... org.teleost.solvers.bench.BoundsCheck FOLDER SECONDS [FILE...]}.
 */
public final class BoundsCheck {
    private static final double PRECISION = 1e-3;

    private BoundsCheck() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        List<String> chosen = List.of(arguments).subList(2, arguments.length);
        int files = 0;
        int overlapping = 0;
        int narrower = 0;
        System.out.println("file\tlower\tupper\tgap\ttheirs\toverlap\tnarrower\tseconds");
        List<String> lines = Files.readAllLines(folder.resolve("anchors.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] column = line.split("\t", -1);
            if (column[13].isEmpty() || !chosen.isEmpty() && !chosen.contains(column[0])) {
                continue;
            }
            double lower = Double.parseDouble(column[13]);
            double upper = Double.parseDouble(column[14]);
            try {
                Bounds ours =
                        solve(ModelFile.read(folder.resolve(column[0]), false).table(), seconds);
                boolean overlap = ours.lower() <= upper + PRECISION && ours.upper() >= lower - PRECISION;
                boolean narrow = ours.gap() <= Math.max(PRECISION, upper - lower) * (1.0 + 1e-6);
                files++;
                overlapping += overlap ? 1 : 0;
                narrower += narrow ? 1 : 0;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s\t%.6f\t%.6f\t%.6f\t%.6f\t%s\t%s\t%.1f",
                        column[0],
                        ours.lower(),
                        ours.upper(),
                        ours.gap(),
                        upper - lower,
                        overlap,
                        narrow,
                        ours.seconds()));
            } catch (FormatException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
        System.out.println(files + " files, " + overlapping + " overlap, " + narrower + " have no wider gap");
    }

    /** Reading is not counted, the first bounds are. */
    private static Bounds solve(TabularPomdp model, double seconds) {
        long begin = processorNanos();
        BooleanSupplier over = () -> processorNanos() - begin > 1e9 * seconds;
        Sarsop.Limits limits = new Sarsop.Limits(100.0 * seconds, PRECISION);
        return new Sarsop(model, limits).run(limits, bounds -> {}, over);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
