package org.teleost.viewer.scene.tiger;

import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/** Tiger. */
public final class TigerAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().equals("tiger");
    }

    @Override
    public Scene open(Episode episode) {
        return new TigerScene();
    }
}
