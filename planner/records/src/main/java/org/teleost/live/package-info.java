/**
 * The live feed: what a running planner does, for whoever watches, step by step in the records of a trace.
 *
 * <p>Owns the bounded ring between the planner and its watchers ({@link org.teleost.live.LiveFeed}), both ends of the
 * connection between two processes ({@link org.teleost.live.FeedPublisher}, {@link org.teleost.live.FeedSubscription})
 * and the service interface of programs that show a feed ({@link org.teleost.live.LiveViewer}). It needs the planner
 * alone, so that an embedded controller can be watched without any other library, and lies apart from {@code trace},
 * which knows files and no sockets. May use {@code trace} and what a step is made of; nothing of the planning core may
 * use it: whoever runs the planner hands it what was decided, between two decisions. JDK only.
 *
 * <p>The planner never waits for a watcher: it puts immutable records into the ring, and a reader that is too slow
 * finds that the oldest are gone.
 */
package org.teleost.live;
