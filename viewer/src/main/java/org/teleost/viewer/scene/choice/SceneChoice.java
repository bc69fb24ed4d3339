package org.teleost.viewer.scene.choice;

import java.io.IOException;
import java.util.ServiceLoader;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.scene.control.ControlSceneAdapter;
import org.teleost.viewer.scene.generic.GenericScene;
import org.teleost.viewer.scene.training.TrainingScene;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TrainingEpisode;

/** The scene that shows an episode. */
public final class SceneChoice {
    private SceneChoice() {}

    /**
     * The scene of the first adapter that accepts the episode, else the generic one. Episodes of continuous control
     * have adapters of their own, {@link ControlSceneAdapter}.
     *
     * @throws IOException when the episode cannot be read
     */
    public static Scene of(Episode episode) throws IOException {
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
        return new GenericScene(episode);
    }
}
