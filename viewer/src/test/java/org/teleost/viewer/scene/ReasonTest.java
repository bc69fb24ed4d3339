package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.viewer.source.StepRecord;

class ReasonTest {
    private static String reason(String decision) {
        return String.join(
                "; ",
                Reason.of(StepRecord.parse("{\"t\":0,\"decision\":" + decision + "}")
                        .decision()));
    }

    @Test
    void namesThePolicySharesAndTheLeadInValue() {
        assertThat(reason("{\"action\":1,\"actions\":["
                        + "{\"id\":1,\"text\":\"listen\",\"value\":5,\"probability\":0.9},"
                        + "{\"id\":0,\"text\":\"open\",\"value\":-3,\"probability\":0.00001}]}"))
                .isEqualTo("listen has 90.0 % of the policy, next is open with <0.01 %;" + " Q 5 against -3: 8 better");
    }

    @Test
    void saysWhenTheValuesDoNotSettleIt() {
        assertThat(reason("{\"action\":1,\"actions\":["
                        + "{\"id\":0,\"text\":\"open\",\"value\":5.5,\"probability\":0.4},"
                        + "{\"id\":1,\"text\":\"listen\",\"value\":5,\"probability\":0.6}]}"))
                .endsWith("Q 5 against 5.5: 0.5 worse");
    }

    @Test
    void aRefusedActionIsNamed() {
        assertThat(reason("{\"action\":1,\"actions\":[{\"id\":1,\"text\":\"listen\",\"value\":5,\"probability\":1}],"
                        + "\"veto\":{\"id\":0,\"text\":\"open\",\"reason\":\"too early\"}}"))
                .isEqualTo("listen has 100.0 % of the policy; no other action was tried;"
                        + " refused before it: open: too early");
        assertThat(Reason.of(null)).isEmpty();
    }
}
