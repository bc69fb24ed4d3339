package org.teleost.backup;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.teleost.parallel.WorkerTeam;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/**
 * The backup half of a planning pass: the visited nodes level by level, deepest first. Nodes of a level are independent
 * (a node writes only itself and its own edges and reads its children), so workers claim them in chunks; a level begins
 * when every chunk of the deeper one is done.
 */
public final class Backup implements WorkerTeam.Task {
    /** Smaller passes are not worth a hand-over. */
    private static final int PARALLEL_PASS = 256;

    private static final int CHUNK = 48;

    private final WorkerTeam team;
    private final TouchedNodes touched;
    private final PreferenceUpdate update;
    private final LeafBias leafBias;

    private final boolean learnsLeafBias;

    /** Per level: chunks claimed, and nodes done. */
    private final AtomicIntegerArray claimed;

    private final AtomicIntegerArray done;

    public Backup(BeliefTree tree, TouchedNodes touched, WorkerTeam team, BackupSettings settings) {
        this.team = team;
        this.touched = touched;
        update = new PreferenceUpdate(tree, settings);
        leafBias = new LeafBias(tree, touched);
        learnsLeafBias = settings.learnsLeafBias();
        claimed = new AtomicIntegerArray(touched.maxLevels());
        done = new AtomicIntegerArray(touched.maxLevels());
    }

    /** Forgets what the last decision taught. */
    public void startDecision() {
        leafBias.clear();
    }

    /** Sets the pass and the inverse temperature in 1/reward; the touched nodes must be sorted. */
    public void prepare(int pass, double eta) {
        update.prepare(pass, eta);
        update.setLeafBias(learnsLeafBias ? leafBias.value() : 0.0);
    }

    /** Updates all touched nodes on the caller's thread. */
    public void updateAlone() {
        updateLevels();
        leafBias.learn();
    }

    private void updateLevels() {
        for (int level = touched.levels() - 1; level >= 0; level--) {
            apply(touched.begin(level), touched.end(level));
        }
    }

    /** Updates all touched nodes on the team; returns the number of workers it was offered to. */
    public int update() {
        if (touched.size() < PARALLEL_PASS || team.size() == 1) {
            updateAlone();
            return 1;
        }
        for (int level = 0; level < touched.levels(); level++) {
            claimed.set(level, 0);
            done.set(level, 0);
        }
        team.run(this);
        leafBias.learn();
        return team.size();
    }

    @Override
    public void run(int worker) {
        for (int level = touched.levels() - 1; level >= 0; level--) {
            int begin = touched.begin(level);
            int size = touched.end(level) - begin;
            for (int from = claim(level); from < size; from = claim(level)) {
                int to = Math.min(size, from + CHUNK);
                apply(begin + from, begin + to);
                done.addAndGet(level, to - from);
            }
            int spins = 0;
            while (done.get(level) < size && !team.failed()) {
                team.relax(++spins);
            }
        }
    }

    private int claim(int level) {
        return claimed.getAndIncrement(level) * CHUNK;
    }

    private void apply(int from, int to) {
        for (int i = from; i < to; i++) {
            update.apply(touched.node(i));
        }
    }
}
