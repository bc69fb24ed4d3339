package org.teleost.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceEpisode;

/** The scene that docs/viewer.md shows draws an episode of the tutorial's problem, and is what the document says. */
class WetFloorSceneTest {
    private static final Path ROOT = Path.of(System.getProperty("teleost.root", ".."));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java WetFloorScene.java$\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void theSceneDrawsWhatIsBelievedOfEachCell() throws IOException {
        Path file = folder.resolve("delivery.mcap");
        PlannerSettings settings =
                PlannerSettings.defaults().withThreads(1).withParticles(1_000).withSeed(3);
        PrintStream log = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        WetFloor.deliver(settings, Budget.ofEpisodes(500), file, log);
        WetFloorScene adapter = new WetFloorScene();
        try (Episode episode = TraceEpisode.open(file)) {
            assertThat(adapter.accepts(episode.info())).isTrue();
            Frame frame = adapter.open(episode).frame(episode.step(0).orElseThrow());
            assertThat(frame.shapes().stream().filter(drawn -> drawn.layer() == Layer.BELIEF))
                    .hasSize(WetFloor.GOAL - 1);
            assertThat(frame.at(3.5, 0.5)).singleElement().asString().startsWith("cell 3: wet with 1");
        }
    }

    @Test
    void theDocumentShowsTheFile() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/viewer.md")));
        String file = Files.readString(ROOT.resolve("tests/src/test/java/org/teleost/tutorial/WetFloorScene.java"));
        int blocks = 0;
        while (block.find()) {
            assertThat(file).contains(block.group(1));
            blocks++;
        }
        assertThat(blocks).isPositive();
    }
}
