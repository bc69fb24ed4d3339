package org.teleost.experiments.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The command line without what is about one process alone: what all shards or all workers have in common. */
final class CommonArguments {
    private static final Set<String> WITH_VALUE = Set.of("--shard", "--out", "--publish", "--cluster", "--keys");

    private static final Set<String> FLAGS = Set.of("--resume", "--overwrite", "--quiet", "-q", "--json", "--debug");

    private CommonArguments() {}

    static List<String> of(CommandSpec spec) {
        List<String> common = new ArrayList<>();
        Iterator<String> words =
                spec.root().commandLine().getParseResult().expandedArgs().iterator();
        while (words.hasNext()) {
            String word = words.next();
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            if (WITH_VALUE.contains(name)) {
                if (name.equals(word) && words.hasNext()) {
                    words.next();
                }
            } else if (!FLAGS.contains(word)) {
                common.add(word);
            }
        }
        return common;
    }
}
