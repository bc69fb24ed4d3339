package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    private static final long UNLIMITED = Long.MAX_VALUE;

    @ParameterizedTest
    @CsvSource({
        "100ms, 100000000",
        "0.5s, 500000000",
        "1s, 1000000000",
        "250us, 250000",
        "1.5ms, 1500000",
        "' 20 MS ', 20000000"
    })
    void readsTimes(String text, long nanos) {
        assertThat(Budget.parse(text)).isEqualTo(new Budget(nanos, UNLIMITED, Integer.MAX_VALUE));
        assertThat(Budget.parse(text).timed()).isTrue();
    }

    @Test
    void readsCountsAndTheFirstOfSeveral() {
        assertThat(Budget.parse("20000ep")).isEqualTo(Budget.ofEpisodes(20_000));
        assertThat(Budget.parse("20000 episodes")).isEqualTo(Budget.ofEpisodes(20_000));
        assertThat(Budget.parse("30passes")).isEqualTo(Budget.ofPasses(30));
        assertThat(Budget.parse("100ms, 5000ep,7passes")).isEqualTo(new Budget(100_000_000, 5_000, 7));
        assertThat(Budget.parse("30passes").timed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100ms",
                "1.5ms",
                "0.25us",
                "1s",
                "90s",
                "10.0001s",
                "86400.000001s",
                "20000ep",
                "3passes",
                "100ms,20000ep",
                "1ms,5ep,2passes",
                "12345678901234ep"
            })
    void theTextOfABudgetReadsBackAsTheSameBudget(String text) {
        Budget budget = Budget.parse(text);
        assertThat(Budget.parse(budget.text())).as(budget.text()).isEqualTo(budget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "ms", "-5ms", "0ms", "0ep", "10 parsecs", "1e3ms", "5ep,", "1ms;5ep", "NaNms"})
    void textThatIsNoBudgetIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Budget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("100ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10ms,20ms", "1s,5ep,10us", "5ep,6ep", "3passes,3passes"})
    void aLimitGivenTwiceIsRefused(String text) {
        assertThatThrownBy(() -> Budget.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining("twice");
    }

    @Test
    void limitsBelowOneAndNoLimitAtAllAreRefused() {
        assertThatThrownBy(() -> Budget.ofEpisodes(0)).hasMessageContaining("episodes=0");
        assertThatThrownBy(() -> Budget.ofPasses(-3)).hasMessageContaining("passes=-3");
        assertThatThrownBy(() -> Budget.ofMillis(0)).hasMessageContaining("nanos=0");
        assertThatThrownBy(() -> Budget.ofMillis(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Budget(UNLIMITED, UNLIMITED, Integer.MAX_VALUE))
                .hasMessageContaining("unlimited");
    }
}
