package org.teleost.viewer.scene.chase;

import java.io.IOException;
import java.util.Optional;
import org.teleost.problem.Instance;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.SceneAdapter;
import org.teleost.viewer.scene.generic.GenericScene;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.Instances;

/** Tag and LaserTag; their maps come from the problem, so that without it the generic scene has to do. */
public final class ChaseAdapter implements SceneAdapter {
    @Override
    public boolean accepts(EpisodeInfo info) {
        return info.model().equals("tag") || info.model().startsWith("lasertag");
    }

    @Override
    public Scene open(Episode episode) throws IOException {
        Optional<Instance> instance = Instances.of(episode.info());
        return instance.isPresent()
                ? new ChaseScene(episode.info().model(), new Cells(instance.get()))
                : new GenericScene(episode);
    }
}
