package org.teleost.learn.sac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.learn.agent.UpdateMetrics;
import org.teleost.learn.network.Products;
import org.teleost.learn.replay.Batch;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyRunner;
import org.teleost.policy.SavedPolicy;
import org.teleost.problem.Box;
import org.teleost.random.RandomStream;

/** The policy that a robot reads from a file acts as the actor network that was trained. */
class ExportedPolicyTest {
    private static final int OBSERVATIONS = 64;
    private static final int ACTIONS = 4;
    private static final int ROWS = 125;
    private static final int BATCHES = 80;
    private static final Box ACTION_BOX = Box.uniform(ACTIONS, -0.5f, 0.5f);
    private static final SacSettings SETTINGS = SacSettings.modern().withBatchSize(ROWS);

    @Test
    void aPolicyFileGivesTheTrainedActorsActionsForTenThousandObservations(@TempDir Path folder) throws IOException {
        Batch batch = new Batch(ROWS, OBSERVATIONS, ACTIONS);
        try (Sac sac = new Sac(OBSERVATIONS, ACTION_BOX, SETTINGS, 5)) {
            train(sac, batch);
            Path file = folder.resolve("trained.policy");
            PolicyFile.write(file, new SavedPolicy("test", sac.snapshot(), Map.of()));
            PolicyRunner runner = new PolicyRunner(PolicyFile.read(file).network());
            Actor actor = actorOf(sac);
            try {
                Arrays.fill(actor.noise(), 0.0f);
                float largest = 0.0f;
                for (int i = 0; i < BATCHES; i++) {
                    Batches.fill(batch, 1000 + i);
                    actor.sample(batch);
                    largest = Math.max(largest, difference(actor.actions(), runner, batch));
                }
                assertThat(largest).isLessThan(1e-5f);
            } finally {
                actor.close();
            }
        }
    }

    private static void train(Sac sac, Batch batch) {
        UpdateMetrics metrics = new UpdateMetrics();
        for (int i = 0; i < 100; i++) {
            Batches.fill(batch, i);
            sac.update(batch, metrics);
        }
        assertThat(metrics.finite).isTrue();
    }

    /** The trained actor network itself, through the learner's saved state. */
    private static Actor actorOf(Sac sac) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sac.write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        in.readInt();
        in.readInt();
        in.readUTF();
        in.readLong();
        in.readLong();
        Actor actor = new Actor(OBSERVATIONS, ACTIONS, SETTINGS, new RandomStream(1), Products.standard());
        actor.read(in);
        return actor;
    }

    private static float difference(float[] expected, PolicyRunner runner, Batch batch) {
        float[] observation = new float[OBSERVATIONS];
        float[] action = new float[ACTIONS];
        float largest = 0.0f;
        for (int row = 0; row < batch.rows; row++) {
            System.arraycopy(batch.observations, row * OBSERVATIONS, observation, 0, OBSERVATIONS);
            runner.actNormalised(observation, action);
            for (int k = 0; k < ACTIONS; k++) {
                largest = Math.max(largest, Math.abs(action[k] - expected[row * ACTIONS + k]));
            }
        }
        return largest;
    }
}
