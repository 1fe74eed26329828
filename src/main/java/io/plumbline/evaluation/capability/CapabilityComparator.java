package io.plumbline.evaluation.capability;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Policy;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.domain.TaskResult.Better;
import io.plumbline.stats.Interval;
import io.plumbline.stats.StandardNormal;
import io.plumbline.stats.proportion.NonInferiority;
import io.plumbline.store.EvaluationRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the capability runs that belong to two safety runs, and compares them. A benchmark that is unchanged says nothing of safety. */
public final class CapabilityComparator {

    private final EvaluationRuns runs;

    public CapabilityComparator(EvaluationRuns runs) {
        this.runs = runs;
    }

    /** The comparison beside a comparison of safety; empty where either side has no capability run or they share no task. */
    public Optional<CapabilityComparison> beside(EvaluationRun base, EvaluationRun candidate, Policy policy) {
        List<EvaluationRun> capable = runs.list().stream().filter(run -> run.purpose() == RunPurpose.CAPABILITY).toList();
        return of(base, capable).flatMap(before -> of(candidate, capable).flatMap(after -> compare(before, after, policy)));
    }

    /** Compares two capability runs; empty where they share no task. */
    public static Optional<CapabilityComparison> compare(EvaluationRun base, EvaluationRun candidate, Policy policy) {
        double margin = policy.number("gate.capability.margin");
        double confidence = NonInferiority.intervalConfidence(policy.number("gate.alpha"));
        Map<String, TaskResult> after = new LinkedHashMap<>();
        candidate.results().forEach(result -> after.putIfAbsent(result.name(), result));
        List<CapabilityShift> shifts = new ArrayList<>();
        for (TaskResult before : base.results()) {
            TaskResult now = after.remove(before.name());
            if (now != null) {
                shifts.add(shift(before, now, margin, confidence));
            }
        }
        // The score of a whole suite carries its name; without one, the task with the most documents speaks first.
        shifts.sort(Comparator.comparing((CapabilityShift shift) -> !shift.base().task().equalsIgnoreCase(base.suite()))
            .thenComparing(shift -> -shift.base().n()));
        return shifts.isEmpty() ? Optional.empty() : Optional.of(new CapabilityComparison(base, candidate, margin, shifts));
    }

    /** The newest capability run of the same model in the same condition. */
    private static Optional<EvaluationRun> of(EvaluationRun run, List<EvaluationRun> capable) {
        return capable.stream().filter(other -> sameCondition(run, other)).reduce((first, second) -> second);
    }

    /** Names agree where one is the end of the other, as "v2_base" and "base" are; without a variant the models must be called the same. */
    private static boolean sameCondition(EvaluationRun run, EvaluationRun other) {
        if (run.variant().isEmpty() || other.variant().isEmpty()) {
            return plain(run.displayName()).equals(plain(other.displayName()));
        }
        String variant = plain(run.variant());
        String otherVariant = plain(other.variant());
        boolean related = plain(other.model()).contains(lastName(run.model())) || plain(run.model()).contains(lastName(other.model()));
        return related && (variant.equals(otherVariant) || variant.endsWith(" " + otherVariant) || otherVariant.endsWith(" " + variant));
    }

    private static String lastName(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        // "Qwen2.5-7B-Instruct" and "Qwen2.5-7B + LoRA" are of one family: its first two words name it.
        String[] words = plain(name).split(" ");
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static CapabilityShift shift(TaskResult before, TaskResult now, double margin, double confidence) {
        double sign = before.better() == Better.LOWER ? -1 : 1;
        double gain = sign * (now.value() - before.value());
        if (!before.hasStandardError() || !now.hasStandardError()) {
            return new CapabilityShift(before, now, gain, Optional.empty(), Optional.empty());
        }
        double half = StandardNormal.quantile(1 - (1 - confidence) / 2) * Math.hypot(before.standardError(), now.standardError());
        Interval interval = new Interval(gain - half, gain + half);
        return new CapabilityShift(before, now, gain, Optional.of(interval),
            before.better() == Better.UNSTATED ? Optional.empty() : Optional.of(NonInferiority.of(interval, margin)));
    }
}
