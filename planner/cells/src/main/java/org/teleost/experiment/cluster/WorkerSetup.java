package org.teleost.experiment.cluster;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker is.
 *
 * @param master where its masters are
 * @param bind where this worker listens: the others of the cluster must reach it
 * @param keys the worker's keys; needed off loopback
 * @param build names the program; a master of another refuses it
 * @param host the machine's name, for the rows
 * @param name tells it from other workers
 * @param slots cells at once
 * @param patience seconds to wait for a master, 0 for no limit
 * @param once whether to end with the first master
 * @param log takes lines for people
 */
public record WorkerSetup(
        ClusterAddress master,
        ClusterAddress bind,
        Optional<Path> keys,
        String build,
        String host,
        String name,
        int slots,
        double patience,
        boolean once,
        Consumer<String> log) {}
