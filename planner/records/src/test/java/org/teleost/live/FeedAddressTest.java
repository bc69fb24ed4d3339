package org.teleost.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "7070, '', 7070, 127.0.0.1:7070",
        "localhost:1, localhost, 1, localhost:1",
        "10.0.0.7:65535, 10.0.0.7, 65535, 10.0.0.7:65535",
        "[::1]:80, ::1, 80, [::1]:80"
    })
    void portsAndHostsAreUnderstood(String text, String host, int port, String shown) {
        FeedAddress address = FeedAddress.parse(text);
        assertThat(address).isEqualTo(new FeedAddress(host, port)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:", "a b:1", "::1:80", "7070x", "-1", "65536", "host:100000"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> FeedAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPortAloneMeansThisMachine() {
        assertThat(FeedAddress.parse("7").socketAddress().getAddress().isLoopbackAddress())
                .isTrue();
    }
}
