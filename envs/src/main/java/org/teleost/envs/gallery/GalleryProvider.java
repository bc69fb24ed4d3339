package org.teleost.envs.gallery;

import java.util.ArrayList;
import java.util.List;
import org.teleost.envs.docking.Docking;
import org.teleost.envs.lasertag.LaserTag;
import org.teleost.envs.lightdark.LightDark1D;
import org.teleost.envs.maintenance.Maintenance;
import org.teleost.envs.mars.Mars;
import org.teleost.envs.mars.MarsProblem;
import org.teleost.envs.plain.PlainModel;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.envs.tag.Tag;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/** Lists the gallery. */
public final class GalleryProvider implements ProblemProvider {
    private static final int MARS_STEPS = 90;

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(List.of(
                GalleryProblem.fixed("tag", "Tag: chase a target that is seen only on the same cell", 90, Tag::new),
                new GalleryProblem(
                        "lasertag",
                        "LaserTag: chase a target by eight noisy beams, own place unknown",
                        90,
                        LaserTag::new),
                GalleryProblem.fixed(
                        "lightdark-1d",
                        "LightDark1D: go to the light to find the origin in the dark",
                        100,
                        LightDark1D::new),
                GalleryProblem.fixed("docking", "Docking: two noisy ranges, one try to dock", 60, Docking::new),
                GalleryProblem.fixed(
                        "maintenance",
                        "Maintenance: operate, inspect, repair or replace a machine",
                        100,
                        Maintenance::new)));
        RockSampleProblem.published()
                .forEach(published -> problems.add(GalleryProblem.fixed(
                        published.name() + "-plain",
                        published.summary() + "; simulator alone",
                        published.defaultSteps(),
                        () -> new PlainModel(published.name() + "-plain", published.model()))));
        MarsProblem mars = new MarsProblem("mars-20", 20, 20, MARS_STEPS);
        problems.add(new GalleryProblem(
                "mars-20-plain",
                mars.summary() + "; simulator alone",
                MARS_STEPS,
                seed -> new PlainModel("mars-20-plain", new Mars("mars-20", mars.map(seed)))));
        return List.copyOf(problems);
    }
}
