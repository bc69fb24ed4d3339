package org.teleost.viewer.scene;

import java.io.IOException;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/**
 * Service interface: how one problem looks. Register implementations under META-INF/services; problems without one are
 * shown by {@code GenericScene}.
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
}
