package org.teleost.envs.gallery;

import java.util.List;
import org.teleost.envs.docking.Docking;
import org.teleost.envs.lasertag.LaserTag;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists LaserTag and docking. */
public final class GalleryProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        return List.of(
                new GalleryProblem(
                        "lasertag",
                        "LaserTag: chase a target by eight noisy beams, own place unknown",
                        90,
                        LaserTag::new),
                GalleryProblem.fixed("docking", "Docking: two noisy ranges, one try to dock", 60, Docking::new));
    }
}
