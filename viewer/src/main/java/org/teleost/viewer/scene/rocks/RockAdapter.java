package org.teleost.viewer.scene.rocks;

import java.io.IOException;
import java.util.Optional;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.scene.generic.GenericScene;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/** RockSample and MARS. */
public final class RockAdapter implements SceneAdapter {
    private static final String MARS = "mars-";
    private static final String ROCK_SAMPLE = "rocksample-";

    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().startsWith(MARS) || info.model().startsWith(ROCK_SAMPLE);
    }

    @Override
    public Scene open(Episode episode) throws IOException {
        int rovers = episode.info().model().startsWith(MARS) ? 2 : 1;
        Optional<RockField> field = RockField.of(episode.info(), rovers);
        return field.isPresent()
                ? new RockScene(episode, field.get(), rovers)
                : new GenericScene(
                        episode,
                        "where the rocks lie is unknown: problem "
                                + episode.info().problem() + " or its instance's seed is not at hand");
    }
}
