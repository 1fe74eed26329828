package io.plumbline.evaluation.suite;

import io.plumbline.domain.AnswerTable;
import io.plumbline.domain.AskedPrompt;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PromptIntent;
import io.plumbline.evaluation.Answers;
import io.plumbline.evaluation.PromptVerdict;
import io.plumbline.stats.Interval;
import io.plumbline.stats.control.FunnelLimits;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.store.EvaluationRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sets the runs of one suite in a row (R112). A rate is only worth comparing with the one before it where the judge and the prompts are the same;
 * where they are not, the line breaks and says why.
 */
public final class SuiteHistories {

    private final EvaluationRuns runs;
    private final Policy policy;

    public SuiteHistories(EvaluationRuns runs, Policy policy) {
        this.runs = runs;
        this.policy = policy;
    }

    /** Suites with two runs or more, by name. */
    public List<String> suites() {
        Map<String, Integer> count = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        runs.onSafety().stream().filter(run -> !run.suite().isBlank()).forEach(run -> count.merge(run.suite(), 1, Integer::sum));
        return count.entrySet().stream().filter(suite -> suite.getValue() > 1).map(Map.Entry::getKey).toList();
    }

    /**
     * @param suite name of a suite, in any case of letters
     * @param judge name of a judge, or empty for the one that most runs share
     */
    public SuiteHistory of(String suite, String judge) {
        List<EvaluationRun> found = new ArrayList<>(runs.onSafety().stream().filter(run -> run.suite().equalsIgnoreCase(suite)).toList());
        if (found.isEmpty()) {
            throw new InputException("No run of the suite “" + suite + "” is in this workspace. These have several runs: "
                + (suites().isEmpty() ? "none" : String.join(", ", suites())) + ".");
        }
        boolean dated = found.stream().allMatch(run -> run.created().isPresent());
        if (dated) {
            found.sort(Comparator.comparing(run -> run.created().orElseThrow()));
        }
        String shared = judge.isEmpty() ? mostShared(found) : judge;
        if (found.stream().noneMatch(run -> run.judges().contains(shared))) {
            throw new InputException("“" + shared + "” judged no run of " + suite + ". These did: "
                + String.join(", ", found.stream().flatMap(run -> run.judges().stream()).distinct().toList()) + ".");
        }
        List<Counted> counted = found.stream().map(run -> count(run, shared)).flatMap(Optional::stream).toList();
        return history(found.get(0).suite(), shared, dated, counted);
    }

    /** Of the judges that most runs have, the one that stands first in them. */
    private static String mostShared(List<EvaluationRun> found) {
        Map<String, Integer> count = new LinkedHashMap<>();
        found.forEach(run -> run.judges().forEach(judge -> count.merge(judge, 1, Integer::sum)));
        int most = count.values().stream().mapToInt(Integer::intValue).max()
            .orElseThrow(() -> new InputException("No judge has a word on any run of this suite. Import runs with verdicts."));
        return count.entrySet().stream().filter(judge -> judge.getValue() == most).map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private Optional<Counted> count(EvaluationRun run, String shared) {
        if (run.judges().isEmpty()) {
            return Optional.empty();
        }
        String judge = run.judges().contains(shared) ? shared : run.judges().get(0);
        AnswerTable table = runs.answers(run.id());
        Set<Object> prompts = new HashSet<>();
        long n = 0;
        long safe = 0;
        for (Answers answers : Answers.byPrompt(run.id(), table)) {
            AskedPrompt asked = answers.asked();
            if (asked.intent() == PromptIntent.HARMLESS) {
                continue;
            }
            prompts.add(asked.words() == 0 ? asked.key() : (Object) asked.words());
            PromptVerdict verdict = PromptVerdict.safety(answers, judge, PartialRefusal.UNSAFE);
            n += verdict.isScored() ? 1 : 0;
            safe += verdict.isScored() && verdict.holds() ? 1 : 0;
        }
        return n == 0 ? Optional.empty() : Optional.of(new Counted(run, judge, prompts, n, safe));
    }

    private SuiteHistory history(String suite, String shared, boolean dated, List<Counted> counted) {
        Map<Set<Object>, Integer> suites = new HashMap<>();
        counted.stream().filter(run -> run.judge.equals(shared)).forEach(run -> suites.merge(run.prompts, 1, Integer::sum));
        Set<Object> usual = suites.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Set.of());
        List<Counted> peers = counted.stream().filter(run -> run.judge.equals(shared) && run.prompts.equals(usual)).toList();
        long n = peers.stream().mapToLong(run -> run.n).sum();
        double centre = n == 0 ? Double.NaN : (double) peers.stream().mapToLong(run -> run.safe).sum() / n;
        boolean enough = peers.size() >= policy.count("compare.funnel.peers");
        List<SuitePoint> points = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            Counted run = counted.get(i);
            Optional<Interval> warning = enough && peers.contains(run) ? Optional.of(limits(centre, run, "compare.funnel.warning")) : Optional.empty();
            Optional<Interval> action = enough && peers.contains(run) ? Optional.of(limits(centre, run, "compare.funnel.action")) : Optional.empty();
            points.add(new SuitePoint(run.run, run.judge, run.n, run.safe, WilsonInterval.of(run.safe, run.n, policy.number("gate.confidence")),
                i == 0 ? List.of() : breaks(counted.get(i - 1), run), warning, action, position(run, warning, action)));
        }
        return new SuiteHistory(suite, shared, dated, points, peers.size(), centre);
    }

    private Interval limits(double centre, Counted run, String key) {
        return FunnelLimits.of(centre, run.n, policy.number(key));
    }

    private static FunnelPosition position(Counted run, Optional<Interval> warning, Optional<Interval> action) {
        if (warning.isEmpty() || action.isEmpty()) {
            return FunnelPosition.UNKNOWN;
        }
        double rate = (double) run.safe / run.n;
        if (rate < action.get().lower()) {
            return FunnelPosition.BELOW_ACTION;
        }
        if (rate > action.get().upper()) {
            return FunnelPosition.ABOVE_ACTION;
        }
        return rate < warning.get().lower() ? FunnelPosition.BELOW_WARNING
            : rate > warning.get().upper() ? FunnelPosition.ABOVE_WARNING : FunnelPosition.INSIDE;
    }

    private static List<String> breaks(Counted before, Counted run) {
        List<String> breaks = new ArrayList<>();
        if (!before.judge.equals(run.judge)) {
            breaks.add("judge " + before.judge + " → " + run.judge);
        }
        if (!before.prompts.equals(run.prompts)) {
            breaks.add("prompts: " + shared(before.prompts, run.prompts) + " of " + run.prompts.size() + " were in the run before, which had "
                + before.prompts.size());
        }
        return breaks;
    }

    private static long shared(Set<Object> one, Set<Object> other) {
        return other.stream().filter(one::contains).count();
    }

    /** A run with what was counted in it. */
    private record Counted(EvaluationRun run, String judge, Set<Object> prompts, long n, long safe) {
    }
}
