package org.teleost.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of packages in docs/design.md are the law: this test reads them and holds every class to its row. */
class PackageTableTest {
    private static final Path DESIGN = Path.of(System.getProperty("teleost.root", ".."), "docs/design.md");
    private static final String ROOT = "org.teleost.";
    private static final Pattern SECTION = Pattern.compile("^\\| Package of `([^`]+)` \\| Owns \\| May use \\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Words of the tables for libraries, and their packages. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("Commons Numbers", List.of("org.apache.commons.numbers")),
            Map.entry("Dear ImGui", List.of("imgui")),
            Map.entry("EJML", List.of("org.ejml")),
            Map.entry("Hipparchus", List.of("org.hipparchus")),
            Map.entry("HdrHistogram", List.of("org.HdrHistogram")),
            Map.entry("JCodec", List.of("org.jcodec")),
            Map.entry("JMH", List.of("org.openjdk.jmh")),
            Map.entry("JOML", List.of("org.joml")),
            Map.entry("Java-WebSocket", List.of("org.java_websocket")),
            Map.entry("Jackson", List.of("com.fasterxml.jackson")),
            Map.entry("LWJGL", List.of("org.lwjgl")),
            Map.entry("ND4J", List.of("org.nd4j", "org.bytedeco")),
            Map.entry("ONNX", List.of("onnx")),
            Map.entry("Pekko", List.of("org.apache.pekko", "com.typesafe.config", "scala")),
            Map.entry("SLF4J", List.of("org.slf4j", "ch.qos.logback")),
            Map.entry("aircompressor", List.of("io.airlift.compress")),
            Map.entry("Commons Compress", List.of("org.apache.commons.compress")),
            Map.entry("XChart", List.of("org.knowm.xchart", "de.erichseifert.vectorgraphics2d")),
            Map.entry("picocli", List.of("picocli")),
            Map.entry("progressbar", List.of("me.tongfei.progressbar")));

    private static final List<String> JDK = List.of("java", "javax", "jdk", "com.sun", "org.w3c", "org.xml");

    private static final JavaClasses TELEOST = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.teleost");

    /** What a package may use: packages of Teleost by their full names, and prefixes of others. */
    private record Row(Set<String> packages, List<String> libraries) {}

    /** The rows of all tables by package. */
    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(DESIGN)) {
            inside = SECTION.matcher(line).matches() || (inside && line.startsWith("|"));
            String[] cells = line.split("\\|", -1);
            if (!inside
                    || cells.length != 5
                    || !cells[1].contains("`")
                    || SECTION.matcher(line).matches()) {
                continue;
            }
            Row row = new Row(new HashSet<>(names(cells[3])), new ArrayList<>(JDK));
            for (String word : NAME.matcher(cells[3]).replaceAll("").split(",", -1)) {
                String library = word.trim();
                if (!library.isEmpty() && !library.equals("JDK")) {
                    assertThat(LIBRARIES).as(line).containsKey(library);
                    row.libraries.addAll(LIBRARIES.get(library));
                }
            }
            for (String name : names(cells[1])) {
                assertThat(rows.put(name, row)).as(name + " has two rows").isNull();
            }
        }
        return rows;
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult match) -> ROOT + match.group(1))
                .toList();
    }

    @Test
    void everyPackageHasARowAndEveryRowAPackage() throws IOException {
        TreeSet<String> packages = new TreeSet<>();
        for (JavaClass type : TELEOST) {
            if (!type.getSimpleName().equals("package-info")
                    && !type.getPackageName().contains("generated")) {
                packages.add(type.getPackageName());
            }
        }
        assertThat(new TreeSet<>(table().keySet())).isEqualTo(packages);
    }

    @Test
    void rowsNameOnlyPackagesThatHaveARow() throws IOException {
        Map<String, Row> rows = table();
        rows.forEach((name, row) -> assertThat(rows.keySet()).as(name).containsAll(row.packages));
    }

    @Test
    void everyClassUsesOnlyWhatTheRowOfItsPackageAllows() throws IOException {
        Map<String, Row> rows = table();
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass type : TELEOST) {
            Row row = rows.get(type.getPackageName());
            if (row != null) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (!allowed(row, type.getPackageName(), used)) {
                        broken.add(type.getPackageName() + " uses " + used + ": "
                                + dependency.getDescription().lines().collect(joining(" ")));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean allowed(Row row, String own, String used) {
        // primitives have no package
        return used.isEmpty()
                || used.equals(own)
                || row.packages.contains(used)
                || (!used.startsWith(ROOT)
                        && row.libraries.stream()
                                .anyMatch(prefix -> used.equals(prefix) || used.startsWith(prefix + ".")));
    }

    /** A row that allows what no class uses is out of date. */
    @Test
    void rowsAllowNothingThatIsNotUsed() throws IOException {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (JavaClass type : TELEOST) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                used.computeIfAbsent(type.getPackageName(), key -> new HashSet<>())
                        .add(dependency.getTargetClass().getBaseComponentType().getPackageName());
            }
        }
        List<String> unused = new ArrayList<>();
        table().forEach((name, row) -> row.packages.stream()
                .filter(allowed -> !used.getOrDefault(name, Set.of()).contains(allowed))
                .forEach(allowed -> unused.add(name + " doesn't use " + allowed)));
        assertThat(unused).isEmpty();
    }

    /** Package by package: no pattern joins a package with those below it. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.teleost.(**)").should().beFreeOfCycles().check(TELEOST);
    }
}
