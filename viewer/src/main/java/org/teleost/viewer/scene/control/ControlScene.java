package org.teleost.viewer.scene.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;

/** What all scenes of control episodes share. A subclass draws one step. */
public abstract class ControlScene implements Scene {
    protected final ControlEpisode episode;
    protected final ControlHistory history;
    private final List<String> actionNames;
    private final String actionUnit;

    /**
     * @param profile signal whose values the history keeps for every step, empty for none
     * @param actionNames of the action's components, for people
     * @param actionUnit of all components, empty for plain numbers
     */
    protected ControlScene(ControlEpisode episode, String profile, List<String> actionNames, String actionUnit) {
        this.episode = episode;
        this.actionNames = List.copyOf(actionNames);
        this.actionUnit = actionUnit;
        history = new ControlHistory(episode, profile);
    }

    /** Draws a step that was recorded. */
    protected abstract Frame draw(ControlStep step) throws IOException;

    @Override
    public final Frame frame(StepRecord step) throws IOException {
        return draw(control(step));
    }

    @Override
    public final PlanFacts facts(StepRecord step) throws IOException {
        return ControlFacts.of(episode, control(step), history, actionNames);
    }

    /** The history; it is of this scene's episode already. */
    @Override
    public final SeriesReader series(Episode same) {
        return history;
    }

    private ControlStep control(StepRecord step) throws IOException {
        return episode.control(step.t()).orElseThrow(() -> new IOException("step " + step.t() + " has vanished"));
    }

    /** A signal that is a single number, NaN when it is missing. */
    protected final double scalar(ControlStep step, String name) throws IOException {
        Optional<float[]> values = episode.values(step.t(), name);
        return values.isPresent() ? values.get()[0] : Double.NaN;
    }

    /** Share of its bound that a component of the action takes, -1 to 1; 0 without an action. */
    protected final double actionShare(ControlStep step, int component) {
        ControlDescription.Bounds bounds = episode.description().action();
        if (component >= step.action().length || component >= bounds.size()) {
            return 0;
        }
        double largest = Math.max(Math.abs(bounds.low()[component]), Math.abs(bounds.high()[component]));
        return largest > 0 ? step.action()[component] / largest : 0;
    }

    /** What the step does, in a line: the action's components with their names, and the reward. */
    protected final String caption(ControlStep step) {
        if (!step.acts()) {
            return "the episode is over";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, step.action().length); i++) {
            text.append(i == 0 ? "" : ", ").append(i < actionNames.size() ? actionNames.get(i) : "action " + i);
            text.append(' ').append(PlanFacts.number(step.action()[i]));
            text.append(actionUnit.isEmpty() ? "" : " " + actionUnit);
        }
        return text.append("; reward ").append(PlanFacts.number(step.reward())).toString();
    }
}
