package org.teleost.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisagreementTest {
    private static BeliefTree tree() {
        BeliefTree tree = new BeliefTree(4L << 20, false, 0, true, true);
        tree.reset();
        return tree;
    }

    @Test
    void anEdgeHasSeenFourPairsOfTheWholeTreeBeforeItsOwn() {
        BeliefTree tree = tree();
        int one = tree.newEdge(0, 0, 1);
        int other = tree.newEdge(0, 1, 1);
        assertThat(tree.disagreement(one)).isZero();
        tree.addDisagreement(one, 2, 2);
        tree.addDisagreement(one, 1, 2);
        tree.addDisagreement(other, 0, 2);
        // 3 of 6 in all
        assertThat(tree.disagreement(one)).isEqualTo((3 + 4 * 0.5) / (4 + 4));
        assertThat(tree.disagreement(other)).isEqualTo((0 + 4 * 0.5) / (2 + 4));
        assertThat(tree.disagreement(-1)).isZero();
        tree.reset();
        assertThat(tree.disagreement(tree.newEdge(0, 0, 1))).isZero();
    }

    @Test
    void aNodeRemembersTheBestActionOfTheStateBefore() {
        BeliefTree tree = tree();
        int node = tree.newNode(tree.newEdge(0, 0, 1), 5, 1, 1);
        assertThat(tree.nodes.exchangeBest(node, 3)).isEqualTo(-1);
        assertThat(tree.nodes.exchangeBest(node, 4)).isEqualTo(3);
        assertThat(tree.nodes.exchangeBest(node, 3)).isEqualTo(4);
    }

    @Test
    void whatIsKnownMovesWithTheSubtree() {
        BeliefTree tree = tree();
        int left = tree.newNode(tree.newEdge(0, 0, 1), 1, 1, 1);
        int right = tree.newNode(tree.newEdge(0, 1, 1), 1, 1, 1);
        tree.newNode(tree.newEdge(left, 0, 1), 1, 2, 1);
        int edge = tree.newEdge(right, 0, 1);
        int below = tree.newNode(edge, 1, 2, 1);
        tree.addDisagreement(edge, 1, 1);
        tree.nodes.exchangeBest(below, 7);
        double before = tree.disagreement(edge);
        tree.keep(right);
        int moved = tree.findEdge(0, 0);
        assertThat(tree.disagreement(moved)).isEqualTo(before);
        assertThat(tree.nodes.exchangeBest(tree.findChild(moved, 1), 0)).isEqualTo(7);
    }
}
