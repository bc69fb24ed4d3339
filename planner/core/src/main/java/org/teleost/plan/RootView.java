package org.teleost.plan;

/** The actions simulated at the root of a tree, by index 0 .. count - 1 in the order of the tree. */
public interface RootView {
    /** Number of actions. */
    int count();

    /** Action id. */
    int action(int index);

    /** Copies the coordinates of the action to {@code lanes} from {@code offset} on, where actions are continuous. */
    default void loadLanes(int index, float[] lanes, int offset) {}

    /** Episodes that began with the action. */
    long visits(int index);

    /** Probability under the reference policy. */
    double weight(int index);

    /** Q of the last backup. */
    double value(int index);

    /** Mean discounted return of the episodes, leaf values included. */
    double meanReturn(int index);

    /** Mean of the squared returns. */
    double meanSquare(int index);

    /** Fills in what is predicted after the action: terminalProbability, and observations with their probabilities. */
    void predict(int index, Decision out);
}
