package org.teleost.experiments.report;

import java.util.function.Consumer;
import org.teleost.belief.ParticleBelief;
import org.teleost.experiments.runner.EpisodeObserver;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Decision;
import org.teleost.plan.Preview;
import org.teleost.problem.World;
import org.teleost.tree.TreeSample;

/** Hears what the planner means to do after an episode's first action, see {@link Preview}. */
public final class FirstDecision implements EpisodeObserver {
    private static final int DEPTH = 2;

    private final GenerativeModel model;
    private final Consumer<String> hears;
    private final int rows;
    private boolean over;
    private int action;

    /**
     * Tells {@code hears} a sentence, once, unless the policy has no tree or its actions have no names.
     *
     * @param rows of the tree to read; who watches the same episode sees as many
     */
    public FirstDecision(GenerativeModel model, int rows, Consumer<String> hears) {
        this.rows = rows;
        this.model = model;
        this.hears = hears;
        over = model.layout().action().size() > 0;
    }

    @Override
    public void decided(int step, World world, ParticleBelief belief, Decision decision) {
        action = decision.action;
        over |= step > 0;
    }

    @Override
    public int treeRows() {
        return over ? 0 : rows;
    }

    @Override
    public void searched(int step, TreeSample tree) {
        over = true;
        hears.accept(Preview.of(tree, action, DEPTH).text(model));
    }
}
