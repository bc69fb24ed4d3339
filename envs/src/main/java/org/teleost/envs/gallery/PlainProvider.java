package org.teleost.envs.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.teleost.envs.mars.Mars;
import org.teleost.envs.mars.MarsProblem;
import org.teleost.envs.plain.PlainModel;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/**
 * Lists RockSample and MARS for planners that get a simulator and nothing else, and MARS with a published leaf value.
 */
public final class PlainProvider implements ProblemProvider {
    /** Maps that are large enough to compare on. */
    private static final Set<String> MAPS = Set.of("rocksample-7-8", "rocksample-11-11", "rocksample-15-15");

    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (RockSampleProblem original : RockSampleProblem.published()) {
            if (MAPS.contains(original.name())) {
                String name = original.name() + "-plain";
                String summary = original.summary() + "; no leaf value, no proposals";
                problems.add(GalleryProblem.fixed(
                        name, summary, original.defaultSteps(), () -> new PlainModel(name, original.model())));
            }
        }
        MarsProblem mars = MarsProblem.small();
        String plain = mars.name() + "-plain";
        problems.add(new GalleryProblem(
                plain,
                mars.summary() + "; no leaf value, no proposals",
                mars.defaultSteps(),
                seed -> new PlainModel(plain, mars.model(seed))));
        String published = mars.name() + "-published";
        problems.add(new GalleryProblem(
                published, mars.summary() + "; published leaf value, no proposals", mars.defaultSteps(), seed -> {
                    Mars dynamics = mars.model(seed);
                    return new PlainModel(published, dynamics, dynamics::publishedValue);
                }));
        return problems;
    }
}
