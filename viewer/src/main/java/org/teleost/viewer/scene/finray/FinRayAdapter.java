package org.teleost.viewer.scene.finray;

import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.control.ControlSceneAdapter;
import org.teleost.viewer.source.ControlEpisode;

/** The fin ray problems: everything whose name begins with finray and that recorded its vorticity. */
public final class FinRayAdapter implements ControlSceneAdapter {
    @Override
    public boolean accepts(ControlDescription description) {
        String name = description.problem().replace("-", "");
        return name.startsWith("finray") && ControlSceneAdapter.records(description, "vorticity");
    }

    @Override
    public Scene open(ControlEpisode episode) {
        return new FinRayScene(episode);
    }
}
