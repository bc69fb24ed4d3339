package org.teleost.live;

/** What a feed holds; immutable, the JSON bytes included: nobody may change them. */
public sealed interface LiveRecord {

    /** Bytes that the record counts for in a feed's limit, about what it takes in memory. */
    default long bytes() {
        return 1_024;
    }

    /** An episode began. */
    record Started(EpisodeHead head) implements LiveRecord {}

    /**
     * A step was decided and executed.
     *
     * @param head its episode
     * @param index step index from 0
     * @param json UTF-8 text as in a trace, see {@link org.teleost.trace.EpisodeTraceReader#step}
     * @param tree UTF-8 text of the belief tree that the decision came from, as in a trace; empty for none
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per step and watcher would be waste
    record Step(EpisodeHead head, long index, byte[] json, byte[] tree) implements LiveRecord {
        @Override
        public long bytes() {
            return 64L + json.length + tree.length;
        }
    }

    /** An episode is over. */
    record Finished(EpisodeHead head) implements LiveRecord {}

    /** The last record of a feed; the text says why nothing follows. */
    record End(String reason) implements LiveRecord {}
}
