package org.teleost.viewer.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody says about how a problem looks, without Java: which lanes are x and y, and marks. A file beside the
 * trace, {@code episode-0000.scene.json} or {@code scene.json}, or the text that the model gave to the recorder.
 *
 * @param x lane across, empty for the usual choice
 * @param y lane upwards, likewise
 */
public record SceneSketch(Optional<String> x, Optional<String> y, List<Mark> marks) {
    /** Nothing said. */
    public static final SceneSketch NONE = new SceneSketch(Optional.empty(), Optional.empty(), List.of());

    /** Setting of a trace that holds the model's own text. */
    public static final String SETTING = "scene";

    private static final long LARGEST_FILE = 1 << 20;
    private static final int MOST_MARKS = 10_000;

    /** What can be drawn. */
    public enum Kind {
        DISC,
        RING,
        BOX,
        LINE,
        TEXT,
        IMAGE
    }

    /** What a mark stands for, which decides its colour. */
    public enum Role {
        MAP,
        GOAL,
        OBSTACLE,
        GOOD,
        BAD,
        ROBOT,
        OTHER
    }

    /**
     * A number, or the lane of the true state that holds it.
     *
     * @param lane empty for a number
     */
    public record Place(double number, String lane) {
        /** The number at a state; not a number where the lane was not recorded. */
        public double at(Lanes state) {
            return lane.isEmpty() ? number : state.value(lane);
        }
    }

    /**
     * A mark.
     *
     * @param places x and y of each point in turn: the middle, two corners, or the line's points
     * @param radius of a disc or ring
     * @param text beside it, empty for none
     * @param image what fills it, of an image
     */
    public record Mark(
            Kind kind, Role role, List<Place> places, double radius, String text, Optional<SceneImage> image) {}

    /** What is said about an episode: beside its trace, else in it. */
    public static SceneSketch of(Path trace, EpisodeInfo info) throws IOException {
        String name = String.valueOf(trace.getFileName()).replaceFirst("\\.mcap$", "");
        for (Path file : new Path[] {trace.resolveSibling(name + ".scene.json"), trace.resolveSibling("scene.json")}) {
            if (Files.isRegularFile(file)) {
                if (Files.size(file) > LARGEST_FILE) {
                    throw new IOException(file + " has " + Files.size(file) + " bytes; at most " + LARGEST_FILE);
                }
                return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), folder(trace));
            }
        }
        String said = info.configuration().getOrDefault(SETTING, "");
        return said.isEmpty() ? NONE : parse(said, trace + ", the model's scene", folder(trace));
    }

    private static Path folder(Path trace) {
        return trace.resolveSibling("");
    }

    /** The same without images, for planners that run. */
    public static SceneSketch parse(String text, String from) throws IOException {
        return parse(text, from, null);
    }

    /**
     * Reads the text; throws an IOException that names {@code from} and the mark for what is not understood.
     *
     * @param folder where images lie; null where there is none, and images are left out
     */
    public static SceneSketch parse(String text, String from, Path folder) throws IOException {
        Map<String, Object> members;
        try {
            members = Json.object(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " is no JSON: " + e.getMessage(), e);
        }
        if (StepRecord.integer(members, "version", 1) != 1) {
            throw new IOException(from + ": version=" + members.get("version") + "; this viewer reads version 1");
        }
        List<Mark> marks = new ArrayList<>();
        for (Map<?, ?> mark : StepRecord.objects(members.get("marks"))) {
            if (marks.size() == MOST_MARKS) {
                throw new IOException(from + " has more than " + MOST_MARKS + " marks");
            }
            marks.add(mark(mark, from + ": mark " + marks.size(), folder));
        }
        return new SceneSketch(lane(members, "x"), lane(members, "y"), List.copyOf(marks));
    }

    private static Optional<String> lane(Map<?, ?> members, String name) {
        return Optional.of(StepRecord.text(members, name)).filter(lane -> !lane.isEmpty());
    }

    private static Mark mark(Map<?, ?> members, String at, Path folder) throws IOException {
        Kind kind = choice(Kind.values(), StepRecord.text(members, "kind"), at + ": kind");
        String role = StepRecord.text(members, "role");
        List<Place> places = new ArrayList<>();
        if (members.get("points") instanceof double[] numbers) {
            for (double number : numbers) {
                places.add(place(number, at));
            }
        } else if (members.get("points") instanceof List<?> points) {
            for (Object point : points) {
                places.add(place(point, at));
            }
        } else {
            places.add(place(members.get("x"), at));
            places.add(place(members.get("y"), at));
        }
        int least = kind == Kind.BOX || kind == Kind.LINE || kind == Kind.IMAGE ? 4 : 2;
        if (places.size() < least || places.size() % 2 != 0 || kind != Kind.LINE && places.size() != least) {
            throw new IOException(at + ": " + places.size() + " coordinates; a " + StepRecord.text(members, "kind")
                    + " has " + (kind == Kind.LINE ? "two for each of at least two points" : least));
        }
        double radius = StepRecord.number(members, "radius");
        if ((kind == Kind.DISC || kind == Kind.RING) && !(radius > 0.0 && Double.isFinite(radius))) {
            throw new IOException(at + ": radius=" + members.get("radius") + "; it must be positive");
        }
        return new Mark(
                kind,
                role.isEmpty() ? Role.OTHER : choice(Role.values(), role, at + ": role"),
                List.copyOf(places),
                radius,
                StepRecord.text(members, "text"),
                kind == Kind.IMAGE && folder != null
                        ? Optional.of(SceneImage.read(folder, StepRecord.text(members, "file"), at))
                        : Optional.empty());
    }

    private static Place place(Object value, String at) throws IOException {
        if (value instanceof Double number && Double.isFinite(number)) {
            return new Place(number, "");
        }
        if (value instanceof String lane && !lane.isEmpty()) {
            return new Place(Double.NaN, lane);
        }
        throw new IOException(at + ": coordinate " + value + "; write a number, or the name of a lane");
    }

    private static <E extends Enum<E>> E choice(E[] all, String name, String at) throws IOException {
        StringBuilder names = new StringBuilder();
        for (E one : all) {
            if (one.name().equalsIgnoreCase(name)) {
                return one;
            }
            names.append(names.length() == 0 ? "" : ", ").append(one.name().toLowerCase(java.util.Locale.ROOT));
        }
        throw new IOException(at + "=" + name + "; choose from " + names);
    }
}
