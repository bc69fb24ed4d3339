package org.teleost.experiments.bench;

import java.io.IOException;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedReader;
import org.teleost.live.FeedSubscription;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;

/** A program that attaches to a feed and takes everything, for measuring what publishing costs without a window. */
final class FeedDrain {
    private static final long SECOND = 1_000_000_000L;

    private FeedDrain() {}

    public static void main(String[] args) throws IOException {
        LiveFeed feed = new LiveFeed();
        try (FeedSubscription subscription = FeedSubscription.attach(FeedAddress.parse(args[0]), feed);
                FeedReader reader = feed.reader()) {
            LiveRecord record = null;
            while (!(record instanceof LiveRecord.End) && !subscription.name().isEmpty()) {
                record = reader.next();
                if (record == null) {
                    reader.await(SECOND);
                }
            }
        }
    }
}
