package org.teleost.experiments.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellWork;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.experiments.runner.EpisodeSeeds;
import org.teleost.experiments.runner.PolicyFactory;
import org.teleost.experiments.runner.SingleEpisode;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/** Plays the episodes of a plan, with their traces; several at once. */
public final class EpisodeWork implements CellWork {
    /** Index of the throwaway episodes, which no series plays. */
    private static final int WARM_UP = -1;

    private final Problem problem;
    private final RunConfiguration configuration;
    private final RunConfiguration asked;
    private final PolicyFactory policies;
    private boolean warm;

    /**
     * @param configuration with this machine's threads
     * @param asked the master's, whose fingerprint the rows bear
     */
    public EpisodeWork(
            Problem problem, RunConfiguration configuration, RunConfiguration asked, PolicyFactory policies) {
        this.problem = problem;
        this.configuration = configuration;
        this.asked = asked;
        this.policies = policies;
    }

    @Override
    public Optional<Cell> compute(String key, CellMonitor monitor) {
        warmUp(monitor::stopRequested);
        int index = EpisodeStore.episode(key);
        EpisodeSeeds seeds = EpisodeSeeds.of(configuration.run().seed(), index);
        Instance instance = problem.instance(seeds.instance());
        SingleEpisode episode = new SingleEpisode(index, seeds, instance, configuration.run());
        if (!configuration.run().trace()) {
            return play(key, episode, EpisodeObserver.NONE, monitor);
        }
        try {
            Path file = Files.createTempFile("teleost-", ".mcap");
            try {
                EpisodeObserver trace = TraceObserver.file(file, index, instance.model(), seeds, asked);
                Optional<Cell> cell = play(key, episode, trace, monitor);
                return cell.isEmpty()
                        ? cell
                        : Optional.of(cell.get().withFile(RunFolder.traceName(index), Files.readAllBytes(file)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DiskText.cannotWrite(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    private Optional<Cell> play(String key, SingleEpisode episode, EpisodeObserver observer, CellMonitor monitor) {
        double steps = configuration.run().steps();
        return episode.play(
                        policies, observer, step -> monitor.progress((step + 1) / (steps + 1)), monitor::stopRequested)
                .map(result -> EpisodeCell.of(key, result, asked.fingerprint()));
    }

    /** Before the first timed decision; the others wait. */
    private synchronized void warmUp(BooleanSupplier stop) {
        if (warm) {
            return;
        }
        EpisodeSeeds seeds = EpisodeSeeds.of(configuration.run().seed(), WARM_UP);
        new SingleEpisode(WARM_UP, seeds, problem.instance(seeds.instance()), configuration.run())
                .warmUp(policies, stop);
        warm = true;
    }
}
