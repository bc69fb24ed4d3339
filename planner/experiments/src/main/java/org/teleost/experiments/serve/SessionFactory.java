package org.teleost.experiments.serve;

import java.io.IOException;
import java.util.Map;
import org.teleost.control.SessionSetup;

/** Makes the sessions that clients open. */
@FunctionalInterface
public interface SessionFactory {

    /**
     * Sets a session up.
     *
     * @param name what the client calls it
     * @param instance seed of the problem's instance
     * @param settings planner settings by key, over those of the command line
     * @throws IllegalArgumentException for settings that are unknown or out of range
     * @throws IOException when its recorder can't write
     */
    SessionSetup setUp(String name, long instance, Map<String, String> settings) throws IOException;
}
