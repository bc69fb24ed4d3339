package org.teleost.envs.finray.scoring;

import org.teleost.envs.finray.FinRay;

/** Decides how the offset of a fin ray changes. An instance belongs to one thread. */
public interface OffsetControl {
    /**
     * The next decision, a share of the largest rate in [-1, 1].
     *
     * @param ray to be read
     */
    double action(FinRay ray);
}
