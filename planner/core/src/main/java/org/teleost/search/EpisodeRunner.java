package org.teleost.search;

import java.util.concurrent.CancellationException;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.ActionParts;
import org.teleost.leaf.LeafEstimator;
import org.teleost.leaf.LeafSource;
import org.teleost.leaf.Opinions;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StepDiscount;
import org.teleost.random.Cumulative;
import org.teleost.random.RandomStream;
import org.teleost.tree.BeliefTree;

/**
 * One worker's scratch and the episode itself: from a belief particle down the tree to a terminal transition, an
 * unknown child or the depth limit. Only reads the tree.
 */
final class EpisodeRunner {
    /** Time between looks at the clock. */
    private static final long LOOK_NANOS = 10_000;

    /** One of so many episodes asks the state that it ends in, fewer where there is much to ask. */
    private static final int ASKING = 4;

    private static final int QUICKLY_ASKED = 40;

    private static final double[] NONE = {};

    private final WatchedModel at;
    private final GenerativeModel model;
    private final BeliefTree tree;
    private final int actionCount;
    private final double discount;
    private final int maxDepth;
    private final int expandVisits;
    private final boolean sharedLeaf;
    private final boolean shaped;
    private final boolean lasting;
    private final LeafEstimator estimator;
    private final boolean learns;
    private final SharedObservations shared;
    private final BoxActions box;
    private final ActionKnowledge knowledge;
    private final ActionScreen screen;
    private final Opinions opinions;
    private final int asking;
    private final State state;
    private final Outcome outcome;
    private final RandomStream stream;
    private long lastLook;

    private int stride = 1;
    private int episodesToLook;
    private int chosenSlot;

    /**
     * gamma^(durations - steps) of the episode so far: what rewards and leaf values count, see {@link StepDiscount}.
     */
    private double weight;

    EpisodeRunner(
            WatchedModel at,
            BeliefTree tree,
            SearchSettings settings,
            LeafSource leaf,
            ActionKnowledge knowledge,
            OpenLoopPlan plan,
            ActionScreen screen) {
        this.screen = screen;
        this.knowledge = knowledge;
        this.at = at;
        model = at.model;
        state = at.state;
        outcome = at.outcome;
        stream = at.stream;
        this.tree = tree;
        maxDepth = settings.maxDepth();
        expandVisits = settings.expandVisits();
        estimator = leaf.newEstimator();
        learns = leaf.policy() != null;
        shared = tree.sharesObservations() ? new SharedObservations(model, tree) : null;
        box = tree.actionLanes() > 0 ? new BoxActions(model, tree, plan, settings.seed()) : null;
        actionCount = model.actionCount();
        discount = model.discount();
        lasting = model.hasDurations();
        // what a node is worth at once is weighted by how others came there
        sharedLeaf = leaf.isShared() && !lasting;
        shaped = leaf.shapes();
        opinions = tree.asks() ? new Opinions(model, estimator, at::requireWanted) : null;
        asking = Math.max(ASKING, ASKING * ActionParts.of(model.actionFactors()).rows() / QUICKLY_ASKED);
    }

    /** Runs episodes first .. first + count - 1 of the pass into {@code block}, fewer (but one) when the time is up. */
    void run(ParticleBelief belief, ParticlePicker picker, SearchPass pass, long first, int count, EpisodeBlock block) {
        block.clear();
        for (long episode = first; episode < first + count; episode++) {
            at.particle = picker.pick(episode);
            belief.load(at.particle, state);
            stream.startEpisode(pass.seed(), pass.decision(), episode);
            at.depth = 0;
            at.action = -1;
            try {
                runEpisode(pass, pass.pass(), block);
                if (opinions != null && episode % asking == 0 && !outcome.terminal) {
                    ask(pass, block);
                }
            } catch (ModelException | CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                throw at.failure("threw " + e, e);
            }
            if (pass.timed() && --episodesToLook <= 0 && lookAtClock(pass)) {
                return;
            }
        }
    }

    /**
     * Whether the time is up; sets when to look again. A slow model must not hold the decision up for a whole block,
     * and a fast one has better to do than to look after every episode.
     */
    private boolean lookAtClock(SearchPass pass) {
        long now = System.nanoTime();
        if (now - lastLook > 2 * LOOK_NANOS) {
            stride = 1;
        } else if (now - lastLook < LOOK_NANOS) {
            stride = Math.min(SearchPass.BLOCK, stride + 1);
        }
        lastLook = now;
        episodesToLook = stride;
        return pass.timeIsUpAt(now);
    }

    private void runEpisode(SearchPass search, int pass, EpisodeBlock block) {
        WatchedModel at = this.at;
        weight = 1.0;
        double potential = shaped ? leafValue(block) : 0.0;
        block.potential[block.episodes] = potential;
        double collected = 0.0;
        double gamma = 1.0;
        int node = 0;
        for (; ; ) {
            stream.startDepth(at.depth);
            if (shared != null) {
                block.likelihoods(NONE, 0);
            }
            int edge = box == null ? chooseAction(node, pass) : chooseBoxAction(node, pass, block);
            double reward = at.step(search);
            if (lasting) {
                reward *= weight;
                weight *= outcome.terminal ? 1.0 : at.stretch();
            }
            if (shaped) {
                double next = outcome.terminal ? 0.0 : leafValue(block);
                reward += discount * next - potential;
                block.nextPotential[block.steps] = next;
                potential = next;
            }
            collected += gamma * reward;
            gamma *= discount;
            at.depth++;
            if (outcome.terminal) {
                block.step(edge, -1, reward);
                block.finish(EpisodeBlock.TERMINAL, actionKey(), 0, 0.0, collected);
                return;
            }
            int child = shared == null ? follow(edge) : join(edge, pass, block);
            if (child < 0 || tree.nodes.createdPass(child) == pass) {
                double leaf = shaped ? 0.0 : leafValue(block);
                block.step(edge, -1, reward);
                block.finish(EpisodeBlock.NEW_CHILD, actionKey(), outcome.observation, leaf, collected + gamma * leaf);
                return;
            }
            block.step(edge, child, reward);
            if (at.depth >= maxDepth || !mayGrow(child)) {
                double leaf = shaped ? 0.0 : sharedLeaf ? tree.nodes.value(child) : leafValue(block);
                block.finish(EpisodeBlock.LEAF, at.action, 0, leaf, collected + gamma * leaf);
                return;
            }
            node = child;
        }
    }

    private int follow(int edge) {
        model.updateHistory(state, at.action, outcome.observation);
        return findChild(edge);
    }

    /** As {@link #follow}, where observations are shared: what the episode has seen is the child's observation. */
    private int join(int edge, int pass, EpisodeBlock block) {
        int child = SharedObservations.NEW;
        block.unexplained = false;
        if (edge >= 0 && tree.edges.createdPass(edge) != pass) {
            child = shared.choose(edge, at.action, state, pass, stream.nextDouble(), block);
        }
        if (child >= 0) {
            outcome.observation = tree.nodes.observation(child);
        } else {
            block.ownLikelihood[block.episodes] = shared.likelihood(outcome.observation, at.action, state);
            block.alone[block.episodes] = block.unexplained;
        }
        model.updateHistory(state, at.action, outcome.observation);
        return child;
    }

    private int findChild(int edge) {
        if (chosenSlot >= 0) {
            return tree.findSlotChild(chosenSlot, outcome.observation);
        }
        return edge < 0 ? -1 : tree.findChild(edge, outcome.observation);
    }

    private boolean mayGrow(int node) {
        return tree.nodes.slotCount(node) > 0 || tree.nodes.openVisits(node) >= expandVisits;
    }

    /** Draws from the reference policy of the node; sets the action and {@link #chosenSlot}, returns the edge or -1. */
    private int chooseAction(int node, int pass) {
        double u = stream.nextDouble();
        float pool = tree.nodes.pool(node);
        int count = tree.nodes.slotCount(node);
        chosenSlot = -1;
        if (u < pool || count == 0) {
            at.action = propose(node);
            if (at.action < 0 || at.action >= actionCount) {
                throw at.failure("proposed an action outside 0.." + (actionCount - 1), null);
            }
            if (count == 0) {
                // edges of a node without slots are of this pass
                return -1;
            }
            int edge = tree.findEdge(node, at.action);
            return edge >= 0 && tree.edges.createdPass(edge) == pass ? -1 : edge;
        }
        int slot = Cumulative.find(tree.slotCumulative, tree.nodes.slotStart(node), count, (float) (u - pool));
        chosenSlot = slot;
        at.action = tree.slotAction(slot);
        return tree.slotEdge(slot);
    }

    private int propose(int node) {
        if (node == 0 && screen != null && screen.isKnown()) {
            return screen.propose(state, stream);
        }
        return knowledge == null
                ? model.proposeAction(state, stream)
                : knowledge.propose(node, at.action, state, stream);
    }

    /** What the last step's action is called at its node. */
    private int actionKey() {
        return box == null ? at.action : box.key();
    }

    private int chooseBoxAction(int node, int pass, EpisodeBlock block) {
        int edge = box.choose(node, pass, state, stream);
        at.action = 0;
        chosenSlot = box.slot();
        if (edge < 0) {
            int lanes = state.action.length;
            System.arraycopy(state.action, 0, block.newAction, block.episodes * lanes, lanes);
            block.newPrior[block.episodes] = box.prior();
        }
        return edge;
    }

    private void ask(SearchPass pass, EpisodeBlock block) {
        int episode = block.episodes - 1;
        block.bestAction[episode] = at.ask(pass, opinions, stream.nextLong(), block.worth, episode * block.rows);
    }

    private double leafValue(EpisodeBlock block) {
        double leaf = at.checkLeaf(estimator.estimate(state, at.action, outcome.observation, stream));
        if (learns) {
            block.rolloutContext[block.episodes] = estimator.firstContext();
            block.rolloutAction[block.episodes] = estimator.firstAction();
        }
        return weight * leaf;
    }
}
