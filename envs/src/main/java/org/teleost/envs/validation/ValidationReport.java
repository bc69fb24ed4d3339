package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.teleost.experiment.report.Axis;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.LinePlot;
import org.teleost.experiment.report.Table;

/** Table, plots of convergence and verdict of measured cases. */
record ValidationReport(List<CaseCell> cells) {
    /** Shows all; true if every result is inside its band. */
    boolean show(ExperimentReport report) {
        Table.Builder table = Table.named("validation", "")
                .column("case")
                .column("setting")
                .column("quantity")
                .column("reference", "", "%.4f")
                .column("lowest", "", "%.4f")
                .column("highest", "", "%.4f")
                .column("result", "", "%.4f")
                .column("deviation", "%", "%+.1f")
                .column("verdict")
                .column("case time", "s", "%.1f")
                .column("source");
        List<Map<String, Object>> results = new ArrayList<>();
        int inside = 0;
        int all = 0;
        for (CaseCell cell : cells) {
            for (Finding finding : cell.findings()) {
                Quantity quantity = finding.quantity();
                table.row(
                        finding.caseName(),
                        finding.setting(),
                        quantity.name(),
                        quantity.reference(),
                        quantity.lowest(),
                        quantity.highest(),
                        finding.value(),
                        finding.deviationPercent(),
                        finding.passed() ? "inside" : "outside",
                        cell.seconds(),
                        quantity.source());
                results.add(result(finding));
                inside += finding.passed() ? 1 : 0;
                all++;
            }
        }
        report.save(table.build());
        plots(report);
        report.line(inside + " of " + all + " results inside their bands");
        report.result("inside", inside);
        report.result("outside", all - inside);
        report.result("findings", results);
        return inside == all;
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("case", finding.caseName());
        result.put("quantity", finding.quantity().name());
        result.put("reference", finding.quantity().reference());
        result.put("lowest", finding.quantity().lowest());
        result.put("highest", finding.quantity().highest());
        result.put("result", finding.value());
        result.put("inside", finding.passed());
        if (!finding.failure().isEmpty()) {
            result.put("failure", finding.failure());
        }
        return result;
    }

    /** A plot per study, and all of them in one picture. */
    private void plots(ExperimentReport report) {
        Map<String, List<CaseCell>> studies = new LinkedHashMap<>();
        for (CaseCell cell : cells) {
            if (cell.measured() instanceof ConvergenceCase convergence
                    && cell.refinement().isPresent()) {
                studies.computeIfAbsent(convergence.study(), study -> new ArrayList<>())
                        .add(cell);
            }
        }
        List<LinePlot> plots = new ArrayList<>();
        studies.forEach((study, members) -> plots.add(plot(study, members)));
        plots.forEach(report::figure);
        if (!plots.isEmpty()) {
            report.figures("convergence", 2, plots);
        }
    }

    private static LinePlot plot(String study, List<CaseCell> members) {
        ConvergenceCase first = (ConvergenceCase) members.get(0).measured();
        List<Curve> curves = new ArrayList<>();
        for (CaseCell member : members) {
            Refinement refinement = member.refinement().orElseThrow();
            String order = String.format(Locale.ROOT, ", order %.2f", refinement.order());
            curves.add(Curve.lineAndPoints(member.measured().name() + order, refinement.sizes(), refinement.errors()));
        }
        members.stream()
                .collect(Collectors.toMap(
                        ValidationReport::expectedOrder, each -> each, (one, other) -> one, TreeMap::new))
                .forEach((order, member) ->
                        curves.add(slope(order, member.refinement().orElseThrow())));
        return new LinePlot(
                "convergence-" + ValidateFluid.word(study),
                study,
                Axis.logarithmic(first.sizeLabel()),
                Axis.logarithmic(first.errorLabel()),
                curves);
    }

    private static int expectedOrder(CaseCell member) {
        return (int) member.measured().quantities().get(0).reference();
    }

    /** Through the finest point. */
    private static Curve slope(int order, Refinement refinement) {
        double[] sizes = refinement.sizes();
        int last = sizes.length - 1;
        double finest = refinement.errors()[last];
        double[] errors = Arrays.stream(sizes)
                .map(size -> finest * Math.pow(size / sizes[last], order))
                .toArray();
        return Curve.dashed("order " + order, sizes, errors);
    }
}
