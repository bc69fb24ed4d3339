package org.teleost.viewer.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.teleost.viewer.fixtures.Gl;

class FontTest {
    private static final int HEIGHT = 14;

    @Test
    void aTextThatFitsStaysAndALongerOneEndsWithAnEllipsisWithinItsWidth() {
        Gl.require();
        try (Font font = new Font()) {
            String text = "a text of some words";
            int width = font.width(text, HEIGHT);
            assertThat(font.shorten(text, HEIGHT, width)).isEqualTo(text);
            for (int room = font.width("…", HEIGHT); room < width; room++) {
                String shorter = font.shorten(text, HEIGHT, room);
                assertThat(shorter).endsWith("…");
                assertThat(font.width(shorter, HEIGHT)).isLessThanOrEqualTo(room);
                assertThat(text).startsWith(shorter.substring(0, shorter.length() - 1));
            }
        }
    }

    @Test
    void aTextOfMegabytesIsShortenedAtOnce() {
        Gl.require();
        try (Font font = new Font()) {
            String text = "word ".repeat(4 << 18);
            assertTimeout(
                    Duration.ofSeconds(1),
                    () -> assertThat(font.shorten(text, HEIGHT, 200)).hasSizeLessThan(100));
        }
    }
}
