package org.teleost.envs.gallery;

import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;

/**
 * A problem that is its model.
 *
 * @param name name on the command line
 * @param summary one line
 * @param defaultSteps steps of an episode
 * @param models the model of an instance's seed
 */
record GalleryProblem(String name, String summary, int defaultSteps, LongFunction<GenerativeModel> models)
        implements Problem {

    /** A problem about which nothing is drawn: all instances share one model, built when first asked for. */
    static GalleryProblem fixed(String name, String summary, int steps, Supplier<GenerativeModel> build) {
        GenerativeModel[] built = new GenerativeModel[1];
        return new GalleryProblem(name, summary, steps, seed -> {
            synchronized (built) {
                if (built[0] == null) {
                    built[0] = build.get();
                }
                return built[0];
            }
        });
    }

    @Override
    public Instance instance(long seed) {
        GenerativeModel model = models.apply(seed);
        return () -> model;
    }
}
