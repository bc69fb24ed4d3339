package org.teleost.viewer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.teleost.viewer.timeline.Timeline.Mode;

class TimelineTest {
    private long nanos = 5_000_000_000L;
    private final Timeline timeline = new Timeline(10, () -> nanos);

    private long after(double seconds) {
        nanos += (long) (1e9 * seconds);
        return timeline.advance();
    }

    @Test
    void standsStillUntilPlayed() {
        assertThat(after(100)).isZero();
        assertThat(timeline.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void playsFourStepsPerSecondTimesSpeed() {
        timeline.play();
        assertThat(after(0.25)).isEqualTo(1);
        timeline.setSpeed(2);
        assertThat(after(0.5)).isEqualTo(5);
    }

    @Test
    void showsTheLastStepForItsFullTimeAndThenPauses() {
        timeline.play();
        assertThat(after(2.4)).isEqualTo(9);
        assertThat(timeline.mode()).isEqualTo(Mode.PLAYING);
        assertThat(after(0.2)).isEqualTo(9);
        assertThat(timeline.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void playingAtTheEndBeginsAgain() {
        timeline.scrub(9);
        timeline.play();
        assertThat(timeline.step()).isZero();
    }

    @Test
    void loopsInsideTheRange() {
        timeline.scrub(3);
        timeline.setIn(3);
        timeline.scrub(6);
        timeline.setOut(6);
        timeline.setLoop(true);
        timeline.play();
        assertThat(timeline.step()).isEqualTo(3);
        assertThat(after(0.76)).isEqualTo(6);
        assertThat(after(0.25)).isEqualTo(3);
        assertThat(after(100.25)).isBetween(3L, 6L);
    }

    @Test
    void outPointBeforeInPointForgetsTheInPoint() {
        timeline.setIn(5);
        timeline.setOut(2);
        assertThat(timeline.first()).isZero();
        assertThat(timeline.last()).isEqualTo(2);
        timeline.clearRange();
        assertThat(timeline.last()).isEqualTo(9);
        assertThat(timeline.hasRange()).isFalse();
    }

    @Test
    void steppingPausesAndStaysInsideTheEpisode() {
        timeline.play();
        after(0.3);
        timeline.stepBy(1);
        assertThat(timeline.step()).isEqualTo(2);
        assertThat(timeline.mode()).isEqualTo(Mode.PAUSED);
        timeline.stepBy(-100);
        assertThat(timeline.step()).isZero();
        timeline.stepBy(100);
        assertThat(timeline.step()).isEqualTo(9);
    }

    @Test
    void scrubbingWhilePlayingGoesOnFromThere() {
        timeline.play();
        timeline.scrub(5);
        assertThat(timeline.mode()).isEqualTo(Mode.PLAYING);
        assertThat(after(0.25)).isEqualTo(6);
    }

    @Test
    void followsTheNewestStepUntilTheUserMoves() {
        timeline.follow();
        assertThat(timeline.step()).isEqualTo(9);
        timeline.setLength(25);
        assertThat(after(0)).isEqualTo(24);
        timeline.scrub(4);
        timeline.setLength(30);
        assertThat(after(1)).isEqualTo(4);
        assertThat(timeline.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void pausedTimeIsNotMadeUpFor() {
        timeline.play();
        after(0.5);
        timeline.pause();
        after(60);
        timeline.play();
        assertThat(after(0)).isEqualTo(2);
    }

    @Test
    void speedHasLimits() {
        timeline.setSpeed(1e9);
        assertThat(timeline.speed()).isEqualTo(Timeline.FASTEST);
        timeline.setSpeed(0);
        assertThat(timeline.speed()).isEqualTo(Timeline.SLOWEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.setSpeed(Double.NaN))
                .withMessageContaining("speed=NaN");
    }

    @Test
    void anEpisodeWithoutStepsStaysAtZero() {
        timeline.setLength(0);
        timeline.play();
        assertThat(after(10)).isZero();
        assertThat(timeline.mode()).isEqualTo(Mode.PAUSED);
    }

    @Test
    void anEpisodeWhoseStepsTakeTimePlaysInRealTime() {
        timeline.setRate(20);
        timeline.play();
        assertThat(after(0.25)).isEqualTo(5);
        assertThatThrownBy(() -> timeline.setRate(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
