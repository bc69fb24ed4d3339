package org.teleost.envs.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.Rule;

/**
 * A problem that is its model.
 *
 * @param name name on the command line
 * @param summary one line
 * @param defaultSteps steps of an episode
 * @param models the model of an instance's seed
 * @param rules rules of thumb
 */
record GalleryProblem(
        String name, String summary, int defaultSteps, LongFunction<GenerativeModel> models, List<Rule.Named> rules)
        implements Problem {

    GalleryProblem(String name, String summary, int defaultSteps, LongFunction<GenerativeModel> models) {
        this(name, summary, defaultSteps, models, List.of());
    }

    /** The same problem with a rule of thumb more. */
    GalleryProblem with(String rule, Function<GenerativeModel, Rule> start) {
        List<Rule.Named> more = new ArrayList<>(rules);
        more.add(new Rule.Named(rule, start));
        return new GalleryProblem(name, summary, defaultSteps, models, List.copyOf(more));
    }

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
