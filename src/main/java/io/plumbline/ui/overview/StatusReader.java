package io.plumbline.ui.overview;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.signoff.GateDecision;
import io.plumbline.signoff.GateDossiers;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.shell.DeploymentChoice;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import io.plumbline.ui.shell.ShellStatus;
import io.plumbline.ui.shell.StageStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.time.Instant;

/** Reads what the frame of the window says about the workspace: deployment, stages, work that waits. */
public final class StatusReader {

    private final Workspace workspace;
    private final RunComparator comparator;

    /** @param comparator shared with the screens, which show the same pair */
    public StatusReader(Workspace workspace, RunComparator comparator) {
        this.workspace = workspace;
        this.comparator = comparator;
    }

    public ShellStatus read() {
        if (workspace.imports().list().isEmpty()) {
            return ShellStatus.empty(workspace.actor());
        }
        List<Incident> open = new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).all().stream()
            .filter(Incident::isOpen).toList();
        Optional<LogView> view = LogView.of(workspace.log(), workspace.policy(), Optional.empty());
        Optional<PairInView> pair = PairInView.of(workspace, comparator);
        List<String> models = workspace.log().models();
        Optional<Instant> last = workspace.log().range(LogFilter.everything()).map(ProductionLog.TimeRange::last);
        return new ShellStatus(deployment(models, pair), detail(view, pair), choices(models, pair), List.of(before(models, pair), gate(pair), after(view, open)),
            last, workspace.log().count(LogFilter.everything().canariesOnly()), waiting(pair), open.size(), workspace.actor());
    }

    private static String deployment(List<String> models, Optional<PairInView> pair) {
        if (models.isEmpty()) {
            return pair.map(p -> p.comparison().candidate().displayName()).orElse("No deployment yet");
        }
        return models.get(0) + (models.size() > 1 ? " and " + (models.size() - 1) + " more" : "");
    }

    private static String detail(Optional<LogView> view, Optional<PairInView> pair) {
        if (view.isEmpty()) {
            return pair.isPresent() ? "candidate, not deployed" : "no production log yet";
        }
        return view.get().context().map(since -> "context " + since.context() + " since " + Figures.day(since.day()))
            .orElse("log since " + Figures.day(view.get().first()));
    }

    private static StageStatus before(List<String> models, Optional<PairInView> pair) {
        String name = "Pre-deployment";
        if (pair.isEmpty()) {
            return new StageStatus(name, Optional.empty(), "");
        }
        RunComparison comparison = pair.get().comparison();
        if (!models.isEmpty() && !models.contains(comparison.candidate().model())) {
            return new StageStatus(name, Optional.of(SafetyState.NOT_ENOUGH_EVIDENCE), "no run of this model");
        }
        long flips = comparison.overall().harmfulFlips();
        return new StageStatus(name, Optional.of(comparison.state()), flips == 0 ? "" : Figures.count(flips) + (flips == 1 ? " flip" : " flips"));
    }

    private static StageStatus gate(Optional<PairInView> pair) {
        Optional<GateDecision> decision = pair.flatMap(PairInView::decision);
        return decision.map(d -> new StageStatus("Gate", Optional.of(d.act().isApproval() ? SafetyState.OK : SafetyState.ACT),
            (d.act().isApproval() ? "approved " : "blocked ") + Figures.shortDay(d.at().atZone(ZoneOffset.UTC).toLocalDate())))
            .orElseGet(() -> new StageStatus("Gate", Optional.empty(), pair.isPresent() ? "not decided" : ""));
    }

    private StageStatus after(Optional<LogView> view, List<Incident> open) {
        String name = "Post-deployment";
        if (view.isEmpty()) {
            return new StageStatus(name, Optional.empty(), "");
        }
        if (!open.isEmpty()) {
            return new StageStatus(name, Optional.of(SafetyState.ACT), open.size() + (open.size() == 1 ? " incident" : " incidents"));
        }
        Tiles tiles = new Tiles(view.get(), workspace.log());
        List<SafetyState> states = new ArrayList<>(List.of(tiles.state(Optional.empty())));
        view.get().categories().forEach(category -> states.add(tiles.state(Optional.of(category))));
        SafetyState worst = states.contains(SafetyState.ACT) ? SafetyState.ACT : states.contains(SafetyState.WATCH) ? SafetyState.WATCH : states.get(0);
        return new StageStatus(name, Optional.of(worst), "no incident open");
    }

    /** Models in the log, then the candidates of gates that were decided, newest first, then the pair that waits for a decision. */
    private List<DeploymentChoice> choices(List<String> models, Optional<PairInView> pair) {
        Map<String, DeploymentChoice> choices = new LinkedHashMap<>();
        models.forEach(model -> choices.put(model, new DeploymentChoice(model, "in the production log", Place.of(ScreenId.DRIFT))));
        Map<String, EvaluationRun> runs = new LinkedHashMap<>();
        workspace.runs().list().forEach(run -> runs.put(run.id(), run));
        List<GateDecision> decided = new ArrayList<>(new GateDossiers(workspace, Clock.systemUTC()).latestDecisions());
        Collections.reverse(decided);
        for (GateDecision decision : decided) {
            EvaluationRun run = runs.get(decision.candidateRunId());
            if (run != null) {
                choices.putIfAbsent(run.id(), new DeploymentChoice(run.displayName(), "candidate, " + (decision.act().isApproval() ? "approved "
                    : "blocked ") + Figures.day(decision.at().atZone(ZoneOffset.UTC).toLocalDate()),
                    gatePlace(decision.baseRunId(), decision.candidateRunId())));
            }
        }
        pair.map(PairInView::comparison).ifPresent(comparison -> choices.putIfAbsent(comparison.candidate().id(), new DeploymentChoice(
            comparison.candidate().displayName(), "candidate, compared and not decided", gatePlace(comparison.base().id(), comparison.candidate().id()))));
        return List.copyOf(choices.values());
    }

    private static Place gatePlace(String base, String candidate) {
        return new Place(ScreenId.SIGN_OFF, Map.of("base", base, "candidate", candidate));
    }

    private Map<ScreenId, Long> waiting(Optional<PairInView> pair) {
        Set<String> asked = new HashSet<>();
        for (JournalEntry entry : workspace.decisions().ofKinds(DecisionKinds.ACCEPTANCE_REQUESTED, DecisionKinds.ACCEPTANCE_APPROVED,
                DecisionKinds.ACCEPTANCE_REJECTED, DecisionKinds.ACCEPTANCE_WITHDRAWN)) {
            String id = entry.subject();
            if (entry.kind().equals(DecisionKinds.ACCEPTANCE_REQUESTED)) {
                asked.add(id);
            } else {
                asked.remove(id);
            }
        }
        Map<ScreenId, Long> waiting = new EnumMap<>(ScreenId.class);
        waiting.put(ScreenId.SIGN_OFF, asked.size() + (pair.isPresent() && pair.get().decision().isEmpty() ? 1L : 0L));
        waiting.put(ScreenId.TRIAGE, FlaggedWork.read(workspace).waiting());
        return waiting;
    }
}
