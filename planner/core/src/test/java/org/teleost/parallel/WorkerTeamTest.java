package org.teleost.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkerTeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyWorkerRunsEveryTaskOnceAndItsWritesAreSeen(int size) {
        int[] runs = new int[size];
        try (WorkerTeam team = new WorkerTeam(size, "worker-team-test")) {
            assertThat(team.size()).isEqualTo(size);
            assertThat(team.threadIds())
                    .hasSize(size - 1)
                    .doesNotContain(Thread.currentThread().getId());
            for (int task = 1; task <= 300; task++) {
                team.run(worker -> runs[worker]++);
                assertThat(Arrays.stream(runs).distinct().toArray()).containsExactly(task);
            }
        }
    }

    @Test
    void theCallerIsWorkerZero() {
        Thread[] ran = new Thread[3];
        try (WorkerTeam team = new WorkerTeam(3, "worker-team-test")) {
            team.run(worker -> ran[worker] = Thread.currentThread());
        }
        assertThat(ran[0]).isSameAs(Thread.currentThread());
        assertThat(ran).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(ran[1].getName()).startsWith("worker-team-test");
        assertThat(ran[1].isDaemon()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFailureOfAnyWorkerIsRethrownAndTheTeamWorksOn(int failing) {
        AtomicInteger runs = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(3, "worker-team-test")) {
            for (int i = 1; i <= 50; i++) {
                assertThatThrownBy(() -> team.run(worker -> {
                            runs.incrementAndGet();
                            failIf(worker == failing);
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("worker failed");
                team.run(worker -> runs.incrementAndGet());
                assertThat(runs).hasValue(6 * i);
            }
        }
    }

    @Test
    void anErrorIsRethrownAsItIs() {
        try (WorkerTeam team = new WorkerTeam(2, "worker-team-test")) {
            assertThatThrownBy(() -> team.run(worker -> {
                        if (worker == 1) {
                            throw new AssertionError("broken");
                        }
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("broken");
        }
    }

    private static void failIf(boolean condition) {
        if (condition) {
            throw new IllegalStateException("worker failed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void nobodyPassesABarrierBeforeAllHaveArrived(int size) {
        int phases = 200;
        AtomicIntegerArray arrived = new AtomicIntegerArray(phases);
        AtomicInteger early = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(size, "worker-team-test")) {
            team.run(worker -> {
                for (int phase = 0; phase < phases; phase++) {
                    arrived.incrementAndGet(phase);
                    team.barrier();
                    if (arrived.get(phase) != size) {
                        early.incrementAndGet();
                    }
                }
            });
        }
        assertThat(early).hasValue(0);
    }

    @Test
    void closeEndsTheThreadsAndFurtherTasksAreRefused() {
        Thread[] ran = new Thread[4];
        WorkerTeam team = new WorkerTeam(4, "worker-team-test");
        team.run(worker -> ran[worker] = Thread.currentThread());
        team.close();
        team.close();
        for (int i = 1; i < 4; i++) {
            assertThat(ran[i].isAlive()).isFalse();
        }
        assertThatThrownBy(() -> team.run(worker -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closeKeepsTheCallersInterruption() {
        WorkerTeam team = new WorkerTeam(3, "worker-team-test");
        team.run(worker -> {});
        Thread.currentThread().interrupt();
        team.close();
        assertThat(Thread.interrupted()).isTrue();
    }
}
