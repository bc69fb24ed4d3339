package org.teleost.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

class TouchedNodesTest {
    private static final int MAX_DEPTH = 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 4098})
    void nodesComeLevelByLevelInTheOrderTheyWereAdded(int count) {
        TouchedNodes touched = new TouchedNodes(count, MAX_DEPTH);
        RandomStream stream = new RandomStream(count);
        for (int pass = 0; pass < 4; pass++) {
            int[] depth = new int[count];
            List<List<Integer>> expected = new ArrayList<>();
            for (int level = 0; level <= MAX_DEPTH; level++) {
                expected.add(new ArrayList<>());
            }
            touched.clear();
            for (int i = 0; i < count; i++) {
                int node = pass % 2 == 0 ? i : count - 1 - i;
                depth[node] = stream.nextInt(MAX_DEPTH + 1);
                expected.get(depth[node]).add(node);
                touched.add(node);
            }
            touched.sort(nodesAt(depth));
            assertThat(touched.size()).isEqualTo(count);
            assertThat(levels(touched)).isEqualTo(withoutEmptyEnd(expected));
        }
    }

    @Test
    void levelsWithoutNodesAreEmptyAndAnEmptyListHasNone() {
        TouchedNodes touched = new TouchedNodes(4, MAX_DEPTH);
        touched.clear();
        touched.sort(nodesAt(0, 0, 0, 0));
        assertThat(touched.levels()).isZero();
        touched.add(2);
        touched.add(0);
        touched.sort(nodesAt(MAX_DEPTH, 0, 0, 0));
        assertThat(touched.levels()).isEqualTo(MAX_DEPTH + 1);
        assertThat(levels(touched).get(0)).containsExactly(2);
        assertThat(levels(touched).get(5)).isEmpty();
        assertThat(levels(touched).get(MAX_DEPTH)).containsExactly(0);
    }

    private static NodeTensor nodesAt(int... depth) {
        NodeTensor nodes = new NodeTensor(depth.length, false, false, false);
        for (int node = 0; node < depth.length; node++) {
            nodes.clear(node, depth[node]);
        }
        return nodes;
    }

    private static List<List<Integer>> levels(TouchedNodes touched) {
        List<List<Integer>> levels = new ArrayList<>();
        for (int level = 0; level < touched.levels(); level++) {
            List<Integer> nodes = new ArrayList<>();
            for (int i = touched.begin(level); i < touched.end(level); i++) {
                nodes.add(touched.node(i));
            }
            levels.add(nodes);
        }
        return levels;
    }

    private static List<List<Integer>> withoutEmptyEnd(List<List<Integer>> levels) {
        int end = levels.size();
        while (levels.get(end - 1).isEmpty()) {
            end--;
        }
        return levels.subList(0, end);
    }
}
