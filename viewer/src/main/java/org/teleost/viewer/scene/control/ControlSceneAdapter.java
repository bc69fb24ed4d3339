package org.teleost.viewer.scene.control;

import java.util.ServiceLoader;
import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.source.ControlEpisode;

/**
 * Service interface: how one control problem looks. Register implementations under META-INF/services; problems without
 * one are shown by {@link PlainControlScene}.
 */
public interface ControlSceneAdapter {

    /** Whether this adapter draws the problem; it must have recorded the signals that the scene cannot do without. */
    boolean accepts(ControlDescription description);

    /** The scene of an episode. The episode outlives it. */
    Scene open(ControlEpisode episode);

    /** The scene of the first adapter that accepts the episode, else the generic one. */
    static Scene find(ControlEpisode episode) {
        for (ControlSceneAdapter adapter : ServiceLoader.load(ControlSceneAdapter.class)) {
            if (adapter.accepts(episode.description())) {
                return adapter.open(episode);
            }
        }
        return new PlainControlScene(episode);
    }

    /** Whether all of these signals were recorded. */
    static boolean records(ControlDescription description, String... signals) {
        for (String name : signals) {
            if (description.signals().stream().noneMatch(signal -> signal.name().equals(name))) {
                return false;
            }
        }
        return true;
    }
}
