package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lwjgl.glfw.GLFW;
import org.teleost.live.FeedAddress;
import org.teleost.live.FeedPublisher;
import org.teleost.live.FeedReader;
import org.teleost.live.FeedSubscription;
import org.teleost.live.LiveFeed;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.canvas.Font;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.LiveBadge;
import org.teleost.viewer.ui.Panels;
import org.teleost.viewer.ui.StepBar;

/** Following a running planner by injected events and records: no window, no OpenGL, no waiting. */
class LiveSessionTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final long SECOND = 1_000_000_000L;

    private final LiveFeed feed = new LiveFeed();
    private final Font font = new Font();
    private final Canvas canvas = new Canvas(font);
    private LiveShow show;
    private ViewerSession session;
    private long nanos;

    @BeforeEach
    void open() throws IOException {
        show = new LiveShow(feed, "tiger");
        session = new ViewerSession(show, canvas, Panels.DEFAULT, () -> nanos);
    }

    @AfterEach
    void close() throws IOException {
        show.close();
        font.close();
        assertThat(feed.readerCount()).isZero();
    }

    private void plan(int steps) throws IOException {
        RecordedEpisode.publish(feed, "tiger", steps, "listen");
    }

    private void paint() throws IOException {
        session.paint(WIDTH, HEIGHT, false);
    }

    private void key(int key) {
        session.handle(Keys.command(key, false).orElseThrow());
    }

    private String badge() {
        return show.badge(session.timeline().mode()).text();
    }

    @Test
    void beforeTheFirstDecisionItWaitsAndSaysSo() throws IOException {
        paint();
        assertThat(canvas.count()).isPositive();
        assertThat(session.timeline().length()).isZero();
        assertThat(badge()).contains("waiting for the planner");
        for (Command command : Command.values()) {
            if (command != Command.QUIT) {
                session.handle(command);
                paint();
            }
        }
        assertThat(session.quit()).isFalse();
    }

    @Test
    void followsTheNewestStepAndTheNextEpisode() throws IOException {
        plan(3);
        paint();
        assertThat(session.timeline().step()).isEqualTo(2);
        assertThat(badge()).isEqualTo("live: episode 0, step 2");
        plan(5);
        paint();
        assertThat(session.timeline().step()).isEqualTo(4);
        assertThat(badge()).isEqualTo("live: episode 1, step 4");
    }

    @Test
    void pausingDetachesTheViewAndEndFollowsAgain() throws IOException {
        plan(3);
        paint();
        key(GLFW.GLFW_KEY_SPACE);
        plan(6);
        nanos += SECOND;
        paint();
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.PAUSED);
        assertThat(session.timeline().step()).isEqualTo(2);
        assertThat(session.timeline().length()).isEqualTo(3);
        assertThat(badge()).isEqualTo("the planner is at episode 1, step 5; End follows it");
        key(GLFW.GLFW_KEY_END);
        paint();
        assertThat(session.timeline().step()).isEqualTo(5);
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.FOLLOWING);
    }

    @Test
    void scrubbingBackShowsWhatIsHeldWhileThePlannerGoesOn() throws IOException {
        plan(12);
        paint();
        session.press(StepBar.x(4, WIDTH, font, 12), HEIGHT - 10);
        session.release();
        plan(2);
        paint();
        assertThat(session.timeline().step()).isEqualTo(4);
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.PAUSED);
    }

    @Test
    void playingUpToTheNewestStepTurnsIntoFollowing() throws IOException {
        plan(10);
        paint();
        session.handle(Command.FIRST);
        key(GLFW.GLFW_KEY_SPACE);
        nanos += SECOND;
        paint();
        assertThat(session.timeline().step()).isEqualTo(4);
        nanos += 10 * SECOND;
        paint();
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.FOLLOWING);
        key(GLFW.GLFW_KEY_SPACE);
        key(GLFW.GLFW_KEY_SPACE);
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.FOLLOWING);
    }

    @Test
    void pageUpAndDownTurnTheEpisodes() throws IOException {
        plan(2);
        plan(3);
        plan(4);
        paint();
        key(GLFW.GLFW_KEY_PAGE_UP);
        paint();
        assertThat(session.timeline().length()).isEqualTo(3);
        key(GLFW.GLFW_KEY_PAGE_UP);
        key(GLFW.GLFW_KEY_PAGE_UP);
        paint();
        assertThat(session.timeline().length()).isEqualTo(2);
        key(GLFW.GLFW_KEY_PAGE_DOWN);
        paint();
        assertThat(session.timeline().length()).isEqualTo(3);
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.PAUSED);
    }

    @Test
    void theEndOfThePlannerIsSaidAndItsStepsStay() throws IOException {
        plan(4);
        feed.end("the planner has finished; 1 episode");
        paint();
        assertThat(show.badge(session.timeline().mode()))
                .isEqualTo(new LiveBadge(LiveBadge.State.ENDED, "the planner has finished; 1 episode"));
        session.handle(Command.FIRST);
        key(GLFW.GLFW_KEY_SPACE);
        nanos += 10 * SECOND;
        paint();
        assertThat(session.timeline().step()).isEqualTo(3);
        assertThat(session.timeline().mode()).isEqualTo(Timeline.Mode.PAUSED);
    }

    @Test
    void aPictureIsDueWhenThereIsSomethingNewToSeeOnly() throws IOException {
        plan(2);
        settle();
        assertThat(session.due()).isFalse();
        plan(1);
        assertThat(session.due()).isTrue();
        settle();
        session.move(5, 5);
        assertThat(session.due()).isTrue();
        settle();
        nanos += 2 * SECOND;
        assertThat(session.due()).isTrue();
        assertThat(session.secondsToNextPicture()).isLessThanOrEqualTo(0.1);
    }

    private void settle() throws IOException {
        for (int i = 0; i < 10; i++) {
            paint();
        }
    }

    @Test
    void theBadgeIsNoPartOfAScreenshot() throws IOException {
        plan(2);
        paint();
        int with = canvas.count();
        session.paint(WIDTH, HEIGHT, true);
        assertThat(canvas.count()).isLessThan(with);
    }

    @Test
    void anotherProcessIsFollowedTheSameWay() throws IOException {
        LiveFeed remote = new LiveFeed();
        RecordedEpisode.publish(remote, "tiger", 5, "listen");
        try (FeedPublisher publisher = FeedPublisher.open(remote, "tiger", FeedAddress.parse("0"));
                FeedSubscription subscription = FeedSubscription.attach(publisher.address(), feed);
                FeedReader progress = feed.reader()) {
            assertThat(subscription.name()).isEqualTo("tiger");
            remote.end("over");
            for (int records = 0; records < 8; records++) {
                progress.await(20 * SECOND);
                assertThat(progress.next()).as("record " + records).isNotNull();
            }
            paint();
            assertThat(session.timeline().step()).isEqualTo(4);
            assertThat(badge()).isEqualTo("over");
        }
    }
}
