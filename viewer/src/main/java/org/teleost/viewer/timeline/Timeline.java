package org.teleost.viewer.timeline;

import java.util.function.LongSupplier;

/**
 * Play, pause, follow, step, scrub, loop over steps 0 to length - 1, or over the part between the in and out points.
 * Every change of mind takes effect from the position of the moment; nothing jumps but on request. Owned by one thread.
 */
public final class Timeline {
    /** Steps per second at speed 1 where a step has no duration. */
    public static final double STEPS_PER_SECOND = 4.0;

    public static final double SLOWEST = 1.0 / 16.0;
    public static final double FASTEST = 64.0;

    /** What moves the position. */
    public enum Mode {
        /** The user alone. */
        PAUSED,
        /** The clock. */
        PLAYING,
        /** The newest step, of an episode that is still growing. */
        FOLLOWING
    }

    private final LongSupplier nanoTime;
    private long length;
    private double position;
    private Mode mode = Mode.PAUSED;
    private double speed = 1.0;
    private double rate = STEPS_PER_SECOND;
    private boolean loop;
    private long in = -1;
    private long out = -1;
    private long lastNanos;

    /**
     * A paused timeline at step 0.
     *
     * @param length number of steps, 0 or more
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public Timeline(long length, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lastNanos = nanoTime.getAsLong();
        setLength(length);
    }

    /** Moves on with the clock and returns the step to show, 0 when there is none. */
    public long advance() {
        long now = nanoTime.getAsLong();
        double seconds = 1e-9 * (now - lastNanos);
        lastNanos = now;
        if (mode == Mode.PLAYING) {
            play(seconds * speed * rate);
        } else if (mode == Mode.FOLLOWING) {
            position = Math.max(0, length - 1);
        }
        return step();
    }

    private void play(double steps) {
        position += steps;
        double end = last() + 1.0;
        if (position < end) {
            return;
        }
        if (loop) {
            position = first() + (position - first()) % (end - first());
        } else {
            position = last();
            mode = Mode.PAUSED;
        }
    }

    /** The step to show now. */
    public long step() {
        return (long) position;
    }

    public Mode mode() {
        return mode;
    }

    public long length() {
        return length;
    }

    /** The number of steps changed; the position stays, or moves to the new end. */
    public void setLength(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("length=" + steps + "; it must be 0 or more");
        }
        length = steps;
        position = Math.min(position, (double) Math.max(0, steps - 1));
        in = in >= steps ? -1 : in;
        out = out >= steps ? -1 : out;
    }

    /** Plays; at the end of the range from its start again. */
    public void play() {
        advance();
        if (step() >= last() || step() < first()) {
            position = first();
        }
        mode = length > 0 ? Mode.PLAYING : Mode.PAUSED;
    }

    public void pause() {
        advance();
        mode = Mode.PAUSED;
    }

    /** Plays when paused, else pauses. */
    public void toggle() {
        if (mode == Mode.PAUSED) {
            play();
        } else {
            pause();
        }
    }

    /** Shows the newest step from now on. */
    public void follow() {
        mode = Mode.FOLLOWING;
        advance();
    }

    /** Pauses and moves by whole steps, not beyond the ends of the episode. */
    public void stepBy(long steps) {
        pause();
        moveTo(step() + steps);
    }

    /** Moves to a step, clamped to the episode; playing goes on from there, following ends. */
    public void scrub(long step) {
        advance();
        if (mode == Mode.FOLLOWING) {
            mode = Mode.PAUSED;
        }
        moveTo(step);
    }

    private void moveTo(long step) {
        position = Math.max(0, Math.min(step, length - 1));
    }

    /** Sets the steps per second at speed 1, so that an episode whose steps take time plays in real time. */
    public void setRate(double stepsPerSecond) {
        if (!(stepsPerSecond > 0.0 && stepsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("stepsPerSecond=" + stepsPerSecond + "; it must be positive");
        }
        advance();
        rate = stepsPerSecond;
    }

    public double speed() {
        return speed;
    }

    /** Sets the speed, clamped to {@link #SLOWEST} and {@link #FASTEST}. */
    public void setSpeed(double factor) {
        if (Double.isNaN(factor)) {
            throw new IllegalArgumentException("speed=NaN; allowed range " + SLOWEST + " to " + FASTEST);
        }
        advance();
        speed = Math.max(SLOWEST, Math.min(FASTEST, factor));
    }

    public boolean loop() {
        return loop;
    }

    public void setLoop(boolean on) {
        loop = on;
    }

    /** The range starts at this step; an out point before it is forgotten. */
    public void setIn(long step) {
        in = Math.max(0, Math.min(step, length - 1));
        out = out < in ? -1 : out;
    }

    /** The range ends with this step; an in point after it is forgotten. */
    public void setOut(long step) {
        out = Math.max(0, Math.min(step, length - 1));
        in = in > out ? -1 : in;
    }

    /** The range is the whole episode again. */
    public void clearRange() {
        in = -1;
        out = -1;
    }

    /** First step of the range. */
    public long first() {
        return Math.max(0, in);
    }

    /** Last step of the range. */
    public long last() {
        return out >= 0 ? out : Math.max(0, length - 1);
    }

    /** Whether an in or out point is set. */
    public boolean hasRange() {
        return in >= 0 || out >= 0;
    }
}
