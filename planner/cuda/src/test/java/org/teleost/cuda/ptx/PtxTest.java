package org.teleost.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.cuda.engine.PlanningProgram;
import org.teleost.cuda.engine.Problems;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;

/** Every kernel with every twin compiles for a GPU, without contraction of arithmetic. */
class PtxTest {
    private static final Pattern CONTRACTED = Pattern.compile("\\bfma\\.rn\\.f(32|64)|\\bmad\\.rn\\.f(32|64)");
    private static final List<String> KERNELS = List.of(
            "forget",
            "start_decision",
            "begin_pass",
            "search",
            "reserve_segments",
            "prepare_backup",
            "fill_segments",
            "order_chunks",
            "merge_chunks",
            "backup_level",
            "finish_pass",
            "explain_actions",
            "explain_observations",
            "merge_observations",
            "belief_initial",
            "belief_begin",
            "belief_propagate",
            "belief_history",
            "belief_weigh",
            "belief_group_weights",
            "belief_normalise",
            "belief_group_shares",
            "belief_decide",
            "belief_place",
            "belief_settle");

    @TempDir
    private Path folder;

    /** Problems that differ in more than their tables have programs of their own. */
    static Stream<Problem> problems() {
        return Problems.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void compilesForAGpu(Problem problem) throws Exception {
        List<PtxCompiler> compilers =
                Stream.of(PtxCompiler.values()).filter(PtxCompiler::installed).toList();
        if (compilers.isEmpty()) {
            assertThat(System.getenv("CI"))
                    .as("continuous integration without nvcc or clang on the PATH; .ci/run installs clang")
                    .isNotEqualTo("true");
            abort("neither nvcc nor clang is on the PATH; install clang to compile the kernels to PTX");
        }
        for (PtxCompiler compiler : compilers) {
            check(problem, compiler);
            if (compiler == PtxCompiler.NVCC && PtxCompiler.onPath("ptxas").isPresent()) {
                report(problem);
            }
        }
    }

    private void check(Problem problem, PtxCompiler compiler) throws Exception {
        GenerativeModel model = problem.instance(1).model();
        String ptx = compiler.compile(PlanningProgram.of(model).orElseThrow().source(), folder);
        for (String kernel : KERNELS) {
            assertThat(ptx).containsPattern("\\.entry " + kernel + "\\(");
        }
        assertThat(CONTRACTED.matcher(ptx).results().map(match -> match.group()))
                .as("contracted arithmetic")
                .isEmpty();
        assertThat(ptx)
                .as("the table is published by a 64-bit compare-and-swap")
                .contains(".cas.b64");
    }

    /** Registers and local memory of the search, for people. */
    private void report(Problem problem) throws Exception {
        String text = PtxCompiler.run(
                List.of("ptxas", "-v", "-arch=sm_80", "-o", "/dev/null", folder.resolve("program.ptx") + ""));
        List<String> lines = text.lines().toList();
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.contains("entry function 'search'"))
                .findFirst()
                .orElseThrow());
        assertThat(lines.subList(at, at + 4)).anyMatch(line -> line.contains("registers"));
        System.out.println(problem.name() + ": "
                + lines.subList(at, at + 4).stream().map(String::strip).collect(Collectors.joining(" ")));
    }
}
