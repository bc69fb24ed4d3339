package org.teleost.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.teleost.fixtures.TinyTiger;
import org.teleost.leaf.Opinions;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Whoever watches must not take a step that ended in an exception for one that never returns. */
class WatchedModelTest {
    private static final class Broken extends TinyTiger {
        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void aQuestionThatIsGivenUpIsOver() {
        TinyTiger tiger = new TinyTiger();
        WatchedModel watched = new WatchedModel(tiger);
        Opinions opinions = new Opinions(tiger, (state, action, observation, stream) -> 0.0, () -> {
            assertThat(watched.stepsByNow() & 1).isOne();
            throw new CancellationException();
        });
        assertThatThrownBy(() -> watched.ask(null, opinions, 1, new float[3], 0))
                .isInstanceOf(CancellationException.class);
        assertThat(watched.stepsByNow()).isEqualTo(2);
    }

    @Test
    void aStepThatThrowsIsOver() {
        WatchedModel watched = new WatchedModel(new Broken());
        assertThatThrownBy(() -> watched.step(null)).hasMessage("broken");
        assertThat(watched.stepsByNow()).isEqualTo(2);
    }
}
