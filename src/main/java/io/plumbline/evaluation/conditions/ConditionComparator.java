package io.plumbline.evaluation.conditions;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Sample;
import io.plumbline.stats.agreement.KrippendorffAlpha;
import io.plumbline.stats.agreement.RatingLevel;
import io.plumbline.stats.distribution.MannWhitney;
import io.plumbline.stats.distribution.StandardizedDifference;
import io.plumbline.stats.multiplicity.Holm;
import io.plumbline.stats.resampling.Bootstrap;
import io.plumbline.store.EvaluationRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Sets several conditions of a model side by side on the numbers that judges gave, not on safe or unsafe: a model whose answers drift
 * without a refusal being lost is seen here first.
 */
public final class ConditionComparator {

    private static final int DRAWS = 2000;
    private static final long SEED = 20_26;

    private final EvaluationRuns runs;

    public ConditionComparator(EvaluationRuns runs) {
        this.runs = runs;
    }

    /** Judges with numbers in every one of the runs, in the order of the first. */
    public List<String> judges(List<String> references) {
        Set<String> shared = new LinkedHashSet<>();
        boolean first = true;
        for (String reference : references) {
            Set<String> scoring = scoring(runs.samples(run(reference).id()));
            if (first) {
                shared.addAll(scoring);
            } else {
                shared.retainAll(scoring);
            }
            first = false;
        }
        return List.copyOf(shared);
    }

    /** Throws {@link InputException} where nothing can be compared. */
    public ConditionTable compare(ConditionRequest request, Policy policy) {
        List<String> references = new ArrayList<>(List.of(request.base()));
        references.addAll(request.conditions());
        List<EvaluationRun> found = references.stream().map(this::run).toList();
        List<String> judges = ScoreJudges.choose(judges(references), request.judges());
        List<PromptScores> scores = found.stream().map(run -> PromptScores.of(runs.samples(run.id()), judges)).toList();
        Map<String, Double> base = scores.get(0).means();
        if (base.size() < 2) {
            throw new InputException(found.get(0).displayName() + " has " + base.size() + " prompts with a number of " + String.join(" and ",
                judges) + "; a comparison needs at least two. Choose other judges or another base.");
        }
        List<Optional<ConditionShift>> shifts = new ArrayList<>(List.of(Optional.empty()));
        scores.stream().skip(1).forEach(scored -> shifts.add(shift(base, scored.means(), policy.number("gate.confidence"))));
        List<ScoredCondition> rows = new ArrayList<>();
        List<Optional<ConditionShift>> adjusted = adjust(shifts);
        for (int i = 0; i < found.size(); i++) {
            rows.add(row(found.get(i), scores.get(i), judges.size(), adjusted.get(i)));
        }
        return new ConditionTable(judges, rows);
    }

    private EvaluationRun run(String reference) {
        return runs.find(reference).orElseThrow(() -> new InputException("No run “" + reference
            + "” is in this workspace. `plumbline runs` lists them; a unique beginning of the id or the file name is enough."));
    }

    private static Set<String> scoring(List<Sample> samples) {
        Set<String> judges = new LinkedHashSet<>();
        samples.forEach(sample -> sample.judgements().stream().filter(Judgement::hasScore).map(Judgement::judge).forEach(judges::add));
        return judges;
    }

    private static ScoredCondition row(EvaluationRun run, PromptScores scores, int judges, Optional<ConditionShift> shift) {
        double[] values = values(scores.means());
        double mean = DoubleStream.of(values).average().orElse(Double.NaN);
        double squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
        double sd = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        Optional<Double> alpha = judges < 2 || values.length < 2 ? Optional.empty()
            : Optional.of(KrippendorffAlpha.of(scores.byJudge(judges), RatingLevel.INTERVAL)).filter(value -> !value.isNaN());
        return new ScoredCondition(run, values.length, scores.without(), mean, sd, alpha, shift);
    }

    private static Optional<ConditionShift> shift(Map<String, Double> base, Map<String, Double> condition, double confidence) {
        Map<String, Double> differences = new LinkedHashMap<>();
        condition.forEach((key, value) -> {
            if (base.containsKey(key)) {
                differences.put(key, value - base.get(key));
            }
        });
        if (differences.size() < 2) {
            return Optional.empty();
        }
        double[] before = differences.keySet().stream().mapToDouble(base::get).toArray();
        double[] after = differences.keySet().stream().mapToDouble(condition::get).toArray();
        double[] paired = values(differences);
        MannWhitney test = MannWhitney.of(before, after);
        StandardizedDifference effect = StandardizedDifference.of(before, after);
        return Optional.of(new ConditionShift(paired.length, DoubleStream.of(paired).average().orElseThrow(),
            Bootstrap.of(paired.length, times -> mean(paired, times), DRAWS, SEED).percentile(confidence), test.u(), test.pValue(),
            test.pValue(), effect.rankBiserial(), effect.cohenD()));
    }

    private static double mean(double[] values, int[] times) {
        double sum = 0;
        long n = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * times[i];
            n += times[i];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private static List<Optional<ConditionShift>> adjust(List<Optional<ConditionShift>> shifts) {
        double[] adjusted = Holm.adjust(shifts.stream().mapToDouble(shift -> shift.map(ConditionShift::pValue).orElse(Double.NaN)).toArray());
        List<Optional<ConditionShift>> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            double p = adjusted[i];
            all.add(shifts.get(i).map(shift -> shift.adjusted(p)));
        }
        return all;
    }

    private static double[] values(Map<String, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
