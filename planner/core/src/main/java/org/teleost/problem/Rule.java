package org.teleost.problem;

import java.util.function.Function;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Decision;
import org.teleost.random.RandomStream;

/**
 * A rule of thumb: what somebody who knows the problem would do with this belief, in a few lines. A planner should do
 * at least as well. One per episode, so it may remember what it did.
 */
@FunctionalInterface
public interface Rule {

    /** Fills the decision's action or, where actions are points of a box, action 0 and its coordinates. */
    void decide(ParticleBelief belief, RandomStream stream, Decision out);

    /**
     * A rule by name.
     *
     * @param name lower-case name, for example {@code ping-first}
     * @param start makes the rule of an episode with this model
     */
    record Named(String name, Function<GenerativeModel, Rule> start) {}
}
