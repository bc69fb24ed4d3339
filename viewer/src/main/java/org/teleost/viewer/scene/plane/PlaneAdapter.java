package org.teleost.viewer.scene.plane;

import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;

/** LightDark, VDPTag2, Pushbox, Parking, SensorPlacement and other problems of places. */
public final class PlaneAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return Stages.of(info.model()).isPresent();
    }

    @Override
    public Scene open(Episode episode) {
        return new PlaneScene(Stages.of(episode.info().model()).orElseThrow());
    }
}
