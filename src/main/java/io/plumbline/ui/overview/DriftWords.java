package io.plumbline.ui.overview;

import io.plumbline.domain.SafetyState;
import io.plumbline.monitoring.ChangePoint;
import io.plumbline.monitoring.DriftEvent;
import io.plumbline.monitoring.DriftFinding;
import io.plumbline.monitoring.DriftReport;
import io.plumbline.monitoring.FindingKind;
import io.plumbline.monitoring.Metric;
import io.plumbline.monitoring.MetricSeries;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.overview.OverviewReading.Finding;
import io.plumbline.ui.overview.OverviewReading.Way;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the drift analysis found, in the overview's few words. */
final class DriftWords {

    /** Findings that say something is wrong; the others explain or qualify. */
    private static final List<FindingKind> WRONG = List.of(FindingKind.TRIGGER_CANDIDATE, FindingKind.SAFETY_DRIFT, FindingKind.OUTPUT_DRIFT,
        FindingKind.CANARY_LEAK, FindingKind.PERFORMANCE_DRIFT);

    private DriftWords() {
    }

    /** The worst finding as one sentence with the next worst as its context; empty where nothing is wrong. */
    static Optional<Finding> finding(DriftReport report) {
        List<DriftFinding> wrong = report.findings().stream().filter(f -> WRONG.contains(f.kind()))
            .filter(f -> f.level() == SafetyState.ACT || f.level() == SafetyState.WATCH).toList();
        return wrong.stream().findFirst().map(worst -> new Finding(worst.level(), firstSentence(worst.explanation()),
            context(report, wrong.subList(1, wrong.size())), List.of(new Way("Show what changed", place(worst)))));
    }

    private static String context(DriftReport report, List<DriftFinding> others) {
        LocalDate last = report.to().orElse(LocalDate.MAX);
        boolean inputsMove = report.findings().stream().anyMatch(f -> f.kind() == FindingKind.INPUT_DRIFT && f.level() != SafetyState.OK
            && !f.lastDay().isBefore(last.minusDays(6)));
        String refusal = others.stream().filter(f -> f.metric().equals(Metric.REFUSAL.key())).findFirst().or(() -> others.stream().findFirst())
            .map(f -> " " + firstSentence(f.explanation())).orElse("");
        return (inputsMove ? "Inputs moved too." : "Inputs are stable.") + refusal;
    }

    private static Place place(DriftFinding finding) {
        Map<String, String> arguments = new HashMap<>(Map.of("from", finding.date().toString(), "to", finding.lastDay().toString()));
        if (!finding.category().equals(MetricSeries.ALL)) {
            arguments.put("category", finding.category());
        }
        return new Place(ScreenId.DRIFT, arguments);
    }

    /** The newest change point of refusal that holds, over all categories or in one. */
    static Optional<LocalDate> newestChange(DriftReport report) {
        return report.series().stream().filter(series -> series.metric() == Metric.REFUSAL).flatMap(series -> series.changePoints().stream())
            .filter(ChangePoint::holds).map(ChangePoint::date).max(Comparator.naturalOrder());
    }

    /** Gaps and detector changes: where the series break. */
    static String breaks(DriftReport report) {
        String gaps = report.events().stream().anyMatch(e -> e.kind() == DriftEvent.Kind.GAP) ? "Gaps: " + report.events().stream()
            .filter(e -> e.kind() == DriftEvent.Kind.GAP).map(e -> Figures.shortDay(e.date())).collect(Collectors.joining(", ")) + "."
            : "No gap.";
        String detectors = report.events().stream().filter(e -> e.kind() == DriftEvent.Kind.DETECTOR_CHANGE)
            .map(e -> " " + e.label() + " " + Figures.shortDay(e.date()) + "–" + Figures.shortDay(e.lastDay()) + ": break in the series.")
            .collect(Collectors.joining());
        return gaps + detectors;
    }

    /** Up to the first full stop that a new sentence follows. */
    static String firstSentence(String text) {
        for (int i = 0; i + 2 < text.length(); i++) {
            if (text.charAt(i) == '.' && text.charAt(i + 1) == ' ' && (Character.isUpperCase(text.charAt(i + 2)) || text.charAt(i + 2) == '“')) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }
}
