package org.teleost.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkerTeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theCallerRunsEveryTaskNobodyRunsOneTwiceAndAllWritesAreSeen(int size) {
        int[] runs = new int[size];
        try (WorkerTeam team = new WorkerTeam(size, "worker-team-test")) {
            assertThat(team.size()).isEqualTo(size);
            assertThat(team.threadIds())
                    .hasSize(size - 1)
                    .doesNotContain(Thread.currentThread().getId());
            for (int task = 1; task <= 300; task++) {
                int[] before = runs.clone();
                team.run(worker -> runs[worker]++);
                assertThat(runs[0]).isEqualTo(task);
                for (int worker = 1; worker < size; worker++) {
                    assertThat(runs[worker] - before[worker]).isBetween(0, 1);
                }
            }
        }
    }

    @Test
    void theCallerIsWorkerZeroAndTheOthersHaveThreadsOfTheirOwn() {
        Thread[] ran = new Thread[3];
        try (WorkerTeam team = new WorkerTeam(3, "worker-team-test")) {
            team.run(together(3, worker -> ran[worker] = Thread.currentThread()));
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
                assertThatThrownBy(() -> team.run(together(3, worker -> {
                            runs.incrementAndGet();
                            failIf(worker == failing);
                        })))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("worker failed");
                assertThat(team.failed()).isTrue();
                team.run(together(3, worker -> runs.incrementAndGet()));
                assertThat(runs).hasValue(6 * i);
            }
        }
    }

    @Test
    void anErrorIsRethrownAsItIs() {
        try (WorkerTeam team = new WorkerTeam(2, "worker-team-test")) {
            assertThatThrownBy(() -> team.run(together(2, worker -> {
                        if (worker == 1) {
                            throw new AssertionError("broken");
                        }
                    })))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void aWorkerThatIsLateIsLeftBehindAndAwaitedBeforeTheNextTask() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        try (WorkerTeam team = new WorkerTeam(2, "worker-team-test")) {
            boolean complete = team.runUntil(
                    worker -> {
                        if (worker == 0) {
                            await(begun);
                        } else {
                            begun.countDown();
                            await(release);
                            done.incrementAndGet();
                        }
                    },
                    () -> true);
            assertThat(complete).isFalse();
            assertThat(done).hasValue(0);
            release.countDown();
            team.awaitAll();
            assertThat(done).hasValue(1);
            assertThat(team.runUntil(worker -> {}, () -> false)).isTrue();
        }
    }

    @Test
    void theFailureOfAWorkerLeftBehindDoesNotReachTheNextTask() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (WorkerTeam team = new WorkerTeam(2, "worker-team-test")) {
            team.runUntil(
                    worker -> {
                        if (worker == 0) {
                            await(begun);
                        } else {
                            begun.countDown();
                            await(release);
                            failIf(true);
                        }
                    },
                    () -> true);
            release.countDown();
            team.run(worker -> {});
            assertThat(team.failed()).isFalse();
        }
    }

    /** A task in which nobody begins before all have come. */
    private static WorkerTeam.Task together(int size, WorkerTeam.Task task) {
        CountDownLatch all = new CountDownLatch(size);
        return worker -> {
            all.countDown();
            await(all);
            task.run(worker);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private static void failIf(boolean condition) {
        if (condition) {
            throw new IllegalStateException("worker failed");
        }
    }

    @Test
    void closeEndsTheThreadsAndFurtherTasksAreRefused() {
        Thread[] ran = new Thread[4];
        WorkerTeam team = new WorkerTeam(4, "worker-team-test");
        team.run(together(4, worker -> ran[worker] = Thread.currentThread()));
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
