package org.teleost.experiments.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.experiments.corridor.CorridorProblem;

class ProblemCatalogTest {
    private final ProblemCatalog catalog =
            new ProblemCatalog(List.of(CorridorProblem.throwing(), CorridorProblem.sound()));

    @Test
    void problemsAreListedInAlphabeticalOrder() {
        assertThat(catalog.all()).extracting(p -> p.name()).containsExactly("corridor", "pit");
    }

    @Test
    void unknownNamesGetASuggestionAndTheList() {
        assertThatThrownBy(() -> catalog.find("coridor"))
                .hasMessageContaining("did you mean 'corridor'?")
                .hasMessageContaining("problems: corridor, pit");
    }

    @Test
    void anEmptyClassPathIsExplained() {
        assertThatThrownBy(() -> new ProblemCatalog(List.of()).find("tiger")).hasMessageContaining("class path");
    }

    @Test
    void twoProblemsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new ProblemCatalog(List.of(CorridorProblem.sound(), CorridorProblem.sound())))
                .hasMessageContaining("two problems are called 'corridor'");
    }

    @Test
    void factsAreReadFromTheModel() {
        ProblemFacts facts = ProblemFacts.of(CorridorProblem.sound());
        assertThat(facts.actions()).isEqualTo(2);
        assertThat(facts.observationText()).isEqualTo("4");
        assertThat(facts.bytesPerParticle()).isEqualTo(4);
        assertThat(facts.baselines()).containsExactly("always-right", "always-left", "right-by-belief");
    }
}
