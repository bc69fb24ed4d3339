package org.teleost.solvers.factored;

import java.util.List;
import org.teleost.solvers.tabular.Names;

/**
 * A POMDP of variables: a table per state variable and observation variable, rewards that add up. Immutable.
 *
 * @param name for messages
 * @param discount in [0, 1]; 1 from lenient readings alone
 * @param states state variables; joint states count the first slowest
 * @param actions action variables
 * @param observations observation variables; none when everything is seen
 * @param initial per state variable its distribution at the start; parents are other variables before the step
 * @param transitions per state variable its distribution after the step
 * @param seen per observation variable its distribution
 * @param rewards parts of the reward
 */
public record FactoredPomdp(
        String name,
        double discount,
        List<Variable> states,
        List<Variable> actions,
        List<Variable> observations,
        List<Factor> initial,
        List<Factor> transitions,
        List<Factor> seen,
        List<Factor> rewards) {

    public FactoredPomdp {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        observations = List.copyOf(observations);
        initial = List.copyOf(initial);
        transitions = List.copyOf(transitions);
        seen = List.copyOf(seen);
        rewards = List.copyOf(rewards);
    }

    /** Joint names of variables. */
    static Names joint(String what, List<Variable> variables) {
        return Names.product(what, variables.stream().map(Variable::values).toList());
    }

    /** Number of joint states. */
    public long stateCount() {
        return states.stream().mapToLong(Variable::size).reduce(1, (a, b) -> Math.min(Long.MAX_VALUE / b, a) * b);
    }

    /** Whether some state variable is seen and some is not, or is seen beside observations. */
    boolean hasObservedPart() {
        return states.stream().anyMatch(Variable::observed);
    }
}
