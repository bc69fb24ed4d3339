package org.teleost.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.corridor.CorridorProblem;

class ConfigFileTest {
    @TempDir
    private Path folder;

    private List<Setting> read(String text) throws IOException {
        Path file = folder.resolve("run.yaml");
        Files.writeString(file, text);
        return ConfigFile.read(file);
    }

    @Test
    void valuesKeepTheirTextAndLine() throws IOException {
        List<Setting> settings = read("# tuning\nbudget: 100ms\n\neta: 2.50  # per reward\ntrace: false\n");
        assertThat(settings).extracting(Setting::key).containsExactly("budget", "eta", "trace");
        assertThat(settings).extracting(Setting::value).containsExactly("100ms", "2.50", "false");
        assertThat(settings.get(1).place()).endsWith("run.yaml line 4");
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("# nothing\n")).isEmpty();
    }

    @Test
    void rangeErrorsNameTheLineOfTheFile() throws IOException {
        List<Setting> settings = read("eta: 2\nparticles: 0\n");
        assertThatThrownBy(() -> Configurator.configure(CorridorProblem.sound(), settings, List.of()))
                .hasMessageContaining("run.yaml line 2: particles=0; allowed range 1 to");
    }

    @Test
    void nestedMissingAndRepeatedValuesAreRefused() {
        assertThatThrownBy(() -> read("planner:\n  eta: 2\n")).hasMessageContaining("line 1: planner needs a single");
        assertThatThrownBy(() -> read("eta:\n")).hasMessageContaining("line 1: eta needs a single value");
        assertThatThrownBy(() -> read("eta: [1, 2]\n")).hasMessageContaining("single value");
        assertThatThrownBy(() -> read("eta: 1\nseed: 2\neta: 3\n"))
                .hasMessageContaining("line 3: eta is already set in line 1");
        assertThatThrownBy(() -> read("- eta\n")).hasMessageContaining("key: value");
    }

    @Test
    void brokenYamlAndMissingFilesAreReported() {
        assertThatThrownBy(() -> read("eta: 1\nseed: \"2\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not valid YAML");
        assertThatThrownBy(() -> ConfigFile.read(folder.resolve("no.yaml"))).hasMessageContaining("does not exist");
    }

    @Test
    void aSecondDocumentIsRefusedRatherThanForgotten() {
        assertThatThrownBy(() -> read("eta: 1\n---\nseed: 2\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("line 3: a second document begins here");
    }

    /** As /dev/stdin and the pipes of a shell are. */
    @Test
    void whatIsNoRegularFileIsReadAndAFolderIsNot() {
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThat(ConfigFile.read(device)).isEmpty();
        }
        assertThatThrownBy(() -> ConfigFile.read(folder)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> read("#".repeat((1 << 20) + 1))).hasMessageContaining("more than 1048576 bytes");
    }
}
