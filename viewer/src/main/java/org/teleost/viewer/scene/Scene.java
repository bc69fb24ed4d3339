package org.teleost.viewer.scene;

import java.io.IOException;
import org.teleost.viewer.source.StepRecord;

/** Turns the steps of one episode into frames. Same step, same frame. Owned by one thread. */
public interface Scene {

    Frame frame(StepRecord step) throws IOException;
}
