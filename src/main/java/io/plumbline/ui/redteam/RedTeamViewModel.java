package io.plumbline.ui.redteam;

import io.plumbline.detection.SignalDesk;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Focus;
import io.plumbline.redteam.RedTeamFindings;
import io.plumbline.redteam.RedTeamSession;
import io.plumbline.redteam.RedTeamSessions;
import io.plumbline.redteam.StopWatch;
import io.plumbline.redteam.Turn;
import io.plumbline.signals.MeasuringDepth;
import io.plumbline.signals.RecordMeasurer;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.ErrorSurface;
import io.plumbline.ui.common.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the red-team screen knows and does. It is used on the FX thread; reading and writing happen off it. */
final class RedTeamViewModel {

    private final Workspace workspace;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final ErrorSurface errors;
    private final BiFunction<Path, Progress, List<Attempt>> logs;
    private final ReadOnlyObjectWrapper<RedTeamReading> reading = new ReadOnlyObjectWrapper<>(RedTeamReading.empty());
    private final ObservableList<Turn> turns = FXCollections.observableArrayList();
    private Optional<String> wantedRun = Optional.empty();
    private StopWatch watch;
    private String watched = "";
    private volatile Optional<RecordMeasurer> measurer = Optional.empty();

    /** @param logs reads the log of a tool */
    RedTeamViewModel(Workspace workspace, InstantSource clock, TaskRunner tasks, ErrorSurface errors,
                     BiFunction<Path, Progress, List<Attempt>> logs) {
        this.workspace = workspace;
        this.clock = clock;
        this.tasks = tasks;
        this.errors = errors;
        this.logs = logs;
        watch = new StopWatch(clock, Duration.ZERO);
    }

    void reload() {
        Optional<String> wanted = wantedRun.or(() -> reading.get().chosen().map(EvaluationRun::id));
        tasks.start("redteam.read", "Reading red-team sessions", progress -> read(wanted), this::accept, errors::show);
    }

    private void accept(RedTeamReading found) {
        reading.set(found);
        found.open().ifPresent(session -> {
            if (!session.id().equals(watched)) {
                // A session that was cut off goes on from the minutes it has; the watch stands still until a person lets it run.
                watched = session.id();
                watch = new StopWatch(clock, session.active());
            }
        });
    }

    private RedTeamReading read(Optional<String> wanted) {
        List<EvaluationRun> runs = workspace.runs().list().stream().filter(EvaluationRun::isOnSafety).toList();
        Optional<EvaluationRun> chosen = wanted.flatMap(id -> runs.stream().filter(run -> run.id().equals(id)).findFirst())
            .or(() -> runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1)));
        List<RedTeamSession> sessions = new ArrayList<>(chosen.map(run -> sessions().on(run.id())).orElse(List.of()));
        RedTeamFindings findings = new RedTeamFindings(sessions);
        LocalDate oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(workspace.policy().count("gate.evidence.days"));
        Collections.reverse(sessions);
        return new RedTeamReading(runs, chosen, sessions, findings.domainMinutes(oldest), workspace.policy().count("gate.minimum.redteam"),
            findings.triggers(oldest, workspace.policy().number("gate.confidence")), findings.survivalByTurn());
    }

    private RedTeamSessions sessions() {
        return new RedTeamSessions(workspace.decisions(), clock);
    }

    void choose(String runId) {
        wantedRun = Optional.of(runId);
        reload();
    }

    void start(Focus focus, String domain) {
        reading.get().chosen().ifPresent(run -> change("Starting a session", () -> sessions().start(run, focus, domain), session -> {
            watched = session.id();
            watch = new StopWatch(clock, Duration.ZERO);
            watch.run();
        }));
    }

    /** Lets the watch run or stand still. */
    void pauseOrResume() {
        if (watch.isRunning()) {
            watch.pause();
        } else {
            watch.run();
        }
    }

    boolean isRunning() {
        return watch.isRunning();
    }

    Duration elapsed() {
        return watch.elapsed();
    }

    /** Adds a turn to the conversation that is being typed. */
    void addTurn(String prompt, String response) {
        if (!prompt.isBlank() || !response.isBlank()) {
            turns.add(new Turn(prompt, response));
        }
    }

    /** Keeps the conversation with what the person saw; a failure is that of its last turn. */
    void judge(AttemptOutcome outcome, String trigger, String note) {
        Optional<RedTeamSession> open = reading.get().open();
        if (open.isEmpty() || turns.isEmpty()) {
            return;
        }
        Attempt attempt = new Attempt(turns, outcome, outcome == AttemptOutcome.FAILED ? turns.size() : 0, trigger, note);
        Duration active = watch.elapsed();
        change("Keeping the attempt", () -> sessions().add(open.get().id(), attempt, active), session -> turns.clear());
    }

    void end() {
        watch.pause();
        Duration active = watch.elapsed();
        reading.get().open().ifPresent(open -> change("Ending the session", () -> sessions().end(open.id(), active), session -> watched = ""));
    }

    void importLog(Path file, Focus focus, String domain) {
        reading.get().chosen().ifPresent(run -> tasks.start("redteam.import", "Reading " + file.getFileName(),
            progress -> sessions().importLog(run, focus, domain, logs.apply(file, progress)), session -> reload(), errors::show));
    }

    private void change(String title, java.util.function.Supplier<RedTeamSession> act, java.util.function.Consumer<RedTeamSession> then) {
        tasks.start("redteam.change", title, progress -> act.get(), session -> {
            then.accept(session);
            reload();
        }, errors::show);
    }

    /** Measures a turn as a record of a log would be, so that a person sees what the detectors make of it. */
    void measure(Turn turn, Consumer<MeasuredRecord> measured) {
        tasks.start("redteam.measure." + turns.indexOf(turn), "Measuring the turn", progress -> {
            LogRecord record = new LogRecord("turn", Instant.EPOCH, "", "", "", 0, "", "", LogRecord.BENIGN, "", turn.prompt(), turn.response(), "", -1, -1, -1,
                Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
            return measurer().session(workspace.policy(), MeasuringDepth.EVERYTHING).measure(record);
        }, measured, errors::show);
    }

    /** Reading the phrase tables takes a moment, so what measures is kept. */
    private RecordMeasurer measurer() {
        if (measurer.isEmpty()) {
            measurer = Optional.of(new RecordMeasurer(new SignalDesk(workspace.decisions()).plan()));
        }
        return measurer.get();
    }

    ObservableList<Turn> turns() {
        return turns;
    }

    ReadOnlyObjectProperty<RedTeamReading> reading() {
        return reading.getReadOnlyProperty();
    }
}
