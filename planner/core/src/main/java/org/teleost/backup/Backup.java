package org.teleost.backup;

import org.teleost.parallel.WorkerTeam;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/**
 * The backup half of a planning pass: the visited nodes level by level, deepest first. Nodes of a level are independent
 * (a node writes only itself and its own edges and reads its children), so large levels are shared by the workers.
 */
public final class Backup implements WorkerTeam.Task {
    private static final int PARALLEL_PASS = 1024;
    private static final int PARALLEL_LEVEL = 256;

    private final WorkerTeam team;
    private final TouchedNodes touched;
    private final PreferenceUpdate update;

    public Backup(BeliefTree tree, TouchedNodes touched, WorkerTeam team, BackupSettings settings) {
        this.team = team;
        this.touched = touched;
        update = new PreferenceUpdate(tree, settings);
    }

    /** Sets the pass and the inverse temperature in 1/reward; the touched nodes must be sorted. */
    public void prepare(int pass, double eta) {
        update.prepare(pass, eta);
    }

    /** Updates all touched nodes, on the whole team when there are enough to pay for the hand-over. */
    public void updateTouched() {
        if (touched.size() < PARALLEL_PASS) {
            for (int level = touched.levels() - 1; level >= 0; level--) {
                apply(touched.begin(level), touched.end(level));
            }
        } else {
            team.run(this);
        }
    }

    @Override
    public void run(int worker) {
        for (int level = touched.levels() - 1; level >= 0; level--) {
            int begin = touched.begin(level);
            int size = touched.end(level) - begin;
            if (team.size() > 1 && size >= PARALLEL_LEVEL) {
                team.barrier();
                int from = begin + (int) ((long) size * worker / team.size());
                int to = begin + (int) ((long) size * (worker + 1) / team.size());
                apply(from, to);
                team.barrier();
            } else if (worker == 0) {
                apply(begin, begin + size);
            }
        }
    }

    private void apply(int from, int to) {
        for (int i = from; i < to; i++) {
            update.apply(touched.node(i));
        }
    }
}
