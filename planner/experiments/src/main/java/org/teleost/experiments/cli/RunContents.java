package org.teleost.experiments.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.WriteFailure;

/** What a run left in its folder, so that the folder may be named instead of the file. */
final class RunContents {
    /** Deep enough for a study's variants with their seeds. */
    private static final int DEEPEST = 4;

    private RunContents() {}

    /**
     * The file itself, or the first trace in the folder: of episodes before that of a training.
     *
     * @param said hears which of several was taken
     */
    static Path trace(Path named, Consumer<String> said) {
        return Files.isDirectory(named)
                ? first(
                        named,
                        List.of(
                                name -> name.endsWith(".mcap") && !name.equals("training.mcap"),
                                "training.mcap"::equals),
                        "trace (FILE.mcap); 'teleost plan' writes one per episode unless --no-trace is given",
                        said)
                : named;
    }

    /** The file itself, or the best policy in the folder, the last one where none was ever evaluated. */
    static Path policy(Path named, Consumer<String> said) {
        return Files.isDirectory(named)
                ? first(
                        named,
                        List.of("best.policy"::equals, "last.policy"::equals, name -> name.endsWith(".policy")),
                        "policy (FILE.policy); 'teleost train' writes best.policy and last.policy per seed",
                        said)
                : named;
    }

    /** The first in the order of names, where all of one kind come before those of the next. */
    private static Path first(Path folder, List<Predicate<String>> kinds, String what, Consumer<String> said) {
        try (Stream<Path> tree = Files.walk(folder, DEEPEST)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Predicate<String> kind : kinds) {
                List<Path> found = files.stream()
                        .filter(file -> kind.test(String.valueOf(file.getFileName())))
                        .toList();
                if (!found.isEmpty()) {
                    if (found.size() > 1) {
                        said.accept("the first of " + found.size() + " in " + folder + ": " + found.get(0));
                    }
                    return found.get(0);
                }
            }
        } catch (IOException e) {
            throw new ConfigException("can't read folder " + folder + ": " + WriteFailure.reason(e), e);
        }
        throw new ConfigException("folder " + folder + " holds no " + what);
    }
}
