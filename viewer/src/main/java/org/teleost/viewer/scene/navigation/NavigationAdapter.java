package org.teleost.viewer.scene.navigation;

import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/** Navigation. */
public final class NavigationAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().equals("navigation");
    }

    @Override
    public Scene open(Episode episode) {
        return new NavigationScene(episode);
    }
}
