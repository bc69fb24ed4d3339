package org.teleost.learn.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class ReplayBufferTest {
    private static final int OBSERVATIONS = 3;
    private static final int ACTIONS = 2;

    /** The transition with this number; all fields follow from it. */
    private static Transition transition(int number) {
        Transition t = new Transition(OBSERVATIONS, ACTIONS);
        Arrays.fill(t.observation, number);
        t.observation[1] = number + 0.25f;
        Arrays.fill(t.action, number + 0.5f);
        Arrays.fill(t.nextObservation, number + 1f);
        t.reward = -number;
        t.terminated = number % 5 == 0;
        t.truncated = number % 7 == 0;
        t.worker = number % 3;
        t.episode = number / 10;
        t.step = number % 10;
        t.policyVersion = Math.max(Transition.NO_POLICY, number / 2 - 4 + number % 3);
        t.checksum = t.computeChecksum();
        return t;
    }

    private static ReplayBuffer filled(int capacity, int count) {
        ReplayBuffer buffer = new ReplayBuffer(capacity, OBSERVATIONS, ACTIONS, true);
        for (int number = 0; number < count; number++) {
            buffer.add(transition(number));
        }
        return buffer;
    }

    private static byte[] saved(ReplayBuffer buffer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        buffer.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static Batch batch(ReplayBuffer buffer, int rows, long seed) {
        Batch batch = new Batch(rows, OBSERVATIONS, ACTIONS);
        buffer.sample(new RandomStream(seed), batch);
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1023, 1024, 1025, 2500})
    void keepsExactlyTheNewestAfterAnyNumberOfWraps(int capacity) {
        for (int count : new int[] {0, 1, capacity - 1, capacity, capacity + 1, 3 * capacity + 5}) {
            ReplayBuffer buffer = filled(capacity, count);
            Transition out = new Transition(OBSERVATIONS, ACTIONS);
            assertThat(buffer.size()).isEqualTo(Math.min(count, capacity));
            assertThat(buffer.added()).isEqualTo(count);
            for (int age = 0; age < buffer.size(); age++) {
                buffer.get(age, out);
                long expected = transition(count - 1 - age).computeChecksum();
                assertThat(out.computeChecksum()).isEqualTo(expected);
                assertThat(out.checksum).isEqualTo(expected);
            }
        }
    }

    @Test
    void aTransitionComesBackFieldByField() {
        Transition out = new Transition(OBSERVATIONS, ACTIONS);
        for (int number = 0; number < 40; number++) {
            filled(7, number + 1).get(0, out);
            assertThat(out).usingRecursiveComparison().isEqualTo(transition(number));
        }
    }

    @Test
    void everyRowOfABatchIsOneTransition() {
        Batch batch = batch(filled(1500, 4000), 257, 3);
        for (int row = 0; row < batch.rows; row++) {
            int number = (int) -batch.rewards[row];
            Transition t = transition(number);
            assertThat(number).isBetween(2500, 3999);
            assertThat(Arrays.copyOfRange(batch.observations, row * OBSERVATIONS, (row + 1) * OBSERVATIONS))
                    .isEqualTo(t.observation);
            assertThat(Arrays.copyOfRange(batch.nextObservations, row * OBSERVATIONS, (row + 1) * OBSERVATIONS))
                    .isEqualTo(t.nextObservation);
            assertThat(Arrays.copyOfRange(batch.actions, row * ACTIONS, (row + 1) * ACTIONS))
                    .isEqualTo(t.action);
            assertThat(batch.terminated[row]).isEqualTo(t.terminated ? 1f : 0f);
        }
    }

    @Test
    void truncationAloneStillBootstraps() {
        ReplayBuffer buffer = new ReplayBuffer(4, OBSERVATIONS, ACTIONS);
        buffer.add(transition(7));
        assertThat(transition(7).truncated).isTrue();
        assertThat(batch(buffer, 1, 1).terminated[0]).isZero();
    }

    @Test
    void drawsUniformly() {
        ReplayBuffer buffer = filled(20, 50);
        int draws = 20_000;
        Batch batch = batch(buffer, draws, 5);
        int[] counts = new int[50];
        for (float reward : batch.rewards) {
            counts[(int) -reward]++;
        }
        double chiSquare = 0.0;
        for (int number = 30; number < 50; number++) {
            double difference = counts[number] - draws / 20.0;
            chiSquare += difference * difference / (draws / 20.0);
        }
        // 19 degrees of freedom: exceeded with probability 0.001
        assertThat(chiSquare).isLessThan(43.8);
    }

    @Test
    void agesAgreeWithASortedCopy() {
        for (int count : new int[] {1, 6, 13, 207, 3000}) {
            ReplayBuffer buffer = filled(1100, count);
            long newest = count / 2 + 3L;
            List<Long> ages = new ArrayList<>();
            for (int number = Math.max(0, count - 1100); number < count; number++) {
                ages.add(newest - transition(number).policyVersion);
            }
            ages.sort(null);
            double mean = ages.stream().mapToLong(Long::longValue).average().orElseThrow();
            assertThat(buffer.meanAge(newest)).isCloseTo(mean, offset(1e-9));
            for (double share : new double[] {0.001, 0.25, 0.5, 0.9, 1.0}) {
                long expected = ages.get((int) Math.ceil(share * ages.size()) - 1);
                assertThat(buffer.ageQuantile(share, newest)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1024, 1500, 1501, 4000})
    void aRestoredBufferDrawsAndGrowsLikeTheSavedOne(int count) throws IOException {
        ReplayBuffer original = filled(1500, count);
        // what it held before is gone
        ReplayBuffer restored = filled(1500, 1100);
        restored.read(input(saved(original)));
        for (int number = count; number < count + 700; number++) {
            original.add(transition(number));
            restored.add(transition(number));
        }
        assertThat(saved(restored)).isEqualTo(saved(original));
        assertThat(batch(restored, 64, 9)).usingRecursiveComparison().isEqualTo(batch(original, 64, 9));
        assertThat(restored.meanAge(5000)).isEqualTo(original.meanAge(5000));
    }

    @Test
    void refusesTheBufferOfAnotherRunAndOneThatEndsEarly() throws IOException {
        byte[] bytes = saved(filled(100, 30));
        ReplayBuffer other = new ReplayBuffer(101, OBSERVATIONS, ACTIONS);
        assertThatThrownBy(() -> other.read(input(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("capacity=100")
                .hasMessageContaining("101");
        ReplayBuffer same = new ReplayBuffer(100, OBSERVATIONS, ACTIONS);
        assertThatThrownBy(() -> same.read(input(Arrays.copyOf(bytes, bytes.length - 1))))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aHugeCapacityTakesNoMemoryBeforeItIsUsed() {
        ReplayBuffer buffer = new ReplayBuffer(1 << 30, 4000, 4);
        buffer.add(new Transition(4000, 4));
        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void aTransitionChangedAfterItsChecksumIsNoticedWhenDrawn() {
        ReplayBuffer buffer = new ReplayBuffer(4, OBSERVATIONS, ACTIONS, true);
        Transition t = transition(4);
        t.nextObservation[2] += 1e-3f;
        buffer.add(t);
        assertThatThrownBy(() -> batch(buffer, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("corrupt")
                .hasMessageContaining("worker=1");
    }

    @Test
    void theChecksumCoversEveryField() {
        long reference = transition(12).computeChecksum();
        List<Consumer<Transition>> changes = List.of(
                t -> t.observation[0] += 1,
                t -> t.action[1] += 1,
                t -> t.nextObservation[2] += 1,
                t -> t.reward += 1,
                t -> t.terminated = !t.terminated,
                t -> t.truncated = !t.truncated,
                t -> t.worker++,
                t -> t.episode++,
                t -> t.step++,
                t -> t.policyVersion++);
        for (Consumer<Transition> change : changes) {
            Transition t = transition(12);
            change.accept(t);
            assertThat(t.computeChecksum()).isNotEqualTo(reference);
        }
    }

    @Test
    void refusesToDrawFromNothingAndSizesBelowOne() {
        assertThatThrownBy(() -> batch(filled(4, 0), 1, 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> new ReplayBuffer(0, 1, 1)).hasMessageContaining("capacity=0");
    }

    @Test
    void namesTheSizeThatASavedBufferDoesNotShare() throws IOException {
        byte[] bytes = saved(filled(10, 3));
        assertThatThrownBy(() -> new ReplayBuffer(10, OBSERVATIONS + 1, ACTIONS).read(input(bytes)))
                .hasMessage("saved replay buffer has observationSize=3, this one 4;"
                        + " resume with the settings of the saved run");
        assertThatThrownBy(() -> new ReplayBuffer(10, OBSERVATIONS, ACTIONS - 1).read(input(bytes)))
                .hasMessageContaining("actionSize=2, this one 1");
    }

    /** Rows begin after 28 bytes, and end with flags, worker, episode, step and policy version. */
    @Test
    void aDamagedRowOfASavedBufferIsRefused() throws IOException {
        byte[] bytes = saved(filled(10, 9));
        int stride = (bytes.length - 28) / 9;
        int row = 28 + 8 * stride;
        int flags = row + stride - 25;
        new ReplayBuffer(10, OBSERVATIONS, ACTIONS).read(input(bytes));
        for (int at : new int[] {flags, flags + 1, flags + 13, flags + 17}) {
            byte[] damaged = bytes.clone();
            // the sign, or a flag that nobody writes
            damaged[at] |= (byte) 0x80;
            assertThatThrownBy(() -> new ReplayBuffer(10, OBSERVATIONS, ACTIONS).read(input(damaged)))
                    .as("byte %d", at)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("saved transition is damaged: row=8");
        }
        for (int value = 0; value < (stride - 25) / 4; value++) {
            byte[] damaged = bytes.clone();
            Arrays.fill(damaged, row + 4 * value, row + 4 * value + 4, (byte) 0xFF);
            assertThatThrownBy(() -> new ReplayBuffer(10, OBSERVATIONS, ACTIONS).read(input(damaged)))
                    .as("value %d", value)
                    .hasMessageContaining("row=8");
        }
    }

    @Test
    void aSavedBufferWhoseCountsContradictIsRefused() throws IOException {
        byte[] partly = saved(filled(10, 4));
        byte[] full = saved(filled(10, 13));
        // size at byte 12, next at 16, added at 20
        for (int[] change : new int[][] {{12, 5}, {16, 3}, {27, 5}}) {
            assertContradicts(partly, change[0] < 20 ? change[0] + 3 : change[0], change[1]);
        }
        assertContradicts(full, 19, 10);
        assertContradicts(saved(filled(10, 10)), 19, 10);
        assertContradicts(full, 27, 9);
        byte[] wrapped = full.clone();
        wrapped[27] = 10;
        wrapped[19] = 0;
        new ReplayBuffer(10, OBSERVATIONS, ACTIONS).read(input(wrapped));
    }

    private static void assertContradicts(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        assertThatThrownBy(() -> new ReplayBuffer(10, OBSERVATIONS, ACTIONS).read(input(changed)))
                .as("byte %d is %d", at, value)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("contradicts itself");
    }

    @Test
    void sizesAndAgesOutOfRangeAreNamed() {
        assertThat(new ReplayBuffer(1, 1, 1).size()).isZero();
        ReplayBuffer buffer = filled(4, 2);
        assertThat(buffer.capacity()).isEqualTo(4);
        assertThatThrownBy(() -> buffer.get(2, transition(0))).hasMessage("age=2; allowed range 0 to 1");
        assertThatThrownBy(() -> buffer.get(-1, transition(0))).hasMessage("age=-1; allowed range 0 to 1");
        assertThat(filled(4, 0).ageQuantile(0.5, 3)).isEqualTo(-1);
        assertThatThrownBy(() -> buffer.ageQuantile(0.0, 3)).hasMessageContaining("share=0.0");
        assertThatThrownBy(() -> new ReplayBuffer(1, 0, 1)).hasMessageContaining("observationSize=0");
        assertThatThrownBy(() -> new ReplayBuffer(1, 1, 0)).hasMessageContaining("actionSize=0");
        Transition end = transition(1);
        assertThat(end.last()).isFalse();
        end.terminated = true;
        assertThat(end.last()).isTrue();
        end.terminated = false;
        end.truncated = true;
        assertThat(end.last()).isTrue();
    }

    @Test
    void whatTheHeapCanNotHoldIsRefusedAtTheStart() {
        // 4 (2 x 100 + 3 + 1) + 25 bytes a transition
        ReplayBuffer.requireRoom(1_000_000, 100, 3, 841_000_000L);
        assertThatThrownBy(() -> ReplayBuffer.requireRoom(1_000_001, 100, 3, 841_000_000L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replay of 1000001 transitions of 841 bytes takes 802 MB, the heap holds 802 MB")
                .hasMessageContaining("--replay");
    }
}
