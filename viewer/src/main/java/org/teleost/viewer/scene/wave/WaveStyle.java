package org.teleost.viewer.scene.wave;

import java.util.List;
import org.teleost.viewer.scene.ColorMap;

/**
 * What differs between the flows.
 *
 * @param title of the scene
 * @param task what the control is for, a few words
 * @param jets their places as shares of the line
 * @param colors of u
 * @param measure info that tells how well the task is done
 * @param measureTitle the same for people
 */
record WaveStyle(String title, String task, List<Double> jets, ColorMap colors, String measure, String measureTitle) {

    static final WaveStyle CHAOS = new WaveStyle(
            "Kuramoto-Sivashinsky: four jets calm a chaotic flow",
            "u = 0 everywhere",
            List.of(0.0, 0.25, 0.5, 0.75),
            ColorMap.DIVERGING,
            "energy",
            "energy, lower is calmer");

    static final WaveStyle BURGERS = new WaveStyle(
            "Burgers: two jets make the flow follow a moving level",
            "u = target everywhere",
            List.of(0.25, 0.75),
            ColorMap.VIRIDIS,
            "meanSquaredError",
            "squared distance from target");
}
