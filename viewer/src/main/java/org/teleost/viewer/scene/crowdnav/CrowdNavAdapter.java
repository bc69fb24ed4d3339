package org.teleost.viewer.scene.crowdnav;

import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.Instances;

/** CrowdNav. */
public final class CrowdNavAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().equals("crowdnav");
    }

    @Override
    public Scene open(Episode episode) {
        return new CrowdNavScene(new CrowdReplay(episode, Instances.of(episode.info())));
    }
}
