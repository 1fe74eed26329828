package io.plumbline.incidents;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Severity;
import io.plumbline.store.Decisions;
import io.plumbline.store.ProductionLog;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens, works and closes incidents. Every act is one line of the journal; nothing about an incident is kept anywhere else. */
public final class IncidentService {

    private static final String[] KINDS = {DecisionKinds.INCIDENT_OPENED, DecisionKinds.INCIDENT_NOTE, DecisionKinds.INCIDENT_STEP,
        DecisionKinds.INCIDENT_SEVERITY, DecisionKinds.INCIDENT_LINK, DecisionKinds.INCIDENT_CLOSED};

    private final Decisions decisions;
    private final ProductionLog log;
    private final Supplier<String> actor;

    /** @param actor asked at each act who is at work, since another person may have taken the seat */
    public IncidentService(Decisions decisions, ProductionLog log, Supplier<String> actor) {
        this.decisions = decisions;
        this.log = log;
        this.actor = actor;
    }

    /** All incidents: open before closed, worst first, newest first. */
    public List<Incident> all() {
        Map<String, List<JournalEntry>> bySubject = decisions.ofKinds(KINDS).stream()
            .collect(Collectors.groupingBy(JournalEntry::subject, LinkedHashMap::new, Collectors.toList()));
        return bySubject.values().stream().map(IncidentFold::of).flatMap(Optional::stream)
            .sorted(Comparator.comparing(Incident::isOpen).reversed()
                .thenComparing(i -> i.severity().severity(), Comparator.reverseOrder())
                .thenComparing(Incident::id, Comparator.reverseOrder()))
            .toList();
    }

    public Optional<Incident> find(String id) {
        return IncidentFold.of(decisions.onSubject(id));
    }

    /** The decisions on one incident, oldest first, as a report quotes them. */
    public List<JournalEntry> decisionsOn(String id) {
        return decisions.onSubject(id);
    }

    /** Opens an incident and returns it. */
    public Incident open(String title, IncidentScope scope, Severity severity, String reason, Instant detected) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("title", required("title", title));
        payload.put("from", scope.from().toString());
        payload.put("to", scope.to().toString());
        scope.category().ifPresent(c -> payload.put("category", c));
        payload.put("records", new ArrayList<>(scope.records()));
        payload.put("severity", severity.name());
        payload.put("reason", required("reason for the severity", reason));
        payload.put("detected", detected.toString());
        String id = nextId();
        decisions.record(DecisionKinds.INCIDENT_OPENED, id, payload);
        return standing(id);
    }

    /** The days and the category that flagged records share: what an incident opened from them is about. */
    public IncidentScope scopeOf(List<String> recordKeys) {
        List<MeasuredRecord> records = recordKeys.stream().map(log::find).flatMap(Optional::stream).toList();
        if (records.isEmpty()) {
            throw new InputException("None of the chosen records is in this workspace any more. Choose them again in Triage.");
        }
        List<LocalDate> days = records.stream().map(r -> r.record().time().atZone(ZoneOffset.UTC).toLocalDate()).sorted().toList();
        List<String> categories = records.stream().map(r -> r.record().category()).distinct().toList();
        return new IncidentScope(days.get(0), days.get(days.size() - 1),
            categories.size() == 1 ? Optional.of(categories.get(0)) : Optional.empty(), recordKeys);
    }

    /** Adds a note that stands where it was written. */
    public Incident note(String id, IncidentStep step, String text) {
        openIncident(id);
        decisions.record(DecisionKinds.INCIDENT_NOTE, id, Map.of("step", step.name(), "text", required("note", text),
            "weight", TimelineEntry.Weight.ORDINARY.name()));
        return standing(id);
    }

    /** Inserts something that happened at another time than now. */
    public Incident insert(String id, Instant at, TimelineEntry.Weight weight, String text) {
        openIncident(id);
        decisions.record(DecisionKinds.INCIDENT_NOTE, id, Map.of("at", at.toString(), "text", required("timeline entry", text),
            "weight", weight.name()));
        return standing(id);
    }

    /** Records what a person concluded in a step; a later conclusion replaces an earlier one, both stay in the journal. */
    public Incident conclude(String id, IncidentStep step, String verdict, String text, Map<String, Long> figures) {
        Incident incident = openIncident(id);
        if (incident.state(step) == Incident.StepState.NOT_BEGUN) {
            IncidentStep first = incident.currentStep().orElse(step);
            throw new InputException("Step " + step.number() + " can't be concluded before step " + first.number() + ", "
                + first.word() + ", is. Conclude that one first.");
        }
        decisions.record(DecisionKinds.INCIDENT_STEP, id, Map.of("step", step.name(), "verdict", required("conclusion", verdict),
            "text", text, "figures", new LinkedHashMap<>(figures)));
        return standing(id);
    }

    public Incident setSeverity(String id, Severity severity, String reason) {
        openIncident(id);
        decisions.record(DecisionKinds.INCIDENT_SEVERITY, id, Map.of("severity", severity.name(),
            "reason", required("reason for the severity", reason)));
        return standing(id);
    }

    /** Ties the incident to a proof, a test or a monitor. */
    public Incident link(String id, LinkKind kind, String reference) {
        openIncident(id);
        if (kind == LinkKind.SECOND_PERSON) {
            return agree(id, reference);
        }
        return record(id, kind, IncidentLink.State.LINKED, required("reference", reference));
    }

    /** Records the decision to do without a proof, a test or a monitor. */
    public Incident waive(String id, LinkKind kind, String reason) {
        openIncident(id);
        if (kind == LinkKind.SECOND_PERSON) {
            throw new InputException("A second person can't be waived: ask someone who did none of the steps to look at " + id + ".");
        }
        return record(id, kind, IncidentLink.State.WAIVED, required("reason for the waiver", reason));
    }

    /** A second person's word that the incident may be closed. */
    public Incident agree(String id, String remark) {
        Incident incident = openIncident(id);
        if (CloseConditions.workers(incident).contains(actor.get())) {
            throw new InputException(actor.get() + " opened this incident or concluded a step of it, so the second look has to be someone else's.");
        }
        return record(id, LinkKind.SECOND_PERSON, IncidentLink.State.LINKED, remark.isBlank() ? "agrees" : remark);
    }

    /** Closes the incident, or says which conditions do not hold. */
    public Incident close(String id, String summary) {
        Incident incident = openIncident(id);
        List<String> missing = CloseConditions.of(incident).stream().filter(c -> !c.fulfilled())
            .map(c -> c.name().toLowerCase(Locale.ROOT) + " (" + c.detail() + ")").toList();
        if (!missing.isEmpty()) {
            throw new InputException(id + " can't be closed yet. Missing: " + String.join("; ", missing) + ".");
        }
        decisions.record(DecisionKinds.INCIDENT_CLOSED, id, Map.of("summary", required("summary", summary)));
        return standing(id);
    }

    private Incident record(String id, LinkKind kind, IncidentLink.State state, String reference) {
        decisions.record(DecisionKinds.INCIDENT_LINK, id, Map.of("link", kind.name(), "state", state.name(), "reference", reference));
        return standing(id);
    }

    private Incident standing(String id) {
        return find(id).orElseThrow(() -> new InputException("There is no incident " + id + " in this workspace."));
    }

    private Incident openIncident(String id) {
        Incident incident = standing(id);
        if (!incident.isOpen()) {
            throw new InputException(id + " is closed. Open a new incident that refers to it.");
        }
        return incident;
    }

    private String nextId() {
        int last = decisions.ofKinds(DecisionKinds.INCIDENT_OPENED).stream().map(JournalEntry::subject)
            .filter(s -> s.matches("INC-\\d{1,8}")).mapToInt(s -> Integer.parseInt(s.substring(4))).max().orElse(0);
        return String.format(Locale.ROOT, "INC-%03d", last + 1);
    }

    private static String required(String what, String text) {
        if (text.isBlank()) {
            throw new InputException("The " + what + " is empty. Write at least a few words.");
        }
        return text.strip();
    }
}
