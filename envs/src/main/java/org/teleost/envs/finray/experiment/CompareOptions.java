package org.teleost.envs.finray.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.teleost.envs.finray.FinRayProvider;
import org.teleost.envs.finray.comparison.Contestant;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.PolicyControl;
import org.teleost.envs.finray.sinusoid.BestSinusoids;
import org.teleost.envs.finray.sinusoid.Sinusoid;
import org.teleost.envs.finray.wave.BestWaves;
import org.teleost.envs.finray.wave.Wave;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyFileException;
import org.teleost.policy.SavedPolicy;

/** Options of {@link CompareExperiment} and the contestants that they name. */
final class CompareOptions {
    static final ExperimentOption<List<String>> POLICIES = ExperimentOption.list(
                    ExperimentOption.text(
                            "policy",
                            "",
                            "OBJECTIVE=FILE",
                            "Learned policies, each for thrust, efficiency or balanced: thrust=a/best.policy,thrust=b/..."),
                    List.of())
            .free();
    static final ExperimentOption<String> GRID = ExperimentOption.text(
                    "grid",
                    "",
                    "DIR",
                    "Folder of a finray grid whose best sinusoids to compare with; without it the documented ones.")
            .free();
    static final ExperimentOption<String> WAVES = ExperimentOption.text(
                    "waves",
                    "",
                    "DIR",
                    "Folder of a finray waves whose best waves to compare with; without it the documented ones.")
            .free();
    static final ExperimentOption<List<Integer>> CELLS = ExperimentOption.list(
                    ExperimentOption.whole(
                            "cells", 32, 8, 256, "Cells along the ray, rising; pictures and traces on the first."),
                    List.of(32, 64))
            .free();
    static final ExperimentOption<Integer> STARTS = ExperimentOption.whole(
                    "starts", 8, 1, 40, "Phases of the root to start at, evenly over its period.")
            .free();
    static final ExperimentOption<Double> LAMBDA = ExperimentOption.decimal(
                    "lambda", FinRayProvider.STANDARD_LAMBDA, 0.0, 10.0, "Price of power; balanced pays half of it.")
            .free();

    /** The control that does nothing. */
    static final String PASSIVE = "passive";

    private CompareOptions() {}

    static List<ExperimentOption<?>> all() {
        return List.of(
                POLICIES,
                GRID,
                WAVES,
                CELLS,
                STARTS,
                LAMBDA,
                GridOptions.REYNOLDS,
                GridOptions.DISCARDED,
                GridOptions.PERIODS,
                GridOptions.THREADS);
    }

    /** The passive ray, then for each objective the best sinusoid, the best waves and what was learned for it. */
    static List<Contestant> contestants(ExperimentInput input) {
        String folder = input.value(GRID);
        Map<Objective, Sinusoid> best = folder.isEmpty()
                ? BestSinusoids.standard()
                : BestSinusoids.read(Path.of(folder).resolve(GridTables.BEST + ".csv"));
        String searched = input.value(WAVES);
        Map<Objective, List<Wave>> waves = searched.isEmpty()
                ? BestWaves.standard()
                : BestWaves.read(Path.of(searched).resolve(WavesExperiment.WAVES + ".csv"));
        Map<Objective, List<Path>> files = files(input.value(POLICIES));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(sinusoid(PASSIVE, Objective.THRUST, new Sinusoid(0.0, 0.0, 1)));
        for (Objective objective : Objective.values()) {
            contestants.add(sinusoid(objective.label() + "-sinusoid", objective, best.get(objective)));
            for (Wave wave : waves.getOrDefault(objective, List.of())) {
                String name = objective.label() + "-" + wave.family().label();
                contestants.add(new Contestant(name, wave.text(), objective, false, () -> wave));
            }
            int number = 0;
            for (Path file : files.getOrDefault(objective, List.of())) {
                number++;
                contestants.add(learned(objective.label() + "-learned-" + number, objective, file));
            }
        }
        return contestants;
    }

    private static Contestant sinusoid(String name, Objective objective, Sinusoid sinusoid) {
        return new Contestant(name, SinusoidCells.key(sinusoid), objective, false, () -> sinusoid);
    }

    private static Contestant learned(String name, Objective objective, Path file) {
        try {
            SavedPolicy policy = PolicyFile.read(file);
            // fails here, before anything is computed
            new PolicyControl(policy.network());
            String identity = "policy=" + Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file)));
            return new Contestant(name, identity, objective, true, () -> new PolicyControl(policy.network()));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("no such policy: --policy " + objective.label() + "=" + file, e);
        } catch (PolicyFileException | IllegalArgumentException e) {
            throw new IllegalArgumentException("--policy " + objective.label() + "=" + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--policy " + objective.label() + "=" + file + ": can't be read (" + e.getMessage()
                            + "); name the file best.policy or last.policy",
                    e);
        }
    }

    private static Map<Objective, List<Path>> files(List<String> assignments) {
        Map<Objective, List<Path>> files = new EnumMap<>(Objective.class);
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            Objective objective = null;
            for (Objective candidate : Objective.values()) {
                if (equals > 0 && candidate.label().equals(assignment.substring(0, equals))) {
                    objective = candidate;
                }
            }
            if (objective == null || equals == assignment.length() - 1) {
                throw new IllegalArgumentException("--policy " + assignment
                        + ": not OBJECTIVE=FILE with an objective of thrust, efficiency, balanced");
            }
            files.computeIfAbsent(objective, absent -> new ArrayList<>())
                    .add(Path.of(assignment.substring(equals + 1)));
        }
        return files;
    }
}
