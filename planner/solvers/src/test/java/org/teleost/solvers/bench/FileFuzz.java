package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.FormatException;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;

/**
 * Reads mutants of a folder's problem files: bytes changed, tokens swapped, numbers blown up, lines dropped and
 * doubled. Every one must end in a model or in a {@link FormatException}. For people, with {@code -Xmx2g}: {@code java
 * -cp ... org.teleost.solvers.bench.FileFuzz FOLDER MUTANTS [MOST_BYTES]}.
 */
public final class FileFuzz {
    private FileFuzz() {}

    public static void main(String[] arguments) throws IOException {
        int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                if (ModelFile.isNamed(file.toString()) && Files.size(file) <= most) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        int models = 0;
        int faults = 0;
        long slowest = 0;
        int mutants = Integer.parseInt(arguments[1]);
        RandomStream stream = new RandomStream(1);
        for (int i = 0; i < mutants; i++) {
            byte[] mutant = mutate(seeds.get(i % seeds.size()), stream);
            long begin = System.nanoTime();
            try {
                ModelFile.read(new SourceText("mutant", mutant, i % 2 == 0)).table();
                models++;
            } catch (FormatException e) {
                if (e.getMessage().isEmpty() || e.getMessage().contains("\n")) {
                    faults++;
                    System.out.println("message of several lines: " + e.getMessage());
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                faults++;
                System.out.println("fault " + e + " at " + e.getStackTrace()[0]);
                Files.write(Path.of("fuzz-" + faults + ".mutant"), mutant);
            }
            slowest = Math.max(slowest, System.nanoTime() - begin);
        }
        System.out.println(mutants + " mutants of " + seeds.size() + " files: " + models + " models, " + faults
                + " faults, slowest " + slowest / 1_000_000 + " ms");
        System.exit(faults == 0 ? 0 : 1);
    }

    private static byte[] mutate(byte[] seed, RandomStream stream) {
        String text = new String(seed, StandardCharsets.ISO_8859_1);
        for (int changes = 1 + stream.nextInt(3); changes > 0; changes--) {
            text = text.isEmpty() ? text : change(text, stream);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String change(String text, RandomStream stream) {
        int at = stream.nextInt(text.length());
        int from = text.lastIndexOf('\n', at) + 1;
        int to = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
        String[] words = {
            "T",
            "O:",
            "2000000000",
            "*",
            "uniform",
            "identity",
            "-",
            "1e999",
            ":",
            "<",
            "&",
            "start",
            "0.5",
            "reset",
            "99999999",
            "\"",
            "</Entry>",
            "states: 60000",
            "-1",
            "\u00e9",
            "#",
            "discount: 0.9"
        };
        return switch (stream.nextInt(7)) {
            case 0 -> text.substring(0, at) + (char) stream.nextInt(256) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + stream.nextInt(20)));
            case 2 -> text.substring(0, at) + " " + words[stream.nextInt(words.length)] + " " + text.substring(at);
            case 3 -> text.substring(0, from) + text.substring(to);
            case 4 -> text.substring(0, to) + text.substring(from);
            case 5 -> text.substring(0, at);
            default -> number(text, at, words[stream.nextInt(words.length)]);
        };
    }

    /** Puts a word in the place of the number after a place. */
    private static String number(String text, int at, String word) {
        int from = at;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && (Character.isDigit(text.charAt(to)) || text.charAt(to) == '.')) {
            to++;
        }
        return text.substring(0, from) + word + text.substring(to);
    }
}
