package org.teleost.cuda.engine;

import java.nio.ByteBuffer;

/** What a decision has come to: struct Control of tree.cuh, read back. */
record PassControl(
        long episodes,
        long steps,
        double eta,
        int passes,
        boolean full,
        int nodeCount,
        int edgeCount,
        int nodeIds,
        int edgeIds,
        int slotsUsed,
        int deepest,
        Fault fault) {

    /** What a model did wrong first; kind 0 for nothing. */
    record Fault(int kind, int action, int depth, int particle, long observation, double number) {}

    static PassControl of(ByteBuffer image) {
        // episodes of the pass that the control describes are counted when the next one begins
        return new PassControl(
                image.getLong(0) + image.getLong(16),
                image.getLong(8),
                image.getDouble(24),
                image.getInt(32),
                image.getInt(40) != 0,
                image.getInt(44),
                image.getInt(48),
                image.getInt(52),
                image.getInt(56),
                image.getInt(60),
                ~image.getInt(80),
                new Fault(
                        image.getInt(88),
                        image.getInt(92),
                        image.getInt(96),
                        image.getInt(100),
                        image.getLong(104),
                        image.getDouble(112)));
    }
}
