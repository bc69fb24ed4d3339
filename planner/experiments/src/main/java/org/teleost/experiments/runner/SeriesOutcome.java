package org.teleost.experiments.runner;

import java.util.List;
import java.util.Optional;

/**
 * How a series ended.
 *
 * @param episodes finished episodes, by index
 * @param failure what stopped the series early: a model's or the disk's fault; empty when nothing failed
 * @param interrupted the user stopped it
 */
public record SeriesOutcome(List<EpisodeResult> episodes, Optional<RuntimeException> failure, boolean interrupted) {}
