package org.teleost.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ResilientUpdater;

/**
 * The actions that were decided and take effect later, oldest first: with an actuation delay of d decisions there are d
 * of them whenever a decision is made, and it is made on the belief that they will have led to.
 */
final class CommittedActions {
    /** Largest delay. */
    static final int MOST = 16;

    /** Actions take effect at once. */
    static final CommittedActions NONE = new CommittedActions(0, 0, null);

    private final int delay;
    private final int[] actions;
    private final float[][] lanes;
    private final ParticleBelief ahead;
    private int count;

    private CommittedActions(int delay, int actionLanes, ParticleBelief ahead) {
        this.delay = delay;
        actions = new int[delay + 1];
        lanes = new float[delay + 1][actionLanes];
        this.ahead = ahead;
    }

    /**
     * A delay of so many decisions.
     *
     * @param idle what the robot does until its first decision takes effect: an action id
     * @param like a belief of the session's layout and size
     */
    static CommittedActions of(int delay, int idle, ParticleBelief like) {
        if (delay < 0 || delay > MOST) {
            throw new IllegalArgumentException("actuationDelay=" + delay + "; allowed range 0 to " + MOST);
        }
        if (delay == 0) {
            return NONE;
        }
        int size = like.layout().action().size();
        CommittedActions made = new CommittedActions(delay, size, new ParticleBelief(like.layout(), like.size()));
        for (int i = 0; i < delay; i++) {
            made.add(idle, made.lanes[i]);
        }
        return made;
    }

    int delay() {
        return delay;
    }

    void add(int action, float[] coordinates) {
        if (delay == 0) {
            return;
        }
        if (count == actions.length) {
            // decided again before the last step was reported: the new decision replaces the last
            count--;
        }
        actions[count] = action;
        System.arraycopy(coordinates, 0, lanes[count], 0, lanes[count].length);
        count++;
    }

    /** The oldest has been executed. */
    void executed() {
        if (count == 0) {
            return;
        }
        float[] oldest = lanes[0];
        System.arraycopy(actions, 1, actions, 0, count - 1);
        System.arraycopy(lanes, 1, lanes, 0, count - 1);
        lanes[count - 1] = oldest;
        count--;
    }

    /** The belief at the time when the next decision takes effect. */
    ParticleBelief ahead(ParticleBelief belief, ResilientUpdater updater) {
        ahead.copyFrom(belief);
        for (int i = 0; i < Math.min(count, delay); i++) {
            if (lanes[i].length > 0) {
                updater.executing(lanes[i]);
            }
            updater.predict(ahead, lanes[i].length > 0 ? 0 : actions[i], i);
        }
        return ahead;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeInt(actions[i]);
            for (float lane : lanes[i]) {
                out.writeFloat(lane);
            }
        }
    }

    void load(DataInput in) throws IOException {
        int saved = in.readInt();
        if (saved < 0 || saved > actions.length || delay == 0 && saved > 0) {
            throw new IOException("committed actions=" + saved + "; the actuation delay is " + delay);
        }
        count = saved;
        for (int i = 0; i < count; i++) {
            actions[i] = in.readInt();
            for (int lane = 0; lane < lanes[i].length; lane++) {
                lanes[i][lane] = in.readFloat();
            }
        }
    }
}
