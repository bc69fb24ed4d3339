package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code bench session}, {@code export} and the options of {@code serve} that open sockets. */
@Timeout(120)
class SessionCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void benchSessionSaysHowLateAndWhatIsHeld() throws IOException {
        Terminal terminal = Terminal.of(
                        "bench session corridor --decisions 40 --budget 100ep --clock 0.1 --phases --json --record")
                .run(folder.resolve("flights").toString());
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains(
                        "recorded ",
                        "40 decisions of 100ep, 0 by the fallback",
                        "bare clock loop",
                        "search ",
                        "belief ");
        JsonNode json = new ObjectMapper()
                .readTree(terminal.out().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(json.path("decisions").asInt()).isEqualTo(40);
        assertThat(json.at("/took_ms/p50").asDouble()).isPositive();
        assertThat(json.at("/end/threads").asInt())
                .isEqualTo(json.at("/start/threads").asInt());
        assertThat(folder.resolve("flights/flight-000001.mcap")).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench session corridor --decisions 0                | --decisions 0.0; allowed range",
                "bench session corridor --budget soon                | budget 'soon' is not understood",
                "serve corridor --websocket 0.0.0.0:0                | is open to other machines, which needs a token",
                "serve corridor --websocket nowhere                  | --websocket: address 'nowhere' is not understood",
                "serve corridor --rosbridge http://robot             | a URL like ws://robot:9090 is needed",
                "export none.mcap out.mcap --step-seconds 0          | --step-seconds 0.0; allowed range",
                "export none.mcap out.mcap --start yesterday         | --start yesterday; write a time of day",
                "export none.mcap out.mcap --start 1969-12-31T23:59:59Z | write a time of day between 1970"
            })
    void whatCannotBeDoneIsRefusedInOneLine(String command, String message) {
        Terminal terminal = Terminal.of(command.trim()).run();
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(message);
    }

    @Test
    void aTokenThatIsNoneIsRefused() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "short\n");
        Terminal terminal =
                Terminal.of("serve corridor --websocket 0 --token-file").run(token.toString());
        assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("a token is one word of at least 16 printable characters");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (String command : new String[] {"serve corridor --websocket", "plan corridor --out none --foxglove"}) {
                Terminal terminal = Terminal.of(command).run(port);
                assertThat(terminal.code()).isEqualTo(ExitCode.USAGE);
                assertThat(terminal.err()).contains("can't listen on", port);
            }
        }
    }

    @Test
    void aTraceIsExportedButNotOverItself() {
        Path out = folder.resolve("run");
        assertThat(Terminal.of("plan corridor --episodes 1 --budget 200ep --quiet --out")
                        .run(out.toString())
                        .code())
                .isEqualTo(ExitCode.OK);
        String trace = out.resolve("episode-0000.mcap").toString();
        Terminal exported =
                Terminal.of("export").run(trace, folder.resolve("out.mcap").toString());
        assertThat(exported.code()).as(exported.err()).isEqualTo(ExitCode.OK);
        assertThat(exported.out()).containsPattern("wrote .*out.mcap: [1-9][0-9]* steps");
        assertThat(Terminal.of("export").run(trace, trace).err()).contains("is the trace itself; name another file");
    }
}
