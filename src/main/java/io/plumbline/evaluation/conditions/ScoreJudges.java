package io.plumbline.evaluation.conditions;

import io.plumbline.domain.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the judges whose numbers are averaged. A judge that gives several numbers is called {@code judge.measure}, and numbers of
 * different measures are on different scales; an average that the source made of other judges is no judge.
 */
final class ScoreJudges {

    private static final String AVERAGE = "avg";

    private ScoreJudges() {
    }

    /**
     * @param shared judges with numbers on all sides
     * @param wanted judges or measures by name; empty for all, where they have one measure
     */
    static List<String> choose(List<String> shared, List<String> wanted) {
        if (shared.isEmpty()) {
            throw new InputException("No judge gave numbers in all of these runs. Choose runs that the same judge scored.");
        }
        Set<String> chosen = new LinkedHashSet<>();
        if (wanted.isEmpty()) {
            shared.stream().filter(judge -> !isAverage(judge)).forEach(chosen::add);
        }
        for (String name : wanted) {
            List<String> found = shared.contains(name) ? List.of(name)
                : shared.stream().filter(judge -> !isAverage(judge) && measure(judge).equalsIgnoreCase(name)).toList();
            if (found.isEmpty()) {
                throw new InputException("“" + name + "” is neither a judge nor a measure that all of these runs have. They share: "
                    + String.join(", ", shared) + ".");
            }
            chosen.addAll(found);
        }
        Set<String> measures = chosen.stream().map(ScoreJudges::measure).collect(Collectors.toCollection(LinkedHashSet::new));
        if (measures.size() > 1) {
            throw new InputException("These judges measure different things (" + String.join(", ", measures)
                + "), which can't be averaged. Choose one of them.");
        }
        return List.copyOf(chosen);
    }

    private static boolean isAverage(String judge) {
        return judge.toLowerCase(Locale.ROOT).startsWith(AVERAGE + ".");
    }

    /** What stands behind the last dot; empty for a judge that gives one number only. */
    private static String measure(String judge) {
        return judge.contains(".") ? judge.substring(judge.lastIndexOf('.') + 1) : "";
    }
}
