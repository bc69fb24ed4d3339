package org.teleost.experiments.training.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.teleost.experiments.folder.DiskText;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.trace.ControlRecorder;

/** Writes the first episodes of an evaluation as traces, a file for each: {@code KIND-0000.mcap} and so on. */
public final class EvaluationTraces implements EvaluationObserver, AutoCloseable {
    private final Path folder;
    private final String kind;
    private final String actor;
    private final int episodes;
    private final ControlProblem problem;
    private final long seed;
    private Path file;
    private Environment environment;
    private ControlRecorder recorder;

    /**
     * @param folder created if it does not exist
     * @param kind beginning of the files' names
     * @param actor what acts, for people
     * @param episodes to be recorded, from episode 0 on
     * @param seed of the evaluation
     */
    public EvaluationTraces(Path folder, String kind, String actor, int episodes, ControlProblem problem, long seed) {
        this.folder = folder;
        this.kind = kind;
        this.actor = actor;
        this.episodes = episodes;
        this.problem = problem;
        this.seed = seed;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
    }

    @Override
    public void started(int episode, long episodeSeed, Environment started, float[] observation) {
        close();
        if (episode >= episodes) {
            return;
        }
        environment = started;
        file = folder.resolve(String.format(Locale.ROOT, "%s-%04d.mcap", kind, episode));
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("problem", problem.name());
        configuration.put("actor", actor);
        configuration.put("evaluationSeed", Long.toString(seed));
        configuration.put("episode", Integer.toString(episode));
        try {
            recorder = new ControlRecorder(file, problem, episodeSeed, actor, configuration);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
        recorder.started(environment, observation);
    }

    @Override
    public void stepped(int episode, int step, float[] observation, float[] action, StepOutcome outcome) {
        if (recorder == null) {
            return;
        }
        try {
            recorder.stepped(environment, action, outcome);
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        }
    }

    /** Finishes the file of the last episode. */
    @Override
    public void close() {
        if (recorder == null) {
            return;
        }
        try {
            recorder.close();
        } catch (IOException e) {
            throw DiskText.cannotWrite(file, e);
        } finally {
            recorder = null;
        }
    }
}
