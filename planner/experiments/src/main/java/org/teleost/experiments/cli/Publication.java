package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.foxglove.FoxgloveServer;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedPublisher;
import org.teleost.live.LiveFeed;

/** What {@code --publish} and {@code --foxglove} ask for: a feed of the run on a port; without the options nothing. */
final class Publication implements AutoCloseable {
    private final LiveFeed feed;
    private final FeedPublisher publisher;
    private final FoxgloveServer foxglove;

    private Publication(LiveFeed feed, FeedPublisher publisher, FoxgloveServer foxglove) {
        this.feed = feed;
        this.publisher = publisher;
        this.foxglove = foxglove;
    }

    /**
     * Begins to publish and says where.
     *
     * @param option {@code PORT} or {@code HOST:PORT} for viewers, null for none
     * @param foxgloveOption the same for Foxglove
     */
    static Publication open(String option, String foxgloveOption, String problem, PrintWriter messages) {
        if (option == null && foxgloveOption == null) {
            return new Publication(null, null, null);
        }
        LiveFeed feed = new LiveFeed();
        FeedPublisher publisher = option == null ? null : publisher(feed, option, problem, messages);
        try {
            FoxgloveServer foxglove = foxgloveOption == null ? null : foxglove(feed, foxgloveOption, problem, messages);
            return new Publication(feed, publisher, foxglove);
        } catch (RuntimeException e) {
            if (publisher != null) {
                publisher.close();
            }
            throw e;
        }
    }

    private static FeedPublisher publisher(LiveFeed feed, String option, String problem, PrintWriter messages) {
        FeedAddress address;
        try {
            address = FeedAddress.parse(option);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--publish: " + e.getMessage(), e);
        }
        FeedPublisher publisher = FeedPublisher.open(feed, problem, address);
        messages.println(
                "publishing on " + publisher.address() + ", watch with: teleost view --attach " + publisher.address());
        messages.flush();
        return publisher;
    }

    private static FoxgloveServer foxglove(LiveFeed feed, String option, String problem, PrintWriter messages) {
        InetSocketAddress address = ListenAddress.of("--foxglove", option, true);
        FoxgloveServer server;
        try {
            server = FoxgloveServer.open(feed, problem, address);
        } catch (IllegalStateException e) {
            throw new ConfigException("--foxglove: " + e.getMessage(), e);
        }
        messages.println("for Foxglove: ws://" + address.getHostString() + ":" + server.port());
        messages.flush();
        return server;
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
        if (foxglove != null) {
            foxglove.close();
        }
    }
}
