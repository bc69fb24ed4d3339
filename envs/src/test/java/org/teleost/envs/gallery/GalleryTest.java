package org.teleost.envs.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.problem.Problem;

class GalleryTest {
    private static List<Problem> problems() {
        List<Problem> all = new ArrayList<>(new GalleryProvider().problems());
        all.addAll(new PlainProvider().problems());
        return all;
    }

    /** What the planner finds out about a model serves all episodes only if they share it. */
    @Test
    void episodesShareTheModelUnlessAMapIsDrawn() {
        List<String> drawn = new ArrayList<>();
        for (Problem problem : problems()) {
            if (problem.instance(1).model() != problem.instance(2).model()) {
                drawn.add(problem.name());
            }
        }
        assertThat(drawn)
                .containsExactly("lasertag", "lasertag-noisy", "conttag", "mars-20-plain", "mars-20-published");
    }

    @Test
    void problemsAndModelsHaveTheSameNames() {
        for (Problem problem : problems()) {
            assertThat(problem.instance(1).model().name()).isEqualTo(problem.name());
        }
    }
}
