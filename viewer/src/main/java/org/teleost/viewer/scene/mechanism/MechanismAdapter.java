package org.teleost.viewer.scene.mechanism;

import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Scene;
import org.teleost.viewer.scene.control.ControlSceneAdapter;
import org.teleost.viewer.source.ControlEpisode;

/** Pendulum, cart-pole and mountain car. */
public final class MechanismAdapter implements ControlSceneAdapter {
    @Override
    public boolean accepts(ControlDescription description) {
        return switch (description.problem()) {
            case "pendulum" -> ControlSceneAdapter.records(description, "angle", "speed");
            case "cartpole-swingup" -> ControlSceneAdapter.records(description, "position", "angle");
            case "mountain-car" -> ControlSceneAdapter.records(description, "position", "velocity", "goal");
            default -> false;
        };
    }

    @Override
    public Scene open(ControlEpisode episode) {
        return switch (episode.description().problem()) {
            case "pendulum" -> new PendulumScene(episode);
            case "cartpole-swingup" -> new CartPoleScene(episode);
            default -> new MountainCarScene(episode);
        };
    }
}
