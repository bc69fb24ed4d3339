package org.teleost.experiment.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal parts of an experiment, for job arrays: cell i (from 0) belongs to part {@code i mod of + 1}.
 * Parts know nothing of one another, and need no network.
 *
 * @param part 1 to {@code of}
 * @param of number of parts, 1 to 100 000
 */
public record Shard(int part, int of) implements CellSharing {
    /** Largest number of parts. */
    public static final int MOST = 100_000;

    private static final Pattern NAME = Pattern.compile("shard-(\\d{1,6})-of-(\\d{1,6})");
    private static final Pattern TEXT = Pattern.compile("(auto|-?\\d{1,9})(?:/(-?\\d{1,9}))?");
    private static final String WAY_OUT =
            "; write K/N, for example --shard 3/16 for the third of 16 parts, or auto" + " within a job array";

    /** @throws IllegalArgumentException naming value, range and way out */
    public Shard {
        if (of < 1 || of > MOST) {
            throw new IllegalArgumentException(
                    "--shard " + part + "/" + of + ": N=" + of + "; allowed range 1 to " + MOST);
        }
        if (part < 1 || part > of) {
            throw new IllegalArgumentException("--shard " + part + "/" + of + ": K=" + part + "; allowed range 1 to "
                    + of + ", a job array that counts from 0 adds 1, or says --shard auto/" + of);
        }
    }

    /**
     * The part that a text names: {@code K/N}, or {@code auto} for what the job array's scheduler says in the
     * environment: SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_MIN and SLURM_ARRAY_TASK_COUNT, or JOB_COMPLETION_INDEX of a
     * Kubernetes Job, which needs {@code auto/N} because it doesn't tell their number.
     *
     * @throws IllegalArgumentException naming value, place, range and way out
     */
    public static Shard parse(String text, Map<String, String> environment) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--shard '" + text + "' is no part" + WAY_OUT);
        }
        if (matcher.group(1).equals("auto")) {
            return ofJobArray(matcher.group(2), environment);
        }
        if (matcher.group(2) == null) {
            throw new IllegalArgumentException("--shard " + text + " doesn't say of how many" + WAY_OUT);
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static Shard ofJobArray(String parts, Map<String, String> environment) {
        if (environment.containsKey("SLURM_ARRAY_TASK_ID")) {
            int first = number("SLURM_ARRAY_TASK_MIN", environment, 1);
            int count = number("SLURM_ARRAY_TASK_COUNT", environment, parts == null ? 0 : Integer.parseInt(parts));
            if (parts != null && count != Integer.parseInt(parts)) {
                throw new IllegalArgumentException("--shard auto/" + parts + ": SLURM_ARRAY_TASK_COUNT=" + count
                        + "; give both the same number, or write --shard auto");
            }
            int step = number("SLURM_ARRAY_TASK_STEP", environment, 1);
            int index = number("SLURM_ARRAY_TASK_ID", environment, 0);
            return new Shard((index - first) / Math.max(1, step) + 1, count);
        }
        if (environment.containsKey("JOB_COMPLETION_INDEX")) {
            if (parts == null) {
                throw new IllegalArgumentException("--shard auto: JOB_COMPLETION_INDEX doesn't say of how many; write"
                        + " --shard auto/N with the Job's completions");
            }
            return new Shard(number("JOB_COMPLETION_INDEX", environment, 0) + 1, Integer.parseInt(parts));
        }
        throw new IllegalArgumentException("--shard auto: neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set,"
                + " so this is no job array; write K/N, for example --shard 3/16");
    }

    private static int number(String name, Map<String, String> environment, int otherwise) {
        String text = environment.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "--shard auto: " + name + "='" + text + "' is no whole number; write --shard K/N");
        }
        return Integer.parseInt(text);
    }

    /** The part whose folder has this name; null if it is no name of one. */
    public static Shard named(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : null;
    }

    /** Names its folder: {@code shard-3-of-16}. */
    public String name() {
        return String.format(Locale.ROOT, "shard-%d-of-%d", part, of);
    }

    /** As it is typed: {@code 3/16}. */
    public String text() {
        return part + "/" + of;
    }

    /** Whether the cell of this index, from 0, belongs to it. */
    public boolean owns(int index) {
        return index % of == part - 1;
    }

    /** Those of the elements that belong to it, in their order. */
    public <E> List<E> own(List<E> all) {
        List<E> own = new ArrayList<>();
        for (int i = part - 1; i < all.size(); i += of) {
            own.add(all.get(i));
        }
        return own;
    }

    /** Computes its own cells and leaves the others. */
    @Override
    public boolean run(CellRound round) {
        return CellSharing.ALONE.run(round.with(own(round.keys()))) && round.complete();
    }
}
