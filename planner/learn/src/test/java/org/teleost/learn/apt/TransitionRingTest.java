package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.learn.replay.Transition;

@Timeout(240)
class TransitionRingTest {

    @Test
    void givesNoMoreSlotsThanItsCapacityUntilOneIsReleased() {
        TransitionRing ring = new TransitionRing(3, 1, 1);
        assertThat(ring.peek()).isNull();
        for (int i = 0; i < 3; i++) {
            ring.claim().step = i;
            ring.publish();
        }
        assertThat(ring.claim()).isNull();
        assertThat(ring.peek().step).isZero();
        ring.release();
        assertThat(ring.claim()).isNotNull();
        assertThat(ring.peek().step).isEqualTo(1);
    }

    @Test
    void aSlotThatIsClaimedButNotPublishedIsNotSeen() {
        TransitionRing ring = new TransitionRing(2, 1, 1);
        ring.claim().step = 5;
        assertThat(ring.peek()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void carriesEveryTransitionOnceInOrderAndUnchanged(int capacity) throws InterruptedException {
        int count = 5_000;
        TransitionRing ring = new TransitionRing(capacity, 5, 2);
        Thread writer = new Thread(() -> fill(ring, count));
        writer.start();
        for (int i = 0; i < count; i++) {
            Transition transition = ring.peek();
            while (transition == null) {
                Thread.yield();
                transition = ring.peek();
            }
            assertThat(transition.step).isEqualTo(i);
            assertThat(transition.computeChecksum()).isEqualTo(transition.checksum);
            ring.release();
        }
        writer.join();
        assertThat(ring.peek()).isNull();
    }

    private static void fill(TransitionRing ring, int count) {
        for (int i = 0; i < count; i++) {
            Transition slot = ring.claim();
            while (slot == null) {
                Thread.yield();
                slot = ring.claim();
            }
            slot.step = i;
            slot.observation[4] = i;
            slot.nextObservation[0] = i + 1;
            slot.checksum = slot.computeChecksum();
            ring.publish();
        }
    }
}
