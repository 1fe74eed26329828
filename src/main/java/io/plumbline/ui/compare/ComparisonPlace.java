package io.plumbline.ui.compare;

import io.plumbline.domain.PartialRefusal;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.RunComparison;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A comparison as arguments of a place, so that Compare and Sign-off, and back and forth between them, mean the same one. */
public final class ComparisonPlace {

    private ComparisonPlace() {
    }

    /** The comparison that the arguments name; empty where they name none. */
    public static Optional<ComparisonRequest> read(Map<String, String> arguments) {
        if (!arguments.containsKey("base") || !arguments.containsKey("candidate")) {
            return Optional.empty();
        }
        PartialRefusal partial = arguments.getOrDefault("partial", "").equals(word(PartialRefusal.SAFE)) ? PartialRefusal.SAFE : PartialRefusal.UNSAFE;
        return Optional.of(new ComparisonRequest(arguments.get("base"), arguments.get("candidate"), arguments.getOrDefault("judge", ""), partial));
    }

    public static Map<String, String> arguments(RunComparison comparison) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("base", comparison.base().id());
        arguments.put("candidate", comparison.candidate().id());
        arguments.put("judge", comparison.judge());
        arguments.put("partial", word(comparison.partial()));
        return arguments;
    }

    private static String word(PartialRefusal partial) {
        return partial.name().toLowerCase(Locale.ROOT);
    }
}
