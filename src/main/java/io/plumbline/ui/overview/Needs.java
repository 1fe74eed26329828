package io.plumbline.ui.overview;

import io.plumbline.domain.FlagKind;
import io.plumbline.domain.GateOutcome;
import io.plumbline.domain.SafetyState;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.DecisionClock;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.incidents.IncidentStep;
import io.plumbline.signoff.AcceptanceState;
import io.plumbline.signoff.Acceptances;
import io.plumbline.signoff.GateSubject;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.store.Workspace;
import io.plumbline.ui.common.Figures;
import io.plumbline.ui.overview.OverviewReading.Need;
import io.plumbline.ui.overview.OverviewReading.Way;
import io.plumbline.ui.shell.Place;
import io.plumbline.ui.shell.ScreenId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What waits for a person, most urgent first: incidents, gates, acceptances that end, evidence that is missing. */
final class Needs {

    /** An acceptance that ends within this many days is on the list. */
    private static final int REMIND_DAYS = 14;

    /** Most urgent first; within a state the order in which they are read stays. */
    private static final List<SafetyState> URGENCY = List.of(SafetyState.ACT, SafetyState.WATCH, SafetyState.NOT_ENOUGH_EVIDENCE, SafetyState.OK);

    private final Workspace workspace;
    private final Clock clock;

    Needs(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    List<Need> read(Optional<PairInView> pair, FlaggedWork work) {
        List<Need> needs = new ArrayList<>();
        new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).all().stream().filter(Incident::isOpen)
            .forEach(incident -> needs.add(incident(incident)));
        if (work.waiting() > 0) {
            needs.add(labels(work));
        }
        pair.ifPresent(p -> gate(p, needs));
        workspace.notices().forEach(notice -> needs.add(new Need(SafetyState.WATCH, "When the workspace was opened", notice, "",
            new Way("Look at the data", Place.of(ScreenId.DATA)))));
        needs.sort(Comparator.comparingInt(need -> URGENCY.indexOf(need.state())));
        return needs;
    }

    private Need incident(Incident incident) {
        Optional<IncidentStep> step = incident.currentStep();
        String act = step.map(s -> s.word().toLowerCase(Locale.ROOT)).orElse("close it");
        String when = DecisionClock.of(incident, workspace.policy()).map(due -> due.left(clock.instant()).isNegative()
            ? "overdue by " + Figures.duration(due.left(clock.instant()).negated()) : "due in " + Figures.duration(due.left(clock.instant())))
            .orElse("open " + Figures.duration(Duration.between(incident.opened(), clock.instant())));
        SafetyState state = incident.severity().severity().compareTo(Severity.HIGH) >= 0 ? SafetyState.ACT : SafetyState.WATCH;
        return new Need(state, incident.id() + ": " + act, step.map(s -> "Step " + s.number() + " of 5, ").orElse("") + "severity "
            + incident.severity().severity().word() + ", opened by " + incident.openedBy(), when,
            new Way("Continue", Place.of(ScreenId.INCIDENTS, "incident", incident.id())));
    }

    private static Need labels(FlaggedWork work) {
        String reasons = work.byKind().entrySet().stream().sorted(Map.Entry.<FlagKind, Long>comparingByValue().reversed()).limit(2)
            .map(entry -> Figures.count(entry.getValue()) + " " + reason(entry.getKey())).collect(Collectors.joining(", "));
        return new Need(SafetyState.WATCH, Figures.count(work.waiting()) + (work.waiting() == 1 ? " output waits for a label" : " outputs wait for a label"),
            reasons, Figures.count(work.labelled()) + " done", new Way("Triage", Place.of(ScreenId.TRIAGE)));
    }

    private static String reason(FlagKind kind) {
        return switch (kind) {
            case COMPLIED_WITH_HARM -> "complied with harm";
            case TRIGGER -> "by the trigger detector";
            case PERSONAL_DATA -> "with personal data";
            case TOXIC -> "toxic";
            case DETECTORS_DIFFER -> "on which detectors differ";
            case PARTIAL_REFUSAL -> "partial refusals";
            case HIDDEN_TEXT -> "with hidden text";
            case ANOMALY -> "unlike baseline records";
            case RANDOM_AUDIT -> "drawn at random";
            case SECRET -> "with a key or token";
            case POLICY -> "against a content policy";
        };
    }

    private void gate(PairInView pair, List<Need> needs) {
        GateSubject subject = new GateSubject(pair.comparison().base().id(), pair.comparison().candidate().id());
        Place place = new Place(ScreenId.SIGN_OFF, Map.of("base", subject.baseRunId(), "candidate", subject.candidateRunId()));
        String candidate = pair.comparison().candidate().displayName();
        if (pair.decision().isEmpty()) {
            needs.add(new Need(pair.result().outcome() == GateOutcome.BLOCK ? SafetyState.ACT : SafetyState.WATCH, "Gate undecided: " + candidate,
                "The policy says " + pair.result().outcome().word() + ", " + pair.result().evidence().word(), "not decided", new Way("Review", place)));
        }
        for (RiskAcceptance acceptance : new Acceptances(workspace, clock).at(subject, pair.comparison())) {
            acceptance(acceptance, place, needs);
        }
        if (!pair.result().missing().isEmpty()) {
            int more = pair.result().missing().size() - 1;
            needs.add(new Need(SafetyState.NOT_ENOUGH_EVIDENCE, "Evidence is missing at the gate", pair.result().missing().get(0)
                + (more > 0 ? " And " + more + " more." : ""), "no due date", new Way("See what", place)));
        }
    }

    private void acceptance(RiskAcceptance acceptance, Place place, List<Need> needs) {
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), acceptance.expires());
        if (acceptance.state().isOpen()) {
            needs.add(new Need(SafetyState.WATCH, "Acceptance " + acceptance.id() + " waits for a second person", "Asked for by " + acceptance.requester(),
                "since " + Figures.moment(acceptance.requestedAt()), new Way("Review", place)));
        } else if (acceptance.state() == AcceptanceState.EXPIRED || acceptance.state() == AcceptanceState.VOID) {
            needs.add(new Need(SafetyState.ACT, "Acceptance " + acceptance.id() + " is " + acceptance.state().word(), acceptance.scope(),
                "ended " + Figures.day(acceptance.expires()), new Way("Review", place)));
        } else if (acceptance.state().holds() && left <= REMIND_DAYS) {
            needs.add(new Need(SafetyState.WATCH, "Acceptance " + acceptance.id() + " ends soon", acceptance.scope(), left + " d left", new Way("Review", place)));
        }
    }
}
