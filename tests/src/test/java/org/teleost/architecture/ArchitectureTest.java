package org.teleost.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, as docs/design.md draws them. */
class ArchitectureTest {
    private static final String[] APPLICATIONS = {
        "org.teleost.envs..",
        "org.teleost.experiment.cluster..",
        "org.teleost.experiments..",
        "org.teleost.fluid..",
        "org.teleost.learn..",
        "org.teleost.cluster..",
        "org.teleost.cuda..",
        "org.teleost.solvers..",
        "org.teleost.viewer..",
        "org.teleost.benchmarks.."
    };

    /** Whatever is not an application is core, so that a new core package is held to the rules from its first day. */
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("org.teleost..")
            .and(not(resideInAnyPackage(APPLICATIONS)))
            .as("the planner's core");

    /** Reads what other tools compressed, by libraries that may be absent. */
    private static final DescribedPredicate<JavaClass> DECOMPRESSION =
            nameMatching("org\\.teleost\\.trace\\.Decompression.*").forSubtype();

    private static final DescribedPredicate<JavaClass> ENVS = resideInAPackage("org.teleost.envs..");

    private static final JavaClasses TELEOST = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.teleost");

    @Test
    void rulesSeeTheCore() {
        assertThat(TELEOST.that(CORE)).hasSizeGreaterThan(5);
    }

    @Test
    void coreNeedsTheJdkAlone() {
        check(classes()
                .that(CORE.and(not(DECOMPRESSION)))
                .should()
                .onlyDependOnClassesThat(CORE.or(resideInAnyPackage("java..", "jdk.."))));
    }

    @Test
    void onlyCompressedTracesNeedTheCompressors() {
        check(classes()
                .that(DECOMPRESSION)
                .should()
                .onlyDependOnClassesThat(CORE.or(resideInAnyPackage("java..", "jdk.."))
                        .or(resideInAnyPackage("io.airlift.compress..", "org.apache.commons.compress.."))));
    }

    @Test
    void environmentsNeedOnlyCoreTheFlowSolverTheJdkErrorFunctionsAndAnOptimiser() {
        check(classes()
                .that(ENVS)
                .should()
                .onlyDependOnClassesThat(ENVS.or(CORE)
                        .or(resideInAnyPackage("org.teleost.fluid..", "org.apache.commons.numbers.gamma"))
                        .or(resideInAnyPackage("org.hipparchus.."))
                        .or(resideInAnyPackage("java..", "jdk.."))));
    }

    @Test
    void onlyTheSearchOfWavesNeedsTheOptimiser() {
        check(noClasses()
                .that(ENVS.and(not(resideInAPackage("org.teleost.envs.finray.wave"))))
                .should()
                .dependOnClassesThat(resideInAPackage("org.hipparchus..")));
    }

    @Test
    void solversNeedOnlyCoreJdkAndLinearPrograms() {
        check(classes()
                .that()
                .resideInAPackage("org.teleost.solvers..")
                .should()
                .onlyDependOnClassesThat(
                        CORE.or(resideInAnyPackage("org.teleost.solvers..", "java..", "javax.xml.stream.."))
                                .or(resideInAPackage("org.hipparchus.."))));
    }

    @Test
    void experimentsFindEnvironmentsThroughServiceLoaderOnly() {
        checkNoDependency("org.teleost.experiments..", "org.teleost.envs..");
    }

    @Test
    void randomStandsAlone() {
        check(classes()
                .that()
                .resideInAPackage("org.teleost.random..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.teleost.random..", "java.."));
    }

    @Test
    void modelKnowsOnlyRandom() {
        check(classes()
                .that()
                .resideInAPackage("org.teleost.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.teleost.model..", "org.teleost.random..", "java.."));
    }

    @Test
    void treeKnowsNothingOfTheBelief() {
        checkNoDependency("org.teleost.tree..", "org.teleost.belief..");
    }

    @Test
    void beliefKnowsNothingOfTheTree() {
        checkNoDependency("org.teleost.belief..", "org.teleost.tree..", "org.teleost.search..", "org.teleost.backup..");
    }

    /** Search reads preferences, only backup writes them. */
    @Test
    void searchDoesNotDependOnBackup() {
        checkNoDependency("org.teleost.search..", "org.teleost.backup..");
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.teleost.(*)..").should().beFreeOfCycles());
    }

    @Test
    void packagesOfOneModuleHaveNoCycles() {
        check(slices().matching("org.teleost.envs.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.teleost.learn.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.teleost.experiments.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.teleost.viewer.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.teleost.cuda.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.teleost.solvers.(*)..").should().beFreeOfCycles());
    }

    /** Nothing that plans knows who watches. */
    @Test
    void planningKnowsNothingOfTheLiveFeed() {
        check(noClasses()
                .that(CORE)
                .and()
                .resideOutsideOfPackage("org.teleost.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.teleost.live..", "java.net.."));
    }

    @Test
    void viewerIsFoundThroughServiceLoaderOnly() {
        assertThat(TELEOST.that(resideInAPackage("org.teleost.viewer.."))).hasSizeGreaterThan(5);
        checkNoDependency("org.teleost.experiments..", "org.teleost.viewer..");
    }

    /** Sources, scenes, time and panels are made of shapes; who draws them is another matter. */
    @Test
    void viewerDrawsInGlAndAppOnly() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.teleost.viewer.source..", "org.teleost.viewer.scene..", "org.teleost.viewer.timeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lwjgl..", "imgui.."));
    }

    /** A decision is a pure function of belief, seed and budget. */
    @Test
    void randomNumbersComeFromRandomStream() {
        check(noClasses()
                .that(CORE.or(ENVS))
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class));
    }

    /** The budget's clock is monotonic (System.nanoTime); the time of day decides nothing. */
    @Test
    void wallClockDecidesNothing() {
        check(noClasses()
                .that(CORE.or(ENVS))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class));
    }

    @Test
    void librariesDoNotPrint() {
        check(noClasses().that(CORE.or(ENVS)).should(ACCESS_STANDARD_STREAMS));
    }

    private static void checkNoDependency(String from, String... to) {
        check(noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(TELEOST);
    }
}
