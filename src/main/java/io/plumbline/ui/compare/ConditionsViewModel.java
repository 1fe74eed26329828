package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Judgement;
import io.plumbline.evaluation.capability.CapabilityComparator;
import io.plumbline.evaluation.capability.CapabilityComparison;
import io.plumbline.evaluation.conditions.ConditionComparator;
import io.plumbline.evaluation.conditions.ConditionRequest;
import io.plumbline.evaluation.conditions.ConditionTable;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which runs carry judges' numbers, and the table of those that were chosen. Used on the FX thread; reading happens off it. */
final class ConditionsViewModel {

    /** What can be chosen: runs of one suite with numbers, and the measures they share. */
    record Choice(List<EvaluationRun> runs, List<String> measures) {
    }

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ConditionsView>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");

    ConditionsViewModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
    }

    /** Finds the runs that carry numbers, of the file that has most of them. */
    void load() {
        tasks.start("compare.conditions.runs", "Looking for judges' numbers", progress -> find(), choice::set, errors::show);
    }

    private Choice find() {
        // Runs that one judge scored on one suite can be set side by side.
        Map<List<String>, List<EvaluationRun>> together = new LinkedHashMap<>();
        Map<List<String>, List<String>> judgesOf = new LinkedHashMap<>();
        for (EvaluationRun run : workspace.runs().onSafety()) {
            List<String> judges = judges(run);
            if (!judges.isEmpty()) {
                List<String> group = new ArrayList<>(judges);
                group.add(run.suite());
                together.computeIfAbsent(group, key -> new ArrayList<>()).add(run);
                judgesOf.put(group, judges);
            }
        }
        Optional<List<String>> best = together.keySet().stream().max(Comparator.comparingInt((List<String> group) -> together.get(group).size())
            .thenComparingInt(List::size));
        return best.map(group -> new Choice(together.get(group), judgesOf.get(group).stream()
            .map(judge -> judge.contains(".") ? judge.substring(judge.lastIndexOf('.') + 1) : judge).distinct().toList()))
            .orElse(new Choice(List.of(), List.of()));
    }

    private List<String> judges(EvaluationRun run) {
        return workspace.runs().samples(run.id()).stream().limit(1).flatMap(sample -> sample.judgements().stream()).filter(Judgement::hasScore)
            .map(Judgement::judge).toList();
    }

    void compare(EvaluationRun base, List<EvaluationRun> conditions, String measure) {
        List<String> others = conditions.stream().map(EvaluationRun::id).filter(id -> !id.equals(base.id())).toList();
        if (others.isEmpty()) {
            problem.set("Tick at least one run besides the base.");
            view.set(Optional.empty());
            return;
        }
        tasks.start("compare.conditions", "Comparing conditions", progress -> {
            ConditionTable table = new ConditionComparator(workspace.runs()).compare(new ConditionRequest(base.id(), others, List.of(measure)),
                workspace.policy());
            CapabilityComparator capability = new CapabilityComparator(workspace.runs());
            List<Optional<CapabilityComparison>> beside = new ArrayList<>(List.of(Optional.empty()));
            table.rows().stream().skip(1).forEach(row -> beside.add(capability.beside(table.base().run(), row.run(), workspace.policy())));
            return new ConditionsView(table, beside);
        }, found -> {
            problem.set("");
            view.set(Optional.of(found));
        }, failure -> {
            view.set(Optional.empty());
            if (failure instanceof InputException) {
                problem.set(failure.getMessage());
            } else {
                errors.show(failure);
            }
        });
    }

    /** Holds nothing before the runs were read. */
    ReadOnlyObjectProperty<Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ConditionsView>> view() {
        return view.getReadOnlyProperty();
    }

    /** Why there is no table, or empty. */
    ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }
}
