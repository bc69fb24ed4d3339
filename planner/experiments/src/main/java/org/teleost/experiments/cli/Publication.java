package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedPublisher;
import org.teleost.live.LiveFeed;

/** What {@code --publish} asks for: a feed of the run on a port; without the option nothing. */
final class Publication implements AutoCloseable {
    private final LiveFeed feed;
    private final FeedPublisher publisher;

    private Publication(LiveFeed feed, FeedPublisher publisher) {
        this.feed = feed;
        this.publisher = publisher;
    }

    /**
     * Begins to publish and says where.
     *
     * @param option {@code PORT} or {@code HOST:PORT}, null for no publication
     */
    static Publication open(String option, String problem, PrintWriter messages) {
        if (option == null) {
            return new Publication(null, null);
        }
        FeedAddress address;
        try {
            address = FeedAddress.parse(option);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--publish: " + e.getMessage(), e);
        }
        LiveFeed feed = new LiveFeed();
        FeedPublisher publisher = FeedPublisher.open(feed, problem, address);
        messages.println(
                "publishing on " + publisher.address() + ", watch with: teleost view --attach " + publisher.address());
        messages.flush();
        return new Publication(feed, publisher);
    }

    Optional<LiveFeed> feed() {
        return Optional.ofNullable(feed);
    }

    /** Tells viewers why nothing follows. */
    void end(String reason) {
        if (feed != null) {
            feed.end(reason);
        }
    }

    @Override
    public void close() {
        if (publisher != null) {
            publisher.close();
        }
    }
}
