package org.teleost.conformance;

import java.util.ArrayList;
import java.util.List;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;

/**
 * Tries the promises of {@link GenerativeModel} on a model.
 *
 * <p>The checks, in order: {@code layout} counts, discount and lanes make sense; {@code initial} initial states do not
 * depend on what the scratch held; {@code episode} rewards, observation ids, heuristic values and lanes along random
 * episodes; {@code step} a step is a function of state, action and stream, sets every field, and keeps history lanes;
 * {@code query} questions change nothing and answer the same twice; {@code action} some action is legal, proposals are
 * legal and reach every legal action; {@code text} texts exist; {@code sharing} a parallel run equals a serial one;
 * {@code likelihood} log-likelihoods agree with sampled observations; {@code history} particles of one history agree on
 * history lanes, legal actions and a shared heuristic; {@code rejuvenation} a rejuvenated particle still fits the
 * history and the belief keeps its distribution; {@code coverage} lists what none of these met in its samples.
 *
 * <p>Not found: a method that never returns, and faults in states that no short random episode reaches.
 */
public final class ModelConformance {
    private ModelConformance() {}

    /** Runs all checks; never throws for what the model does wrong. */
    public static ConformanceReport check(GenerativeModel model, ConformanceSettings settings) {
        List<Check> checks = List.of(
                new InitialCheck(),
                new EpisodeCheck(),
                new StepCheck(),
                new QueryCheck(),
                new ActionCheck(),
                new TextCheck(),
                new SharingCheck(),
                new LikelihoodCheck(),
                new HistoryCheck(),
                new RejuvenationCheck(),
                new CoverageCheck());
        Subject subject = new Subject(model, settings);
        List<String> ran = new ArrayList<>();
        run(new LayoutCheck(), subject, ran);
        if (!subject.hasErrors()) {
            subject.countLanes();
            for (Check check : checks) {
                run(check, subject, ran);
            }
        }
        return new ConformanceReport(subject.name(), ran, subject.findings());
    }

    private static void run(Check check, Subject subject, List<String> ran) {
        ran.add(check.name());
        subject.enter(check.name());
        try {
            check.run(subject);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            subject.threw(e);
        }
        subject.leave();
        if (check instanceof LayoutCheck && subject.hasErrors()) {
            subject.enter(check.name());
            subject.report(Severity.INFO, "the other checks were skipped; mend the layout first");
        }
    }
}
