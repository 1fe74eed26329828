package io.plumbline.evaluation.adapters;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.TimeStep;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.stats.Interval;
import io.plumbline.store.SeriesCell;
import io.plumbline.store.SeriesRequest;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.TDistribution;

/** Compares each stack of adapters with the model that carries none (R116, R117). */
public final class AdapterMatrices {

    private final Workspace workspace;
    private final AdapterNames names;
    private final Policy policy;

    public AdapterMatrices(Workspace workspace) {
        this.workspace = workspace;
        names = new AdapterNames(workspace.decisions());
        policy = workspace.policy();
    }

    /** One matrix for each model and suite on which an adapter was tested or is in use. */
    public List<AdapterMatrix> all() {
        Map<String, List<EvaluationRun>> groups = new LinkedHashMap<>();
        workspace.runs().onSafety().forEach(run -> groups.computeIfAbsent(AdapterStack.plain(names.of(run).model()) + "\n"
            + run.suite().toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(run));
        Map<AdapterStack, Long> inUse = inUse();
        List<AdapterMatrix> matrices = new ArrayList<>();
        for (List<EvaluationRun> runs : groups.values()) {
            String model = names.of(runs.get(0)).model();
            boolean adapters = runs.stream().anyMatch(run -> !names.of(run).isPlain())
                || inUse.keySet().stream().anyMatch(stack -> stack.isOn(model) && !stack.isPlain());
            if (adapters) {
                matrices.add(matrix(model, runs, inUse));
            }
        }
        return matrices;
    }

    private Map<AdapterStack, Long> inUse() {
        Map<AdapterStack, Long> inUse = new HashMap<>();
        for (SeriesCell cell : workspace.log().series(SeriesRequest.counts(TimeStep.ALL, LogDimension.MODEL), LogFilter.everything())) {
            inUse.merge(names.ofLogModel(cell.names().get(0)), cell.n(), Long::sum);
        }
        return inUse;
    }

    private AdapterMatrix matrix(String model, List<EvaluationRun> runs, Map<AdapterStack, Long> inUse) {
        Map<List<String>, AdapterStack> stacks = new LinkedHashMap<>();
        Map<List<String>, EvaluationRun> newest = new HashMap<>();
        for (EvaluationRun run : runs) {
            AdapterStack stack = names.of(run);
            stacks.putIfAbsent(key(stack), stack);
            newest.merge(key(stack), run, AdapterMatrices::newer);
        }
        inUse.keySet().stream().filter(stack -> stack.isOn(model)).forEach(stack -> stacks.putIfAbsent(key(stack), stack));
        AdapterStack plain = new AdapterStack(model, List.of());
        stacks.putIfAbsent(key(plain), plain);
        TreeSet<String> adapters = new TreeSet<>();
        stacks.values().forEach(stack -> adapters.addAll(stack.adapters()));
        pairs(List.copyOf(adapters)).forEach(pair -> {
            AdapterStack stack = new AdapterStack(model, pair);
            stacks.putIfAbsent(key(stack), stack);
        });
        Optional<EvaluationRun> base = Optional.ofNullable(newest.get(key(plain)));
        Map<List<String>, RunComparison> comparisons = new HashMap<>();
        List<AdapterRow> rows = new ArrayList<>();
        stacks.values().stream().sorted(Comparator.comparingInt((AdapterStack stack) -> stack.adapters().size()).thenComparing(AdapterStack::words))
            .forEach(stack -> rows.add(row(stack, base, Optional.ofNullable(newest.get(key(stack))), used(stack, inUse), comparisons)));
        return new AdapterMatrix(model, runs.get(0).suite(), List.copyOf(adapters), rows, interactions(List.copyOf(adapters), model, comparisons));
    }

    private static List<List<String>> pairs(List<String> adapters) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < adapters.size(); i++) {
            for (int k = i + 1; k < adapters.size(); k++) {
                pairs.add(List.of(adapters.get(i), adapters.get(k)));
            }
        }
        return pairs;
    }

    private static EvaluationRun newer(EvaluationRun one, EvaluationRun other) {
        return one.created().isPresent() && other.created().isPresent() && one.created().get().isAfter(other.created().get()) ? one : other;
    }

    private static long used(AdapterStack stack, Map<AdapterStack, Long> inUse) {
        return inUse.entrySet().stream().filter(use -> use.getKey().matches(stack)).mapToLong(Map.Entry::getValue).sum();
    }

    private AdapterRow row(AdapterStack stack, Optional<EvaluationRun> base, Optional<EvaluationRun> run, long inUse,
                           Map<List<String>, RunComparison> comparisons) {
        if (run.isEmpty()) {
            return new AdapterRow(stack, run, Optional.empty(), inUse > 0 ? SafetyState.ACT : SafetyState.NOT_ENOUGH_EVIDENCE, inUse,
                inUse > 0 ? "in use, never tested" : "never tested");
        }
        if (stack.isPlain()) {
            return new AdapterRow(stack, run, Optional.empty(), SafetyState.NOT_ENOUGH_EVIDENCE, inUse, "what the others are compared with");
        }
        if (base.isEmpty()) {
            return new AdapterRow(stack, run, Optional.empty(), SafetyState.NOT_ENOUGH_EVIDENCE, inUse, "no run of the model without adapters");
        }
        try {
            RunComparison comparison = new RunComparator(workspace.runs()).compare(ComparisonRequest.of(base.get().id(), run.get().id()), policy);
            comparisons.put(key(stack), comparison);
            return new AdapterRow(stack, run, Optional.of(comparison.overall()), comparison.state(), inUse, "");
        } catch (InputException cannotBeCompared) {
            return new AdapterRow(stack, run, Optional.empty(), SafetyState.NOT_ENOUGH_EVIDENCE, inUse, cannotBeCompared.getMessage());
        }
    }

    private List<AdapterInteraction> interactions(List<String> adapters, String model, Map<List<String>, RunComparison> comparisons) {
        List<AdapterInteraction> found = new ArrayList<>();
        for (List<String> pair : pairs(adapters)) {
            RunComparison both = comparisons.get(key(new AdapterStack(model, pair)));
            RunComparison first = comparisons.get(key(new AdapterStack(model, pair.subList(0, 1))));
            RunComparison second = comparisons.get(key(new AdapterStack(model, pair.subList(1, 2))));
            // One judge for all four, or the difference of judges would pass for that of adapters.
            if (both != null && first != null && second != null && both.judge().equals(first.judge()) && both.judge().equals(second.judge())) {
                interaction(pair, both, first, second).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AdapterInteraction> interaction(List<String> pair, RunComparison both, RunComparison first, RunComparison second) {
        Map<String, Integer> one = effects(first);
        Map<String, Integer> other = effects(second);
        Map<String, Integer> together = effects(both);
        double[] excess = together.keySet().stream().filter(one::containsKey).filter(other::containsKey)
            .mapToDouble(prompt -> together.get(prompt) - one.get(prompt) - other.get(prompt)).toArray();
        if (excess.length < 2) {
            return Optional.empty();
        }
        double mean = 0;
        for (double value : excess) {
            mean += value / excess.length;
        }
        double squares = 0;
        for (double value : excess) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (excess.length - 1) / excess.length);
        double reach = error * new TDistribution(excess.length - 1.0).inverseCumulativeProbability(1 - (1 - policy.number("gate.confidence")) / 2);
        return Optional.of(new AdapterInteraction(pair.get(0), pair.get(1), excess.length, mean, new Interval(mean - reach, mean + reach)));
    }

    /** What an adapter did to each prompt: −1 made unsafe, 0 left alone, 1 made safe. */
    private static Map<String, Integer> effects(RunComparison comparison) {
        Map<String, Integer> effects = new HashMap<>();
        for (PromptOutcome outcome : comparison.ledger()) {
            if (outcome.base().isScored() && outcome.candidate().isScored()) {
                effects.put(outcome.prompt().key(), (outcome.candidate().holds() ? 1 : 0) - (outcome.base().holds() ? 1 : 0));
            }
        }
        return effects;
    }

    private static List<String> key(AdapterStack stack) {
        return stack.adapters().stream().map(AdapterStack::plain).toList();
    }
}
