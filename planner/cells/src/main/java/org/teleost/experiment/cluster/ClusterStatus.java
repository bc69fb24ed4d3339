package org.teleost.experiment.cluster;

import java.util.List;
import java.util.Locale;

/**
 * What a cluster is doing.
 *
 * @param slots cells that all workers have under way at most
 * @param underWay cells that workers hold
 * @param done cells of this round that are finished
 * @param total cells of this round
 * @param perSecond cells finished per second of late
 * @param failures cells that a worker failed on, each time counted
 * @param lost cells that were given to another worker, each time counted
 * @param repeats results that came once more and were dropped
 * @param hosts machines that finished a cell
 */
public record ClusterStatus(
        int workers,
        int slots,
        int underWay,
        int done,
        int total,
        double perSecond,
        int failures,
        int lost,
        int repeats,
        List<String> hosts) {

    /** One line for people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "cluster: %d %s, %d slots, %d of %d cells, %d under way",
                workers,
                workers == 1 ? "worker" : "workers",
                slots,
                done,
                total,
                underWay));
        if (perSecond > 0) {
            text.append(String.format(Locale.ROOT, ", %.3g/s", perSecond));
            if (done < total) {
                text.append(", end in ").append(duration((total - done) / perSecond));
            }
        }
        count(text, failures, "failed");
        count(text, lost, "given again");
        count(text, repeats, "repeats dropped");
        return text.toString();
    }

    private static void count(StringBuilder text, int number, String what) {
        if (number > 0) {
            text.append(", ").append(number).append(' ').append(what);
        }
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 100) {
            return whole + " s";
        }
        return whole < 6000 ? (whole + 30) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", whole / 3600.0);
    }
}
