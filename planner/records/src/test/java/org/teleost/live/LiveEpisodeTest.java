package org.teleost.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.ParticleBelief;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.trace.EpisodeTraceReader;
import org.teleost.trace.EpisodeTraceWriter;

class LiveEpisodeTest {

    @Test
    void aStepIsTheTextThatATraceHolds(@TempDir Path folder) throws IOException {
        GenerativeModel model = new TinyTiger();
        State state = model.layout().newState();
        ParticleBelief belief = new ParticleBelief(model.layout(), 20);
        Decision decision = new Decision();
        Outcome outcome = new Outcome();
        outcome.reward = -1;
        LiveFeed feed = new LiveFeed();
        Path file = folder.resolve("a.mcap");
        try (LiveEpisode live = feed.episode(model, 5, Map.of("problem", "tiny"));
                EpisodeTraceWriter trace = new EpisodeTraceWriter(file, model, 5, Map.of("problem", "tiny"))) {
            for (int i = 0; i < 3; i++) {
                live.planned(state, belief, null, decision);
                trace.planned(state, belief, null, decision);
                live.executed(1, outcome, state);
                trace.executed(1, outcome, state);
            }
        }
        feed.end("done");
        try (FeedReader reader = feed.reader();
                EpisodeTraceReader trace = EpisodeTraceReader.open(file)) {
            List<LiveRecord> records = Feeds.untilEnd(reader);
            assertThat(records).hasSize(6);
            EpisodeHead head = ((LiveRecord.Started) records.get(0)).head();
            assertThat(head.model()).isEqualTo(trace.model());
            assertThat(head.configuration()).isEqualTo(trace.configuration());
            for (int i = 0; i < 3; i++) {
                LiveRecord.Step step = (LiveRecord.Step) records.get(1 + i);
                assertThat(new String(step.json(), StandardCharsets.UTF_8))
                        .isEqualTo(trace.step(i).orElseThrow());
            }
            assertThat(records.get(4)).isEqualTo(new LiveRecord.Finished(head));
        }
    }
}
