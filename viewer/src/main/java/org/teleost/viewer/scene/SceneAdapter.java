package org.teleost.viewer.scene;

import java.io.IOException;
import java.util.ServiceLoader;
import org.teleost.viewer.scene.control.ControlSceneAdapter;
import org.teleost.viewer.scene.generic.GenericScene;
import org.teleost.viewer.scene.training.TrainingScene;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.TrainingEpisode;

/**
 * Service interface: how one problem looks. Register implementations under META-INF/services; problems without one are
 * shown by {@link GenericScene}.
 */
public interface SceneAdapter {

    /** Whether this adapter draws the episode's problem. */
    boolean accepts(EpisodeInfo info);

    /**
     * The scene of an episode. The episode outlives it; a scene may read other steps of it, for paths and the like.
     *
     * @throws IOException when the episode cannot be read
     */
    Scene open(Episode episode) throws IOException;

    /**
     * The scene of the first adapter that accepts the episode, else the generic one. Episodes of continuous control
     * have adapters of their own, {@link ControlSceneAdapter}.
     */
    static Scene find(Episode episode) throws IOException {
        if (episode instanceof ControlEpisode control) {
            return ControlSceneAdapter.find(control);
        }
        if (episode instanceof TrainingEpisode training) {
            return new TrainingScene(training);
        }
        for (SceneAdapter adapter : ServiceLoader.load(SceneAdapter.class)) {
            if (adapter.accepts(episode.info())) {
                return adapter.open(episode);
            }
        }
        return new GenericScene(episode.info());
    }
}
