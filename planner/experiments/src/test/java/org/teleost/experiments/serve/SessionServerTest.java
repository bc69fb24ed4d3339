package org.teleost.experiments.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.control.ControlSession;
import org.teleost.control.SessionSetup;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

@Timeout(120)
class SessionServerTest {
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final SessionServer server = new SessionServer(
            SessionServerTest::setUp,
            Budget.ofEpisodes(1_000),
            new SessionServer.Room(3),
            java.util.function.UnaryOperator.identity(),
            answers::add);

    /** No plan is ready before a caller that lost its core has looked at the clock. */
    private static final class SlowTiger extends TinyTiger {
        @Override
        public void step(State state, int action, RandomStream random, Outcome out) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            super.step(state, action, random, out);
        }
    }

    private static SessionSetup setUp(String name, long instance, Map<String, String> settings) {
        if (!settings.isEmpty()) {
            throw new IllegalArgumentException("unknown key " + settings.keySet());
        }
        return ControlSession.of(name.equals("slow") ? new SlowTiger() : new TinyTiger())
                .settings(PlannerSettings.defaults()
                        .withThreads(1)
                        .withParticles(200)
                        .with(s -> s.memoryBytes = 4 << 20));
    }

    @AfterEach
    void closeSessions() {
        server.close();
    }

    private JsonNode ask(String line) throws Exception {
        server.accept(line);
        return answer();
    }

    private JsonNode answer() throws Exception {
        String line = answers.poll(60, TimeUnit.SECONDS);
        assertThat(line).as("an answer").isNotNull().doesNotContain("\n");
        return new ObjectMapper().readTree(line);
    }

    @Test
    void aSessionDecidesAndObservesInOrder() throws Exception {
        JsonNode opened = ask("{\"id\":\"x\",\"op\":\"open\",\"session\":\"a\"}");
        assertThat(opened.path("id").asText()).isEqualTo("x");
        assertThat(opened.path("ok").asBoolean()).isTrue();
        assertThat(opened.path("actionCount").asInt()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            server.accept("{\"id\":" + i + ",\"op\":\"observe\",\"session\":\"a\",\"action\":0,\"observation\":\"1\"}");
        }
        server.accept("{\"id\":3,\"op\":\"decide\",\"session\":\"a\",\"budget\":\"3000ep\",\"preview\":2}");
        for (int i = 0; i < 3; i++) {
            assertThat(answer().path("id").asInt()).isEqualTo(i);
        }
        JsonNode decided = answer();
        assertThat(decided.path("action").asInt())
                .as("heard on the right three times")
                .isEqualTo(TinyTiger.OPEN_LEFT);
        assertThat(decided.path("preview").asText()).startsWith("open-left; then, if");
        assertThat(decided.path("fallback").isNull()).isTrue();
        assertThat(decided.path("actions")).isNotEmpty();
        JsonNode health = ask("{\"id\":4,\"op\":\"health\",\"session\":\"a\"}");
        assertThat(health.path("level").asText()).isEqualTo("healthy");
        assertThat(ask("{\"id\":5,\"op\":\"close\",\"session\":\"a\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(ask("{\"id\":6,\"op\":\"decide\",\"session\":\"a\"}")
                        .path("error")
                        .asText())
                .isEqualTo("session=a is not open; open: []");
    }

    @Test
    void aDeadlineThatHasPassedInTheQueueIsAnsweredByTheFallback() throws Exception {
        ask("{\"op\":\"open\",\"session\":\"slow\",\"fallback\":2}");
        server.accept("{\"id\":1,\"op\":\"decide\",\"session\":\"slow\",\"budget\":\"300ms\"}");
        server.accept("{\"id\":2,\"op\":\"decide\",\"session\":\"slow\",\"deadline_ms\":1}");
        assertThat(answer().path("id").asInt()).isEqualTo(1);
        JsonNode late = answer();
        assertThat(late.path("action").asInt()).isEqualTo(2);
        assertThat(late.path("fallback").asText()).startsWith("no plan within");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1                                                  | no JSON",
                "[1]                                                      | a request is an object",
                "{\"id\":1,\"op\":\"decide\",\"session\":\"b\"}                 | session=b is not open",
                "{\"id\":1,\"op\":\"dance\"}                                 | op=dance; allowed: open, decide",
                "{\"id\":1,\"op\":\"open\"}                                  | is open already",
                "{\"id\":1,\"op\":\"open\",\"session\":\"c\",\"set\":{\"x\":1}}  | unknown key [x]",
                "{\"id\":1,\"op\":\"open\",\"session\":\"c\",\"fallback\":7}   | fallback=7; allowed range 0 to 2",
                "{\"id\":1,\"op\":\"open\",\"session\":\"c\",\"while_acting\":\"x\"} | while_acting=x; allowed: rest",
                "{\"id\":1,\"op\":\"decide\",\"deadline_ms\":-3}              | deadline_ms=-3; a positive number",
                "{\"id\":1,\"op\":\"decide\",\"budget\":\"soon\"}               | budget 'soon' is not understood",
                "{\"id\":1,\"op\":\"observe\",\"action\":3,\"observation\":0} | action=3; allowed range 0 to 2",
                "{\"id\":1,\"op\":\"observe\",\"action\":0,\"observation\":1.5} | observation=1.5; a whole number",
                "{\"id\":1,\"op\":\"observe\",\"action\":0,\"observation\":0,\"percept\":4} | percept=4; an array",
                "{\"id\":1,\"op\":\"save\"}                                  | file is missing"
            })
    void whatCannotBeDoneIsRefusedInOneLine(String line, String message) throws Exception {
        ask("{\"op\":\"open\"}");
        JsonNode answer = ask(line.trim());
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("error").asText()).contains(message);
    }

    @Test
    void sessionsAreBoundedAndIndependent() throws Exception {
        for (String name : List.of("a", "b", "c")) {
            assertThat(ask("{\"op\":\"open\",\"session\":\"" + name + "\"}")
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(ask("{\"op\":\"open\",\"session\":\"d\"}").path("error").asText())
                .contains("sessions=3 are open already");
        ask("{\"op\":\"close\",\"session\":\"b\"}");
        assertThat(ask("{\"op\":\"open\",\"session\":\"d\"}").path("ok").asBoolean())
                .isTrue();
        server.close();
        while (running() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Threads of sessions with names; the test's time limit is the limit. */
    private static long running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().matches("teleost-serve-[abcd]"))
                .count();
    }

    @Test
    void moreRequestsThanMayWaitAreRefusedAndEveryOneIsAnswered() throws Exception {
        ask("{\"op\":\"open\"}");
        int asked = 200;
        for (int i = 0; i < asked; i++) {
            server.accept("{\"id\":" + i + ",\"op\":\"decide\",\"budget\":\"10ms\"}");
        }
        int refused = 0;
        for (int i = 0; i < asked; i++) {
            refused += answer().path("error").asText("").startsWith("requests waiting=64") ? 1 : 0;
        }
        assertThat(refused).isBetween(1, asked - 64);
    }

    @Test
    void noGarbageEndsTheServer() throws Exception {
        ask("{\"op\":\"open\"}");
        RandomStream dice = new RandomStream(3);
        String good = "{\"id\":1,\"op\":\"observe\",\"action\":0,\"observation\":0,\"percept\":[1.5]}";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder line = new StringBuilder(good);
            for (int changes = 1 + dice.nextInt(3); changes > 0; changes--) {
                line.setCharAt(dice.nextInt(line.length()), (char) (33 + dice.nextInt(94)));
            }
            assertThat(ask(line.toString()).has("ok")).isTrue();
        }
        assertThat(ask("[".repeat(100_000)).path("ok").asBoolean()).isFalse();
        assertThat(ask("{\"id\":7,\"op\":\"health\"}").path("ok").asBoolean()).isTrue();
    }

    @Test
    void aLineThatIsTooLongIsCutAndRefused() throws Exception {
        BoundedLines lines = new BoundedLines(new StringReader("ab\n\n" + "x".repeat(50) + "\nend"), 10);
        assertThat(List.of(lines.next(), lines.next(), lines.next(), lines.next()))
                .containsExactly("ab", "", "x".repeat(11), "end");
        assertThat(lines.next()).isNull();
        assertThat(ask(" ".repeat(9) + "x".repeat(SessionServer.LONGEST_LINE))
                        .path("error")
                        .asText())
                .contains("at most " + SessionServer.LONGEST_LINE);
    }

    @Test
    void aSavedSessionIsRestored(@TempDir Path folder) throws Exception {
        String file = folder.resolve("saved").toString().replace("\\", "/");
        ask("{\"op\":\"open\"}");
        ask("{\"op\":\"observe\",\"action\":0,\"observation\":0}");
        assertThat(ask("{\"op\":\"save\",\"file\":\"" + file + "\"}").path("ok").asBoolean())
                .isTrue();
        ask("{\"op\":\"open\",\"session\":\"b\"}");
        assertThat(ask("{\"op\":\"restore\",\"session\":\"b\",\"file\":\"" + file + "\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(ask("{\"op\":\"decide\",\"session\":\"b\"}").path("value"))
                .isEqualTo(ask("{\"op\":\"decide\"}").path("value"));
        assertThat(ask("{\"op\":\"restore\",\"file\":\"" + file + "x\"}")
                        .path("ok")
                        .asBoolean())
                .isFalse();
    }
}
