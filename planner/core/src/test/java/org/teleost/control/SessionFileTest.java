package org.teleost.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Decision;
import org.teleost.random.RandomStream;

@Timeout(120)
class SessionFileTest {
    private static final int DAMAGED = 10_000;

    @TempDir
    private Path folder;

    @Test
    void aRestoredSessionGoesOnBitForBit() throws IOException {
        for (GenerativeModel model : new GenerativeModel[] {new TinyTiger(), new HiddenCoin()}) {
            Path file = folder.resolve(model.name());
            long[] expected = new long[3];
            try (ControlSession session = Sessions.of(model).open()) {
                drive(session, 3);
                session.tellNothing(0);
                session.save(file);
                drive(session, expected);
            }
            long[] restored = new long[3];
            try (ControlSession session = Sessions.of(model).open()) {
                session.decide(Sessions.COUNTED);
                session.restore(file);
                drive(session, restored);
            }
            assertThat(restored).isEqualTo(expected);
        }
    }

    private static void drive(ControlSession session, int steps) {
        drive(session, new long[steps]);
    }

    private static void drive(ControlSession session, long[] digests) {
        for (int step = 0; step < digests.length; step++) {
            Decision decision = session.decide(Sessions.COUNTED);
            digests[step] = decision.digest(0);
            session.observe(0, step % 2);
        }
    }

    @Test
    void actionsUnderWayAreSavedToo() throws IOException {
        Path file = folder.resolve("delayed");
        Decision expected;
        try (ControlSession session =
                Sessions.of(new Counter()).actuationDelay(2, Counter.STAY).open()) {
            session.decide(Sessions.COUNTED);
            session.observe(Counter.STAY, 0);
            session.save(file);
            expected = session.decide(Sessions.COUNTED);
        }
        double[] share = new double[1];
        try (ControlSession session = Sessions.of(new Counter())
                .actuationDelay(2, Counter.STAY)
                .shield((belief, action) -> {
                    share[0] = Sessions.share(belief, 1);
                    return null;
                })
                .open()) {
            session.restore(file);
            assertThat(session.decide(Sessions.COUNTED).digest(0)).isEqualTo(expected.digest(0));
            assertThat(share[0]).isEqualTo(1.0);
        }
        try (ControlSession session = Sessions.of(new Counter()).open()) {
            assertThatThrownBy(() -> session.restore(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the actuation delay is 0");
        }
    }

    @Test
    void whatAnotherModelOrSizeSavedIsRefusedWithTheDifference() throws IOException {
        Path file = folder.resolve("tiger");
        try (ControlSession session = Sessions.of(new TinyTiger()).open()) {
            session.save(file);
        }
        try (ControlSession session = Sessions.of(new HiddenCoin()).open()) {
            assertThatThrownBy(() -> session.restore(file)).hasMessageContaining("model=tiny-tiger");
        }
        try (ControlSession session = Sessions.of(new TinyTiger())
                .settings(Sessions.SMALL.withParticles(20))
                .open()) {
            assertThatThrownBy(() -> session.restore(file))
                    .hasMessageContaining("particles=500, this one has particles=20");
        }
        try (ControlSession session = Sessions.of(new TinyTiger())
                .settings(Sessions.SMALL.withSeed(77))
                .open()) {
            assertThatThrownBy(() -> session.restore(file)).hasMessageContaining("give both the same seed");
        }
    }

    @Test
    void noDamageIsTakenForASessionAndNoneThrowsAnythingElse() throws IOException {
        byte[] whole;
        try (ControlSession session = Sessions.of(new TinyTiger())
                .settings(Sessions.SMALL.withParticles(20))
                .open()) {
            drive(session, 2);
            session.save(folder.resolve("whole"));
            whole = Files.readAllBytes(folder.resolve("whole"));
        }
        RandomStream dice = new RandomStream(7);
        try (DecisionLoop loop = loop()) {
            SessionFile.decode(whole, "whole", loop);
            for (int length = 0; length < whole.length; length++) {
                refuses(Arrays.copyOf(whole, length), loop);
            }
            refuses(Arrays.copyOf(whole, whole.length + 1), loop);
            for (int i = 0; i < DAMAGED; i++) {
                byte[] damaged = whole.clone();
                for (int flips = 1 + dice.nextInt(4); flips > 0; flips--) {
                    damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
                }
                if (!Arrays.equals(damaged, whole)) {
                    refuses(damaged, loop);
                }
            }
        }
    }

    private static DecisionLoop loop() {
        TinyTiger model = new TinyTiger();
        var settings = Sessions.SMALL.withParticles(20);
        return new DecisionLoop(
                new org.teleost.plan.Planner(model, settings),
                new org.teleost.belief.ParticleFilter(model, 20, settings.seed()),
                new org.teleost.belief.ParticleBelief(model.layout(), 20),
                false);
    }

    private static void refuses(byte[] damaged, DecisionLoop loop) {
        assertThatThrownBy(() -> SessionFile.decode(damaged, "damaged", loop))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("damaged: ");
    }
}
