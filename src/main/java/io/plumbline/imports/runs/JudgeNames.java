package io.plumbline.imports.runs;

import java.util.Locale;

/** Stable short names of judges, and how much each kind of judge is to be preferred. */
public final class JudgeNames {

    public static final String HUMAN = "human";

    private JudgeNames() {
    }

    /** Human first, then single annotators, then classifiers, then patterns in the text. */
    public static int rank(String judge) {
        String name = judge.toLowerCase(Locale.ROOT);
        if (name.equals(HUMAN)) {
            return 0;
        }
        if (name.startsWith("annotation") || name.startsWith("annotator") || name.contains("human")) {
            return 1;
        }
        return name.contains("substring") || name.contains("strmatch") || name.contains("regex") || name.contains("keyword") ? 3 : 2;
    }

    /** Whether the name is no judge's but stands for the mean of several. */
    public static boolean isAverage(String judge) {
        String name = judge.toLowerCase(Locale.ROOT);
        return name.startsWith("avg") || name.startsWith("average") || name.startsWith("mean");
    }

    /** The judge that a column of labels stands for. */
    public static String ofColumn(String column) {
        String name = column.toLowerCase(Locale.ROOT).strip().replace(' ', '_');
        if (name.equals("final_label") || name.equals("human_label") || name.equals("human")) {
            return HUMAN;
        }
        return name.replaceFirst("^is_jailbreak_", "").replaceFirst("_(label|verdict|judg[e]?ment|score)$", "");
    }
}
