package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Service interface: measures a viewer. Found as {@link TraceViewer} is. Methods throw an
 * {@link IllegalArgumentException} if this machine cannot draw; its message says the way out.
 */
public interface ViewerBenchmark {

    /**
     * One measured number and its bar.
     *
     * @param name what was measured
     * @param value number, NaN when it cannot be had on this machine
     * @param unit of value and bar
     * @param bar what it should keep
     * @param atLeast whether the value must not be below the bar; else not above it
     */
    record Measurement(String name, double value, String unit, double bar, boolean atLeast) {
        /** Whether the bar was kept. */
        public boolean kept() {
            return atLeast ? value >= bar : value <= bar;
        }
    }

    /** Writes a short trace, for measuring how long a process takes to its first picture. */
    void writeShortTrace(Path file) throws IOException;

    /**
     * Frame times, memory, and a large trace.
     *
     * @param folder for the large trace, which is deleted again
     * @param traceBytes size of the large trace
     * @param seconds of drawing per frame rate
     * @param progress told what is being measured
     */
    List<Measurement> measure(Path folder, long traceBytes, double seconds, Consumer<String> progress)
            throws IOException;
}
