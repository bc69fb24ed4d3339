package org.teleost.experiment.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a master is.
 *
 * @param address where workers come
 * @param keys the master's keys; needed off loopback
 * @param build names the program; workers of another are refused
 * @param command arguments of the command whose cells are computed
 * @param log takes lines for people
 */
public record MasterSetup(
        ClusterAddress address, Optional<Path> keys, String build, List<String> command, Consumer<String> log) {
    public MasterSetup {
        command = List.copyOf(command);
    }
}
