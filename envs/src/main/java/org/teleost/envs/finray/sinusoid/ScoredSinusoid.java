package org.teleost.envs.finray.sinusoid;

import org.teleost.envs.finray.scoring.Score;

/** A sinusoid and what it achieves. */
public record ScoredSinusoid(Sinusoid sinusoid, Score score) {}
