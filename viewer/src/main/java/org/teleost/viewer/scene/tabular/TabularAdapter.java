package org.teleost.viewer.scene.tabular;

import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/** Episodes of a problem file, whatever its name: the recording says the names of its states. */
public final class TabularAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.configuration().containsKey(TableFacts.STATES);
    }

    @Override
    public Scene open(Episode episode) {
        return new TabularScene(TableFacts.of(episode.info()));
    }
}
