package org.teleost.viewer.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The command line of {@link Main}; every fault is an IllegalArgumentException that says what is allowed. */
final class Arguments {
    private String command = "help";
    private Path file;
    private Path output;
    private Path video;
    private long step;
    private long from;
    private long to = -1;
    private String camera = "top";
    private int width = 1280;
    private int height = 720;
    private double rate = 4.0;

    private Arguments() {}

    static Arguments parse(String... args) {
        Arguments result = new Arguments();
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        if (rest.isEmpty() || rest.contains("--help") || rest.contains("-h")) {
            return result;
        }
        result.command = rest.remove();
        if (!result.command.equals("render") && !result.command.equals("view")) {
            throw new IllegalArgumentException("command=" + result.command + "; choose render or view, or --help");
        }
        while (!rest.isEmpty()) {
            result.take(rest.remove(), rest);
        }
        if (result.file == null) {
            throw new IllegalArgumentException(result.command + " needs a trace file; give FILE.mcap");
        }
        if (result.command.equals("render") && result.output == null && result.video == null) {
            throw new IllegalArgumentException("render needs a place for the picture; give -o a.png or --video a.apng");
        }
        return result;
    }

    private void take(String name, Deque<String> rest) {
        switch (name) {
            case "-o", "--output" -> output = Path.of(value(name, rest));
            case "--video" -> video = Path.of(value(name, rest));
            case "--step" -> step = whole(name, value(name, rest));
            case "--camera" -> camera = value(name, rest);
            case "--rate" -> rate = rate(value(name, rest));
            case "--size" -> size(value(name, rest));
            case "--steps" -> range(value(name, rest));
            default -> {
                if (name.startsWith("-") || file != null) {
                    throw new IllegalArgumentException("argument " + name + " is unknown; --help lists all");
                }
                file = Path.of(name);
            }
        }
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a value; --help shows examples");
        }
        return rest.remove();
    }

    private static long whole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + "=" + text + " is no whole number", e);
        }
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate <= 100) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException("--rate=" + text + "; allowed range above 0 to 100 pictures per second");
    }

    private void size(String text) {
        String[] sides = text.split("x", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("--size=" + text + "; write it as 1280x720");
        }
        width = (int) Math.min(Integer.MAX_VALUE, whole("--size", sides[0]));
        height = (int) Math.min(Integer.MAX_VALUE, whole("--size", sides[1]));
    }

    private void range(String text) {
        String[] ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("--steps=" + text + "; write it as 0..20, -1 is the last");
        }
        from = whole("--steps", ends[0]);
        to = whole("--steps", ends[1]);
    }

    String command() {
        return command;
    }

    Path file() {
        return file;
    }

    Path output() {
        return output;
    }

    Path video() {
        return video;
    }

    long step() {
        return step;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    String camera() {
        return camera;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double rate() {
        return rate;
    }
}
