package io.plumbline.ui.compare;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Sample;
import io.plumbline.evaluation.Answers;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.pairwise.Choice;
import io.plumbline.evaluation.pairwise.Order;
import io.plumbline.evaluation.pairwise.PairwiseRatings;
import io.plumbline.evaluation.pairwise.PairwiseResult;
import io.plumbline.evaluation.pairwise.RatingPlan;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.evaluation.pairwise.RatingSession;
import io.plumbline.evaluation.pairwise.RatingSessions;
import io.plumbline.evaluation.pairwise.RatingTask;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One person rating pairs blind. As long as their session is open they see two answers and how many they rated, and no result: neither their
 * own nor anybody else's, since either would tell them what to expect.
 */
final class PairwiseViewModel {

    private static final String SLOT = "pairwise.session";
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final RunComparison comparison;
    private final LongSupplier seeds;
    private final ReadOnlyObjectWrapper<Optional<BlindPair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PairwiseResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RatingPool> pool = new ReadOnlyObjectWrapper<>(RatingPool.SAFE_ANSWERS);
    private final ReadOnlyBooleanWrapper rating = new ReadOnlyBooleanWrapper();
    private Optional<RatingSession> session = Optional.empty();
    private RatingQueue queue = new RatingQueue(List.of(), List.of());
    private boolean busy;

    /** @param seeds gives the seed with which the order of a session's answers is drawn */
    PairwiseViewModel(Workspace workspace, TaskRunner tasks, ErrorSurface errors, RunComparison comparison, LongSupplier seeds) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.errors = errors;
        this.comparison = comparison;
        this.seeds = seeds;
    }

    /** Goes on with the session that the person left open, or shows what all ended sessions say. */
    void load() {
        tasks.start(SLOT, "Reading ratings", p -> sessions().openOf(workspace.actor(), comparison.base().id(), comparison.candidate().id())
            .map(this::opened).orElseGet(this::closed), this::show, this::failed);
    }

    /** Which pairs the next session, and the result, are of. */
    void choosePool(RatingPool chosen) {
        pool.set(chosen);
        load();
    }

    void start() {
        RatingPool chosen = pool.get();
        tasks.start(SLOT, "Starting to rate", p -> opened(sessions().start(comparison, chosen, seeds.getAsLong())), this::show, this::failed);
    }

    void choose(Choice choice) {
        act("Recording the rating", queue.next(), task -> sessions().rate(session.orElseThrow().id(), task, choice), queue::rated);
    }

    /** Takes the last rating back and shows that pair again. */
    void undo() {
        act("Taking the rating back", queue.last(), task -> sessions().withdraw(session.orElseThrow().id(), task.prompt()), queue::takeBack);
    }

    /** Puts the pair off until all others are rated. */
    void skip() {
        if (!busy && queue.left() > 1) {
            queue.skip();
            showNext();
        }
    }

    /** The person is done: what they said counts from now on, and the result is shown. */
    void end() {
        if (session.isPresent() && !busy) {
            String id = session.get().id();
            tasks.start(SLOT, "Ending the session", p -> {
                sessions().end(id);
                return closed();
            }, this::show, this::failed);
        }
    }

    /** Opening covered words is logged, without saying whose they are. */
    void logOpened() {
        queue.next().ifPresent(task -> tasks.start("pairwise.opened", "Logging what was opened", p -> workspace.decisions().record(
            DecisionKinds.TEXT_REVEALED, comparison.base().id() + "+" + comparison.candidate().id() + "#" + task.prompt(),
            Map.of("screen", "pairwise", "text", "both answers")), entry -> { }, errors::show));
    }

    /** One thing at a time: a key pressed while the last word is on its way to the disk would be about a pair that is not seen yet. */
    private void act(String title, Optional<RatingTask> about, Function<RatingTask, RatingSession> does, Runnable then) {
        if (session.isEmpty() || busy || about.isEmpty()) {
            return;
        }
        busy = true;
        RatingTask task = about.get();
        tasks.start("pairwise.rating", title, p -> does.apply(task), after -> {
            busy = false;
            session = Optional.of(after);
            then.run();
            showNext();
        }, this::failed);
    }

    private State opened(RatingSession open) {
        List<RatingTask> plan = RatingPlan.of(comparison, open.pool(), open.seed());
        Map<String, RatingTask> byPrompt = new LinkedHashMap<>();
        plan.forEach(task -> byPrompt.put(task.prompt(), task));
        // What the person rated in an earlier session they need not rate again.
        Set<String> done = new HashSet<>();
        sessions().on(open.baseRun(), open.candidateRun()).stream()
            .filter(s -> s.rater().equals(open.rater()) && s.pool() == open.pool()).forEach(s -> s.ratings().forEach(r -> done.add(r.prompt())));
        List<RatingTask> rated = open.ratings().stream().map(rating -> byPrompt.get(rating.prompt())).filter(Objects::nonNull).toList();
        return new State(Optional.of(open), plan.stream().filter(task -> !done.contains(task.prompt())).toList(), rated, Optional.empty());
    }

    private State closed() {
        return new State(Optional.empty(), List.of(), List.of(),
            Optional.of(new PairwiseRatings(workspace.decisions(), workspace.policy()).of(comparison, pool.get())));
    }

    private void show(State state) {
        busy = false;
        session = state.session();
        queue = new RatingQueue(state.open(), state.rated());
        session.ifPresent(open -> pool.set(open.pool()));
        result.set(state.result());
        rating.set(session.isPresent());
        showNext();
    }

    private void showNext() {
        String stand = session.map(this::progressOf).orElse("");
        Optional<RatingTask> next = session.isEmpty() ? Optional.empty() : queue.next();
        if (next.isEmpty()) {
            pair.set(Optional.empty());
            progress.set(stand);
            return;
        }
        RatingTask task = next.get();
        busy = true;
        tasks.start("pairwise.texts", "Reading two answers", p -> pair(task), read -> {
            busy = false;
            pair.set(Optional.of(read));
            progress.set(stand);
        }, this::failed);
    }

    private String progressOf(RatingSession open) {
        return open.ratings().size() + " rated, " + queue.left() + " left";
    }

    private BlindPair pair(RatingTask task) {
        Sample base = sample(task.outcome().prompt().base());
        Sample candidate = sample(task.outcome().prompt().candidate());
        boolean baseFirst = task.order() == Order.BASE_FIRST;
        return new BlindPair(base.prompt(), (baseFirst ? base : candidate).response(), (baseFirst ? candidate : base).response(),
            pool.get() == RatingPool.ALL);
    }

    private Sample sample(Answers answers) {
        return workspace.runs().sample(answers.runId(), answers.firstPlace()).orElseThrow(() -> new InputException(
            "The answer is in the workspace no more: its import was taken back. Choose two other runs."));
    }

    private RatingSessions sessions() {
        return new RatingSessions(workspace.decisions());
    }

    private void failed(Throwable failure) {
        busy = false;
        errors.show(failure);
    }

    /** The pair to rate; empty where nothing is left to rate, and outside a session. */
    ReadOnlyObjectProperty<Optional<BlindPair>> pair() {
        return pair.getReadOnlyProperty();
    }

    /** What all ended sessions say; empty while the person rates. */
    ReadOnlyObjectProperty<Optional<PairwiseResult>> result() {
        return result.getReadOnlyProperty();
    }

    /** Whether the person has a session open. */
    ReadOnlyBooleanProperty rating() {
        return rating.getReadOnlyProperty();
    }

    ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<RatingPool> pool() {
        return pool.getReadOnlyProperty();
    }

    private record State(Optional<RatingSession> session, List<RatingTask> open, List<RatingTask> rated, Optional<PairwiseResult> result) {
    }
}
