/**
 * What a training run leaves behind: a folder for the run and one in it for each seed.
 *
 * <pre>
 * configuration.yaml          all settings, a file for --config
 * summary.json                settings, versions, results per seed and over seeds
 * learning-curve.png, .svg    evaluations against environment steps, learning-curve-time against training time
 * seed-1/progress.csv         a row per progress interval, {@link org.teleost.experiments.training.record.ProgressRow}
 * seed-1/episodes.csv         a row per episode of training, {@link org.teleost.experiments.training.record.EpisodeRow}
 * seed-1/evaluations.csv      a row per evaluation, {@link org.teleost.experiments.training.record.EvaluationRow}
 * seed-1/best.policy          the policy of the best evaluation, last.policy of the last; best.onnx if wanted
 * seed-1/checkpoint.bin       what a resumed run continues from, and the one before it
 * seed-1/training.mcap        a trace if wanted
 * seed-1/summary.json         results of this seed
 * </pre>
 *
 * <p>A trace is an MCAP file with JSON messages. The log time is the number of environment steps in milliseconds: 1e6
 * ns per step. Metadata {@code teleost.training} has {@code version} (1), {@code problem}, {@code seed},
 * {@code infoNames} (separated by commas), {@code actionLow} and {@code actionHigh}; {@code teleost.configuration} has
 * all settings. Channels:
 *
 * <ul>
 *   <li>{@code /training/progress}, schema {@code teleost.TrainingProgress}: the columns of progress.csv by name and
 *       {@code actors}, an array with actor, steps, episodes, restarts, consecutiveFailures, quarantined, waitNanos,
 *       lastFailure. The sequence counts the messages.
 *   <li>{@code /training/score}, schema {@code teleost.TrainingScore}: the columns of evaluations.csv by name.
 *   <li>{@code /training/evaluation}, schema {@code teleost.EvaluationStep}: the steps of the first episode of each
 *       evaluation: {@code environmentSteps} and {@code policyVersion} (the same for all steps of an evaluation),
 *       {@code t}, {@code observation} before the action, {@code action} in the environment's units, {@code reward},
 *       {@code terminated}, {@code truncated} and {@code info} by name. The log time of step t is t ns after that of
 *       the evaluation.
 * </ul>
 *
 * Numbers that are not finite are null.
 */
package org.teleost.experiments.training.record;
