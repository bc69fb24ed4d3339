package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.Main;
import org.teleost.policy.Activation;
import org.teleost.policy.DenseLayer;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.SavedPolicy;

class PrintableTextTest {
    private static final char ESCAPE = 0x1B;

    @Test
    void controlsAreShownAndPlainTextColoursAndLinesPass() {
        String plain = "a\tb\nc\r\nd \u00e9 " + ESCAPE + "[1;31mred" + ESCAPE + "[0m";
        assertThat(PrintableText.escaped(plain)).isEqualTo(plain);
        assertThat(PrintableText.escaped("\r3 of 4")).isEqualTo("\r3 of 4");
        for (String bad : new String[] {
            ESCAPE + "]0;title" + (char) 7,
            ESCAPE + "[2J",
            ESCAPE + "[1;31",
            "x\ry",
            "" + (char) 0x9B,
            "" + (char) 0x7F,
            "" + (char) 0x202E,
            "" + (char) 0
        }) {
            assertThat(PrintableText.escaped(bad))
                    .matches("[ -~]*")
                    .contains("\\u" + String.format("%04x", (int) (bad.equals("x\ry") ? 13 : bad.charAt(0))));
        }
    }

    @Test
    void everythingThatIsPrintedGoesThroughIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter out = PrintableText.over(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        out.println("a" + ESCAPE + "c");
        out.printf("%s%n", ESCAPE + "[H");
        out.write(new char[] {ESCAPE});
        out.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .doesNotContain(String.valueOf(ESCAPE))
                .contains("u001b");
    }

    /** A real process: the name of the problem in a policy file reaches a message. */
    @Test
    void aPolicysNameDoesNotReachTheTerminalRaw(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("a.policy");
        DenseLayer head = new DenseLayer(1, 2, new float[2], new float[2], Activation.NONE);
        PolicyNetwork network = new PolicyNetwork(List.of(head), new float[] {0}, new float[] {1}, -5, 2, 1);
        PolicyFile.write(file, new SavedPolicy("x" + ESCAPE + "]0;owned" + (char) 7, network, Map.of()));
        Path messages = folder.resolve("messages");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "evaluate",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(messages.toString()))
                .start();
        assertThat(process.waitFor()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(messages)).contains("owned", "u001b").doesNotContain(String.valueOf(ESCAPE));
    }
}
