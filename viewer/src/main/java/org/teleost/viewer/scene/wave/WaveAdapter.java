package org.teleost.viewer.scene.wave;

import java.util.List;
import java.util.stream.IntStream;
import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.control.ControlSceneAdapter;
import org.teleost.viewer.source.ControlEpisode;

/** Kuramoto-Sivashinsky and Burgers. */
public final class WaveAdapter implements ControlSceneAdapter {
    @Override
    public boolean accepts(ControlDescription description) {
        boolean known = description.problem().startsWith("kuramoto-sivashinsky")
                || description.problem().equals("burgers");
        return known && ControlSceneAdapter.records(description, "u", "force");
    }

    @Override
    public Scene open(ControlEpisode episode) {
        WaveStyle style = episode.description().problem().equals("burgers") ? WaveStyle.BURGERS : WaveStyle.CHAOS;
        return new WaveScene(episode, style);
    }

    static List<String> jetNames(WaveStyle style) {
        return IntStream.range(0, style.jets().size())
                .mapToObj(jet -> "jet " + (jet + 1))
                .toList();
    }
}
