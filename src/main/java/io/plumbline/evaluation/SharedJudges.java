package io.plumbline.evaluation;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import java.util.List;
import java.util.Locale;

/**
 * The judges that scored both runs, best first. Two runs judged by different judges cannot be compared: the difference would be the
 * judges' (C18).
 */
public record SharedJudges(EvaluationRun base, EvaluationRun candidate, List<String> names) {

    /** What the column of XSTest's settled human label is called there. */
    private static final String HUMAN_COLUMN = "finallabel";

    public SharedJudges {
        names = List.copyOf(names);
    }

    public static SharedJudges of(EvaluationRun base, EvaluationRun candidate) {
        return new SharedJudges(base, candidate, base.judges().stream().filter(candidate.judges()::contains).toList());
    }

    /** The judge a person named, or the best where the name is empty. */
    public String choose(String wanted) {
        if (names.isEmpty()) {
            throw new InputException("No judge scored both runs: " + base.displayName() + " has " + listed(base.judges()) + ", "
                + candidate.displayName() + " has " + listed(candidate.judges()) + ". Score both with the same judge and import them again.");
        }
        if (wanted.isBlank()) {
            return names.get(0);
        }
        String plain = plain(wanted);
        List<String> exact = names.stream().filter(name -> plain(name).equals(plain)).toList();
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        if (plain.equals(HUMAN_COLUMN) && names.contains("human")) {
            return "human";
        }
        List<String> near = plain.isEmpty() ? List.of()
            : names.stream().filter(name -> plain(name).contains(plain) || plain.contains(plain(name))).toList();
        if (near.size() == 1) {
            return near.get(0);
        }
        throw new UnknownJudgeException("“" + wanted + "” is " + (near.isEmpty() ? "no judge" : "not the name of a single judge")
            + " that scored both runs. These did: " + String.join(", ", names) + ".");
    }

    private static String listed(List<String> judges) {
        return judges.isEmpty() ? "none" : String.join(", ", judges);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
