package org.teleost.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.teleost.backup.Backup;
import org.teleost.backup.BackupSettings;
import org.teleost.parallel.WorkerTeam;
import org.teleost.settings.ValueRule;

/**
 * One pass over a regular tree in which every leaf was reached once: booking the visits, sorting the touched nodes by
 * depth, backup. Depth 4 has 1 555 nodes and stays in the cache, depth 6 has 55 987.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class BackupBenchmark {
    private static final double ETA = 0.2;

    @Param({"4", "6"})
    public int depth;

    @Param({"1", "2"})
    public int threads;

    private RegularTree tree;
    private WorkerTeam team;
    private Backup backup;

    @Setup(Level.Trial)
    public void grow() {
        tree = new RegularTree(depth);
        team = new WorkerTeam(threads, "backup-benchmark");
        BackupSettings settings = new BackupSettings(0.95, 1.0, 0.02, ValueRule.MEAN, 5.0);
        backup = new Backup(tree.tree, tree.touched, team, settings);
        touchAndBackUp();
    }

    /** Visits alone, to subtract. */
    @Benchmark
    public int touch() {
        return tree.visitEveryLeaf();
    }

    @Benchmark
    public double touchAndBackUp() {
        int pass = tree.visitEveryLeaf();
        tree.touched.sort(tree.tree.nodes);
        backup.prepare(pass, ETA);
        backup.update();
        return tree.tree.nodes.value(0);
    }

    @TearDown(Level.Trial)
    public void stop() {
        team.close();
    }
}
