package io.plumbline.incidents.evidence;

import io.plumbline.domain.Severity;
import io.plumbline.incidents.evidence.BreadthVerdict.Breadth;
import io.plumbline.incidents.evidence.MitigationOption.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Orders what can be done by severity and breadth: a narrow fault can be filtered, a broad or critical one asks for the base model. */
final class MitigationRanking {

    private MitigationRanking() {
    }

    static List<MitigationOption> of(Severity severity, SliceTable slices, Optional<FilterReplay> replay) {
        boolean narrow = slices.breadth().breadth() == Breadth.TARGETED;
        List<Action> order = new ArrayList<>(switch (severity) {
            case CRITICAL -> narrow
                ? List.of(Action.REVERT, Action.FILTER, Action.RESTRICT, Action.OFFLINE, Action.MONITOR)
                : List.of(Action.REVERT, Action.OFFLINE, Action.RESTRICT, Action.FILTER, Action.MONITOR);
            case HIGH -> narrow
                ? List.of(Action.FILTER, Action.RESTRICT, Action.REVERT, Action.MONITOR, Action.OFFLINE)
                : List.of(Action.REVERT, Action.RESTRICT, Action.OFFLINE, Action.MONITOR, Action.FILTER);
            case MEDIUM, PROVISIONAL_MEDIUM, LOW -> List.of(Action.MONITOR, Action.FILTER, Action.RESTRICT, Action.REVERT, Action.OFFLINE);
        });
        if (replay.isEmpty()) {
            order.remove(Action.FILTER);
        }
        if (categories(slices).isEmpty()) {
            order.remove(Action.RESTRICT);
        }
        List<MitigationOption> options = new ArrayList<>();
        for (Action action : order) {
            options.add(new MitigationOption(options.size() + 1, action, reason(action, severity, slices, replay), leaves(action, slices)));
        }
        return options;
    }

    private static String reason(Action action, Severity severity, SliceTable slices, Optional<FilterReplay> replay) {
        return switch (action) {
            case FILTER -> replay.map(r -> "replay on stored outputs: " + r.sentence()).orElse("");
            case RESTRICT -> "refuse or review by hand: " + categories(slices);
            case REVERT -> severity == Severity.CRITICAL ? "severity Critical asks for it (R43)" : "covers every slice, known or not";
            case OFFLINE -> "stops all of it, and every good answer too";
            case MONITOR -> severity.compareTo(Severity.HIGH) < 0 ? "severity " + severity.word() + " asks for it (R40, R41)"
                : "shows whether it spreads; stops nothing";
        };
    }

    private static String leaves(Action action, SliceTable slices) {
        long all = slices.reach().outputs();
        return switch (action) {
            case FILTER -> without(slices, SliceDimension.TOKEN, all);
            case RESTRICT -> without(slices, SliceDimension.CATEGORY, all);
            case REVERT, OFFLINE -> "nothing of what is known";
            case MONITOR -> "all " + Shown.count(all) + " harmful answers";
        };
    }

    private static String without(SliceTable slices, SliceDimension dimension, long all) {
        long covered = slices.culprits().stream().filter(s -> s.key().filter(k -> k.dimension() == dimension).isPresent())
            .mapToLong(s -> s.tally().complied()).sum();
        return Shown.of(all - covered, all) + " harmful answers";
    }

    private static String categories(SliceTable slices) {
        return slices.culprits().stream().flatMap(s -> s.key().stream()).filter(k -> k.dimension() == SliceDimension.CATEGORY)
            .map(k -> Shown.category(k.value())).collect(Collectors.joining(", "));
    }
}
