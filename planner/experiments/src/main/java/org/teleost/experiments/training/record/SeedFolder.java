package org.teleost.experiments.training.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.DiskText;
import org.teleost.experiments.folder.ResultFolder.Removal;
import org.teleost.experiments.folder.RowLog;
import org.teleost.experiments.json.Json;
import org.teleost.storage.WriteFailure;

/** Names of the files of one seed. */
public record SeedFolder(Path folder) {
    private static final Pattern OWN = Pattern.compile(
            "(progress|episodes|evaluations)\\.csv|(best|last)\\.policy|best\\.onnx"
                    + "|checkpoint\\.bin(\\.previous|\\.unfinished)?|training\\.mcap(\\.earlier)?|summary\\.json|.*\\.(new|tmp)");

    Path progress() {
        return folder.resolve("progress.csv");
    }

    Path episodes() {
        return folder.resolve("episodes.csv");
    }

    Path evaluations() {
        return folder.resolve("evaluations.csv");
    }

    public Path checkpoint() {
        return folder.resolve("checkpoint.bin");
    }

    public Path bestPolicy() {
        return folder.resolve("best.policy");
    }

    public Path lastPolicy() {
        return folder.resolve("last.policy");
    }

    public Path bestOnnx() {
        return folder.resolve("best.onnx");
    }

    Path trace() {
        return folder.resolve("training.mcap");
    }

    private Path summary() {
        return folder.resolve("summary.json");
    }

    public void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskText.cannotWrite(folder, e);
        }
    }

    /** Removes what an earlier run left. */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            Removal.ofFiles(OWN).remove(folder);
        }
    }

    /** The evaluations on disk. */
    public List<EvaluationRow> readEvaluations() {
        return RowLog.read(evaluations(), EvaluationRow.class);
    }

    public void writeSummary(ObjectNode summary) {
        DiskText.replace(summary(), Json.pretty(summary));
    }

    /** What an earlier run wrote. */
    public Optional<ObjectNode> readSummary() {
        if (!Files.exists(summary())) {
            return Optional.empty();
        }
        try {
            JsonNode tree = new ObjectMapper().readTree(Files.readString(summary()));
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            throw new ConfigException(summary() + " is not JSON; remove it to train its seed again", e);
        } catch (IOException e) {
            throw new ConfigException("can't read " + summary() + ": " + WriteFailure.reason(e), e);
        }
    }
}
