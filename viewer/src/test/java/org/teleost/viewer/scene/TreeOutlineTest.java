package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.viewer.bench.SyntheticTree;
import org.teleost.viewer.source.TreeRecord;

class TreeOutlineTest {
    // belief 0: action 1 (chosen: 7) -> belief 3, 4; action 2 -> belief 5; belief 3 -> action 6
    private static final TreeRecord TREE = TreeRecord.parse("""
            {"t":0,"version":1,"total":20,"actions":[{"id":7,"text":"go"},{"id":8,"text":"stay"}],
             "observations":[{"key":"1","text":"wall"},{"key":"2","text":"door"}],
             "parent":[-1,0,0,1,1,2,3],"depth":[0,1,1,1,1,1,2],"action":[-1,7,8,-1,-1,-1,8],
             "observation":[-1,-1,-1,0,1,1,-1],"visits":[100,60,40,35,25,40,30],
             "value":[1,2,-1,2.5,1.5,-1,3],"probability":[null,0.7,0.3,null,null,null,1]}""").orElseThrow();

    private final TreeOutline outline = new TreeOutline(TREE, 7);

    private List<Integer> rows() {
        List<Integer> rows = new ArrayList<>();
        for (int line = 0; line < outline.lineCount(); line++) {
            rows.add(outline.row(line));
        }
        return rows;
    }

    @Test
    void textsComeFromTheModel() {
        assertThat(TREE.texts()).containsExactly("", "go", "stay", "wall", "door", "door", "stay");
        assertThat(TREE.total()).isEqualTo(20);
    }

    @Test
    void rootAndChosenActionAreUnfoldedAtFirst() {
        assertThat(rows()).containsExactly(0, 1, 3, 4, 2);
        assertThat(outline.isChosen(1)).isTrue();
        assertThat(outline.isChosen(2)).isFalse();
        assertThat(outline.level(3)).isEqualTo(2);
        assertThat(outline.hasChildren(4)).isFalse();
    }

    @Test
    void linesUnfoldInPlaceAndRememberWhatWasUnfoldedBelow() {
        outline.toggle(3);
        outline.toggle(2);
        assertThat(rows()).containsExactly(0, 1, 3, 6, 4, 2, 5);
        outline.toggle(1);
        assertThat(rows()).containsExactly(0, 1, 2, 5);
        outline.toggle(1);
        assertThat(rows()).containsExactly(0, 1, 3, 6, 4, 2, 5);
        outline.foldAll();
        assertThat(rows()).containsExactly(0, 1, 2);
        outline.unfoldAll();
        assertThat(rows()).containsExactly(0, 1, 3, 6, 4, 2, 5);
        assertThatThrownBy(() -> outline.row(7)).hasMessageContaining("allowed range 0 to 6");
    }

    @Test
    void everyRowOfALargeTreeIsListedOnceWhenAllIsUnfolded() {
        TreeOutline large = new TreeOutline(SyntheticTree.of(100_000), 0);
        large.unfoldAll();
        assertThat(large.lineCount()).isEqualTo(100_000);
        boolean[] seen = new boolean[100_000];
        for (int line = 0; line < large.lineCount(); line++) {
            int row = large.row(line);
            assertThat(seen[row]).isFalse();
            seen[row] = true;
        }
    }

    @Test
    void brokenColumnsAreRefusedWithTheirName() {
        assertThatThrownBy(() -> TreeRecord.parse("{\"version\":1,\"parent\":[-1,0],\"action\":[-1]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column action");
        assertThatThrownBy(() -> TreeRecord.parse("{\"version\":1,\"parent\":[-1,5],\"action\":[-1,0],"
                        + "\"observation\":[-1,-1],\"visits\":[1,1],\"value\":[0,0],\"probability\":[null,1]}"))
                .hasMessageContaining("parent of tree row 1 is 5");
        assertThat(TreeRecord.parse("{\"version\":2}")).isEmpty();
    }

    /** The lines of the tree have the order of the panel of actions. */
    @Test
    void actionsAreListedByTheirShareOfThePolicy() {
        TreeRecord tree = TreeRecord.parse("""
                {"t":0,"version":1,"total":4,"actions":[{"id":7,"text":"go"},{"id":8,"text":"stay"},{"id":9,"text":"look"}],
                 "observations":[],
                 "parent":[-1,0,0,0],"depth":[0,1,1,1],"action":[-1,7,8,9],
                 "observation":[-1,-1,-1,-1],"visits":[100,50,30,20],
                 "value":[1,2,-1,2.5],"probability":[null,0.2,0.1,0.7]}""").orElseThrow();
        TreeOutline outline = new TreeOutline(tree, 9);
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < outline.lineCount(); line++) {
            lines.add(outline.row(line));
        }
        assertThat(lines).containsExactly(0, 3, 1, 2);
    }
}
