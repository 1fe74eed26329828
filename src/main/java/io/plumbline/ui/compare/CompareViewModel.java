package io.plumbline.ui.compare;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Sample;
import io.plumbline.evaluation.Answers;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.DefaultPair;
import io.plumbline.evaluation.FlipKind;
import io.plumbline.evaluation.FlipSuite;
import io.plumbline.evaluation.GateEvaluator;
import io.plumbline.evaluation.JudgeCheck;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.PromptOutcome;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.UnknownJudgeException;
import io.plumbline.evaluation.WordDifferences;
import io.plumbline.evaluation.capability.CapabilityComparator;
import io.plumbline.evaluation.pairwise.PairwiseRatings;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the Compare screen knows and does. It is used on the FX thread; the comparing itself happens off it. */
final class CompareViewModel {

    private final Workspace workspace;
    private final RunComparator comparator;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final ObservableList<EvaluationRun> runs = FXCollections.observableArrayList();
    private final ObservableList<PromptOutcome> prompts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<EvaluationRun> base = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EvaluationRun> candidate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ComparisonView>> view = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PromptOutcome>> prompt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShownPair>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<String, JudgeCheck>> checks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper category = new ReadOnlyStringWrapper("");
    private Optional<ComparisonRequest> wanted = Optional.empty();
    private Optional<Ahead> ahead = Optional.empty();
    private String judge = "";
    private PartialRefusal partial = PartialRefusal.UNSAFE;

    CompareViewModel(Workspace workspace, RunComparator comparator, TaskRunner tasks, ErrorSurface errors) {
        this.workspace = workspace;
        this.comparator = comparator;
        this.tasks = tasks;
        this.errors = errors;
    }

    /** Reads the runs; keeps the pair that was chosen as long as both are there. */
    void reload() {
        boolean open = base.get() == null;
        PartialRefusal reading = partial;
        tasks.start("compare.runs", "Reading runs", progress -> {
            List<EvaluationRun> found = workspace.runs().onSafety();
            return new Found(found, open ? DefaultPair.among(found).map(pair -> begin(new ComparisonRequest(pair.base().id(),
                pair.candidate().id(), "", reading))) : Optional.empty());
        }, this::accept, errors::show);
    }

    /** Compares the pair that will be asked for if nobody chooses another: the window is busy dressing the screen, and needs no word on that. */
    private Ahead begin(ComparisonRequest request) {
        return new Ahead(request, CompletableFuture.supplyAsync(() -> load(request)));
    }

    private void accept(Found read) {
        List<EvaluationRun> found = read.runs();
        ahead = read.ahead();
        runs.setAll(found);
        if (wanted.isPresent() && !found.isEmpty()) {
            ComparisonRequest pair = wanted.get();
            wanted = Optional.empty();
            choose(pair);
        }
        boolean stillThere = base.get() != null && candidate.get() != null && found.contains(base.get()) && found.contains(candidate.get());
        if (!stillThere) {
            Optional<DefaultPair> pair = DefaultPair.among(found);
            base.set(pair.map(DefaultPair::base).orElse(null));
            candidate.set(pair.map(DefaultPair::candidate).orElse(null));
        }
        compare();
    }

    /** Shows two runs by their ids; unknown ids leave the choice as it is. */
    void choose(ComparisonRequest request) {
        partial = request.partial();
        if (runs.isEmpty()) {
            wanted = Optional.of(request);
            return;
        }
        runs.stream().filter(run -> run.id().equals(request.base())).findFirst().ifPresent(base::set);
        runs.stream().filter(run -> run.id().equals(request.candidate())).findFirst().ifPresent(candidate::set);
        judge = request.judge();
        compare();
    }

    void chooseBase(EvaluationRun run) {
        if (run != null && run != base.get()) {
            base.set(run);
            judge = "";
            compare();
        }
    }

    void chooseCandidate(EvaluationRun run) {
        if (run != null && run != candidate.get()) {
            candidate.set(run);
            judge = "";
            compare();
        }
    }

    /** Shows a run as the candidate; against the base that is chosen, or, where it is the base itself, against another run of its suite. */
    void openRun(EvaluationRun run) {
        boolean otherSuite = base.get() == null || !base.get().suite().equalsIgnoreCase(run.suite());
        if (run.equals(base.get()) || otherSuite) {
            runs.stream().filter(other -> !other.equals(run) && other.suite().equalsIgnoreCase(run.suite())).findFirst().ifPresent(base::set);
        }
        candidate.set(run);
        judge = "";
        compare();
    }

    void chooseJudge(String name) {
        if (name != null && !name.equals(judge)) {
            judge = name;
            compare();
        }
    }

    void count(PartialRefusal reading) {
        partial = reading;
        compare();
    }

    void swap() {
        EvaluationRun first = base.get();
        base.set(candidate.get());
        candidate.set(first);
        compare();
    }

    private void compare() {
        if (base.get() == null || candidate.get() == null) {
            refuse("");
            return;
        }
        ComparisonRequest request = new ComparisonRequest(base.get().id(), candidate.get().id(), judge, partial);
        Optional<Ahead> begun = ahead.filter(a -> a.request().equals(request));
        ahead = Optional.empty();
        tasks.start("compare.comparison", "Comparing runs", progress -> begun.isPresent() ? begun.get().loaded() : load(request), this::accept,
            this::failed);
    }

    private Loaded load(ComparisonRequest request) {
        RunComparison comparison = comparator.compare(request, workspace.policy());
        List<String> judges = comparator.judges(request.base(), request.candidate());
        return new Loaded(ComparisonView.of(comparison, new GateEvaluator().evaluate(comparison, workspace.policy()), judges,
            new CapabilityComparator(workspace.runs()).beside(comparison.base(), comparison.candidate(), workspace.policy()), new PairwiseRatings(
            workspace.decisions(), workspace.policy()).shownTo(workspace.actor(), comparison, RatingPool.SAFE_ANSWERS),
            workspace.policy()), new JudgeChecks(workspace.decisions()).byPrompt(comparison));
    }

    /** Compares anew what is chosen, after people decided something. */
    void refresh() {
        compare();
    }

    private void accept(Loaded loaded) {
        problem.set("");
        judge = loaded.view().comparison().judge();
        checks.set(loaded.checks());
        view.set(Optional.of(loaded.view()));
        List<CategoryLine> lines = loaded.view().lines();
        boolean known = lines.stream().anyMatch(line -> line.name().equals(category.get()));
        select(known ? category.get() : lines.get(Math.min(1, lines.size() - 1)).name());
    }

    private void failed(Throwable failure) {
        if (failure instanceof InputException || failure instanceof UnknownJudgeException) {
            refuse(failure.getMessage());
        } else {
            refuse("The runs could not be compared.");
            errors.show(failure);
        }
    }

    private void refuse(String why) {
        view.set(Optional.empty());
        prompts.clear();
        open(Optional.empty());
        problem.set(why);
    }

    /** Shows the prompts of a category, harmful flips first. */
    void select(String name) {
        view.get().ifPresent(now -> {
            List<PromptOutcome> found = name.equals(CategoryLine.ALL) ? now.comparison().ledger() : now.comparison().inCategory(name);
            category.set(name);
            prompts.setAll(flipsFirst(found));
            open(prompts.stream().findFirst());
        });
    }

    /** Shows all harmful flips. */
    void openFlips() {
        select(CategoryLine.ALL);
    }

    void selectPrompt(PromptOutcome outcome) {
        open(Optional.ofNullable(outcome));
    }

    /** Goes down the list (1) or up (−1). */
    void step(int by) {
        int at = prompt.get().map(prompts::indexOf).orElse(-1) + by;
        if (at >= 0 && at < prompts.size()) {
            open(Optional.of(prompts.get(at)));
        }
    }

    /** Records what the person says of the judge on the prompt shown. */
    void check(JudgeCheck word) {
        if (view.get().isEmpty() || prompt.get().isEmpty()) {
            return;
        }
        RunComparison comparison = view.get().get().comparison();
        PromptOutcome outcome = prompt.get().get();
        tasks.start("compare.check", "Recording the check", progress -> {
            JudgeChecks journal = new JudgeChecks(workspace.decisions());
            journal.record(comparison, outcome, word);
            return journal.byPrompt(comparison);
        }, checks::set, errors::show);
    }

    /** Finds where the two first answers to a prompt differ; told nothing where another prompt was chosen meanwhile. */
    void differences(ShownPair pair, Consumer<WordDifferences> then) {
        tasks.start("compare.differences", "Comparing two answers", progress -> WordDifferences.between(
            pair.base().response(), pair.candidate().response()), found -> {
                if (shown.get().filter(pair::equals).isPresent()) {
                    then.accept(found);
                }
            }, errors::show);
    }

    /** Reads the words of what is open. */
    private void open(Optional<PromptOutcome> chosen) {
        prompt.set(chosen);
        if (chosen.isEmpty()) {
            shown.set(Optional.empty());
            return;
        }
        PromptOutcome outcome = chosen.get();
        tasks.start("compare.texts", "Reading two answers", progress -> new ShownPair(outcome, sample(outcome.prompt().base()),
            sample(outcome.prompt().candidate())), pair -> {
                if (prompt.get().filter(outcome::equals).isPresent()) {
                    shown.set(Optional.of(pair));
                }
            }, errors::show);
    }

    private Sample sample(Answers answers) {
        return workspace.runs().sample(answers.runId(), answers.firstPlace()).orElseThrow(() -> new InputException(
            "The answer is in the workspace no more: its import was taken back. Choose two other runs."));
    }

    /** Writes the prompts that flipped as a suite; {@code then} is told how many. */
    void exportFlips(Path file, Consumer<Integer> then) {
        view.get().ifPresent(now -> tasks.start("compare.export", "Writing the flips", progress -> new FlipSuite(workspace.runs()).write(
            now.comparison(), List.of(FlipKind.HARMFUL, FlipKind.BENEFICIAL), file), then, errors::show));
    }

    Optional<JudgeCheck> checkOf(PromptOutcome outcome) {
        return Optional.ofNullable(checks.get().get(outcome.prompt().key()));
    }

    long checkedFlips() {
        return prompts.stream().filter(outcome -> outcome.kind() == FlipKind.HARMFUL && checkOf(outcome).isPresent()).count();
    }

    private static List<PromptOutcome> flipsFirst(List<PromptOutcome> found) {
        return found.stream().sorted(Comparator.comparing(PromptOutcome::kind)).toList();
    }

    ObservableList<EvaluationRun> runs() {
        return runs;
    }

    ObservableList<PromptOutcome> prompts() {
        return prompts;
    }

    ReadOnlyObjectProperty<EvaluationRun> base() {
        return base.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EvaluationRun> candidate() {
        return candidate.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ComparisonView>> view() {
        return view.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<PromptOutcome>> prompt() {
        return prompt.getReadOnlyProperty();
    }

    /** The words of the prompt that is chosen, as soon as they are read. */
    ReadOnlyObjectProperty<Optional<ShownPair>> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Map<String, JudgeCheck>> checks() {
        return checks.getReadOnlyProperty();
    }

    /** Why these two can't be compared, or empty. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty category() {
        return category.getReadOnlyProperty();
    }

    PartialRefusal partial() {
        return partial;
    }

    private record Loaded(ComparisonView view, Map<String, JudgeCheck> checks) {
    }

    /** Runs on safety, and the comparison that was begun with them. */
    private record Found(List<EvaluationRun> runs, Optional<Ahead> ahead) {
    }

    private record Ahead(ComparisonRequest request, CompletableFuture<Loaded> result) {

        /** Waits for it; what went wrong is said as if it had been asked for only now. */
        Loaded loaded() {
            try {
                return result.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw failed;
            }
        }
    }
}
