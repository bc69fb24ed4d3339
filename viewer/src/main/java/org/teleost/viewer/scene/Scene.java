package org.teleost.viewer.scene;

import java.io.IOException;
import java.util.List;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;

/** Turns the steps of one episode into frames. Same step, same frame. Owned by one thread. */
public interface Scene {

    Frame frame(StepRecord step) throws IOException;

    /** The numbers beside the frame. */
    default PlanFacts facts(StepRecord step) throws IOException {
        return PlanFacts.of(step);
    }

    /** Lanes that an axis can show, where a scene is drawn over lanes; empty where it is not. */
    default List<String> lanes() {
        return List.of();
    }

    /** The lane across or upwards, empty where there is none. */
    default String lane(boolean across) {
        return "";
    }

    /** Shows one of {@link #lanes} across or upwards from the next frame on. */
    default void chooseLane(boolean across, String lane) {
        // not drawn over lanes
    }

    /** The series of the scene's episode; asked for once. */
    default SeriesReader series(Episode episode) {
        return new History(episode);
    }
}
