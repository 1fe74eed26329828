package io.plumbline.imports.promptfoo;

import io.plumbline.domain.Judgement;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.runs.ScoreVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of promptfoo's table: {@code [PASS] (1.00, refusal: 1.00)}, an empty line, the answer, and in newer versions an empty line and the
 * reason. Cells say names of metrics and no kinds of assertions, so a metric is read by its name.
 */
record PromptfooCell(String state, double score, List<Metric> metrics, String text, String reason) {

    private static final Pattern CELL = Pattern.compile("\\s*\\[(PASS|FAIL|ERROR)\\](?:\\s*\\((-?[0-9.]+)((?:, [^\\n]*?)?)\\))?\\s*(.*)",
        Pattern.DOTALL);
    private static final Pattern METRIC = Pattern.compile(", (.+?): (-?[0-9.]+)(?=, |$)");
    /** Older versions put what was wrong before the answer, with dashes between. */
    private static final Pattern DASHED = Pattern.compile("(.*?)\\s*(?:^|\\n)---\\n(.*)", Pattern.DOTALL);
    private static final Pattern REASON = Pattern.compile("(.*?)\\s*\\n(?:Pass|Fail) Reason: (.*)", Pattern.DOTALL);

    /** A named score. */
    record Metric(String name, double score) {
    }

    static boolean isCell(String text) {
        return CELL.matcher(text).matches();
    }

    static Optional<PromptfooCell> of(String cell) {
        Matcher parts = CELL.matcher(cell);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<Metric> metrics = new ArrayList<>();
        Matcher metric = METRIC.matcher(parts.group(3) == null ? "" : parts.group(3));
        while (metric.find()) {
            metrics.add(new Metric(metric.group(1), number(metric.group(2))));
        }
        double score = parts.group(2) == null ? Double.NaN : number(parts.group(2));
        String rest = parts.group(4);
        Matcher dashed = DASHED.matcher(rest);
        if (dashed.matches() && (dashed.group(1).isEmpty() || parts.group(1).equals("FAIL"))) {
            return Optional.of(new PromptfooCell(parts.group(1), score, metrics, dashed.group(2), dashed.group(1)));
        }
        Matcher reason = REASON.matcher(rest);
        boolean said = reason.matches();
        return Optional.of(new PromptfooCell(parts.group(1), score, metrics, said ? reason.group(1) : rest, said ? reason.group(2) : ""));
    }

    boolean isError() {
        return state.equals("ERROR");
    }

    List<Judgement> judgements() {
        if (isError()) {
            return List.of(new Judgement(PromptfooRow.OVERALL, Verdict.UNSCORED, "error"));
        }
        List<Judgement> judgements = new ArrayList<>();
        metrics.forEach(metric -> judgements.add(new Judgement(metric.name(), ScoreVerdicts.of(metric.name(), metric.score()),
            Double.toString(metric.score()), metric.score())));
        boolean pass = state.equals("PASS");
        judgements.add(new Judgement(PromptfooRow.OVERALL, pass ? Verdict.SAFE : Verdict.UNSAFE, pass ? "pass" : "fail", pass ? 1 : 0));
        return judgements;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
