package org.teleost.cluster.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.cluster.PekkoProvider;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ClusterMaster;
import org.teleost.experiment.cluster.ConnectionFinding;
import org.teleost.experiment.cluster.MasterSetup;
import org.teleost.experiment.cluster.WorkerSetup;

/** Actor systems of one process over the loopback, with and without keys. */
@Timeout(120)
class PekkoClusterTest {
    private static final List<String> KEYS =
            IntStream.range(0, 40).mapToObj(i -> "cell " + i).toList();

    private final PekkoProvider provider = new PekkoProvider();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<CompletableFuture<Boolean>> workers = new ArrayList<>();

    @TempDir
    private Path folder;

    private ClusterMaster master(Optional<Path> keys) {
        return provider.open(
                new MasterSetup(new ClusterAddress("127.0.0.1", 0), keys, "build", List.of("map"), log::add));
    }

    private CompletableFuture<Boolean> worker(ClusterMaster master, String name, Optional<Path> keys, double patience) {
        WorkerSetup setup = new WorkerSetup(
                master.address(),
                new ClusterAddress("127.0.0.1", 0),
                keys,
                "build",
                "host-" + name,
                name,
                2,
                patience,
                false,
                log::add);
        CompletableFuture<Boolean> work = CompletableFuture.supplyAsync(
                () -> provider.work(setup, (command, sharing) -> run(sharing, CellStore.inMemory()), stop::get));
        workers.add(work);
        return work;
    }

    /** What to do about the way to a master with these keys. */
    private String advice(ClusterMaster master, String keys) {
        Optional<Path> own = keys.isEmpty()
                ? Optional.empty()
                : Optional.of(folder.resolve(keys).resolve("worker"));
        return provider.examine(master.address(), own).stream()
                .map(ConnectionFinding::advice)
                .collect(Collectors.joining());
    }

    private void start(ClusterMaster master, String name, Optional<Path> keys, double patience) {
        assertThat(worker(master, name, keys, patience)).isNotNull();
    }

    private static boolean run(CellSharing sharing, CellStore store) {
        return CellRun.run(
                KEYS,
                1,
                store.shared(sharing),
                () -> false,
                (key, monitor) -> {
                    pause(5);
                    // longer than a frame
                    return Optional.of(Cell.of(key).withFile("big", new byte[key.equals("cell 7") ? 2_000_000 : 10]));
                },
                (cell, earlier) -> {});
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        stop.set(true);
        workers.forEach(work -> work.handle((done, fault) -> null).join());
    }

    @Test
    void twoWorkersShareTheCells() {
        CellStore store = CellStore.inMemory();
        try (ClusterMaster master = master(Optional.empty())) {
            start(master, "a", Optional.empty(), 30);
            start(master, "b", Optional.empty(), 30);
            while (master.status().workers() < 2) {
                pause(10);
            }
            assertThat(run(master.sharing(), store)).isTrue();
            assertThat(master.status().hosts()).containsExactlyInAnyOrder("host-a", "host-b");
            assertThat(master.status().repeats()).isZero();
        }
        assertThat(store.all()).hasSize(KEYS.size());
        assertThat(store.find("cell 7").orElseThrow().files().get("big")).hasSize(2_000_000);
    }

    @Test
    void keysOfOneAuthorityMeetAndThoseOfAnotherDont() throws IOException {
        provider.makeKeys(folder.resolve("own"));
        provider.makeKeys(folder.resolve("foreign"));
        CellStore store = CellStore.inMemory();
        try (ClusterMaster master = master(Optional.of(folder.resolve("own/master")))) {
            CompletableFuture<Boolean> foreign =
                    worker(master, "foreign", Optional.of(folder.resolve("foreign/worker")), 3);
            CompletableFuture<Boolean> plain = worker(master, "plain", Optional.empty(), 3);
            start(master, "own", Optional.of(folder.resolve("own/worker")), 30);
            assertThat(run(master.sharing(), store)).isTrue();
            assertThat(master.status().hosts()).containsExactly("host-own");
            assertThat(advice(master, "own")).isEmpty();
            assertThat(advice(master, "foreign")).contains("from one 'teleost cluster keys DIR'");
            assertThat(advice(master, "")).contains("give the worker's: --keys worker");
            assertThatThrownBy(foreign::join).hasMessageContaining("check host, port, keys and firewall");
            assertThatThrownBy(plain::join).hasMessageContaining("check host, port, keys and firewall");
        }
        assertThatThrownBy(() -> provider.makeKeys(folder.resolve("own"))).hasMessageContaining("is not empty");
        Path mixed = Files.createDirectories(folder.resolve("mixed"));
        Files.copy(folder.resolve("own/worker/key.p12"), mixed.resolve("key.p12"));
        assertThatThrownBy(() -> master(Optional.of(mixed))).hasMessageContaining("no trust.p12 there");
    }

    @Test
    void offLoopbackKeysAreNeededAndAPortIsTakenOnce() {
        assertThatThrownBy(() -> provider.open(new MasterSetup(
                        new ClusterAddress("0.0.0.0", 0), Optional.empty(), "build", List.of("map"), log::add)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("teleost cluster keys DIR");
        assertThat(provider.examine(new ClusterAddress("127.0.0.1", 1), Optional.empty()))
                .last()
                .satisfies(found -> assertThat(found.advice()).contains("start the master there"));
        try (ClusterMaster first = master(Optional.empty())) {
            assertThat(advice(first, "")).isEmpty();
            assertThatThrownBy(() -> provider.open(
                            new MasterSetup(first.address(), Optional.empty(), "build", List.of("map"), log::add)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("can't listen on " + first.address())
                    .hasMessageContaining("choose another port");
        }
    }
}
