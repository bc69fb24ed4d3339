package org.teleost.viewer.scene;

import java.io.IOException;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;

/** Turns the steps of one episode into frames. Same step, same frame. Owned by one thread. */
public interface Scene {

    Frame frame(StepRecord step) throws IOException;

    /** The numbers beside the frame. */
    default PlanFacts facts(StepRecord step) throws IOException {
        return PlanFacts.of(step);
    }

    /** Takes the next lane for an axis, where a scene is drawn over lanes; false where it is not. */
    default boolean turnLane(boolean across) {
        return false;
    }

    /** The series of the scene's episode; asked for once. */
    default SeriesReader series(Episode episode) {
        return new History(episode);
    }
}
