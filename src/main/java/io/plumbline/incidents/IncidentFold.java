package io.plumbline.incidents;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an incident out of the journal lines that decided on it. This class and {@link IncidentService} are the two that know how a
 * decision is spelled on disk; every spelling that was ever written must stay readable.
 */
final class IncidentFold {

    private final List<SeverityDecision> severities = new ArrayList<>();
    private final Map<IncidentStep, StepConclusion> conclusions = new EnumMap<>(IncidentStep.class);
    private final List<IncidentLink> links = new ArrayList<>();
    private final List<TimelineEntry> entries = new ArrayList<>();
    private Optional<Incident.Closure> closure = Optional.empty();
    private Optional<JournalEntry> opening = Optional.empty();

    private IncidentFold() {
    }

    /** The incident these lines tell of, oldest first; empty where none of them opens it. */
    static Optional<Incident> of(List<JournalEntry> lines) {
        IncidentFold fold = new IncidentFold();
        lines.forEach(fold::apply);
        return fold.opening.map(fold::incident);
    }

    private Incident incident(JournalEntry opened) {
        entries.sort(Comparator.comparing(TimelineEntry::at));
        Payload payload = new Payload(opened.payload());
        IncidentScope scope = new IncidentScope(LocalDate.parse(payload.text("from")), LocalDate.parse(payload.text("to")),
            payload.optional("category"), payload.texts("records"));
        Instant detected = payload.optional("detected").map(Instant::parse).orElse(opened.time());
        return new Incident(opened.subject(), payload.text("title"), scope, opened.actor(), opened.time(), detected, severities,
            conclusions, links, entries, closure);
    }

    private void apply(JournalEntry line) {
        Payload payload = new Payload(line.payload());
        switch (line.kind()) {
            case DecisionKinds.INCIDENT_OPENED -> opened(line, payload);
            case DecisionKinds.INCIDENT_SEVERITY -> severity(line, payload);
            case DecisionKinds.INCIDENT_NOTE -> note(line, payload);
            case DecisionKinds.INCIDENT_STEP -> step(line, payload);
            case DecisionKinds.INCIDENT_LINK -> link(line, payload);
            case DecisionKinds.INCIDENT_CLOSED -> {
                closure = Optional.of(new Incident.Closure(line.actor(), line.time(), payload.text("summary")));
                decision(line, TimelineEntry.Weight.IMPORTANT, "Closed", payload.text("summary"));
            }
            default -> { }
        }
    }

    private void opened(JournalEntry line, Payload payload) {
        opening = Optional.of(line);
        Severity severity = Severity.valueOf(payload.text("severity"));
        severities.add(new SeverityDecision(severity, payload.text("reason"), line.actor(), line.time()));
        decision(line, TimelineEntry.Weight.IMPORTANT, "Opened, severity " + severity.word(), payload.text("reason"));
    }

    private void severity(JournalEntry line, Payload payload) {
        Severity severity = Severity.valueOf(payload.text("severity"));
        severities.add(new SeverityDecision(severity, payload.text("reason"), line.actor(), line.time()));
        decision(line, TimelineEntry.Weight.IMPORTANT, "Severity set to " + severity.word(), payload.text("reason"));
    }

    private void note(JournalEntry line, Payload payload) {
        Instant at = payload.optional("at").map(Instant::parse).orElse(line.time());
        entries.add(new TimelineEntry(at, TimelineEntry.Origin.PERSON, TimelineEntry.Weight.valueOf(payload.text("weight")),
            payload.text("text"), payload.optional("step").map(s -> IncidentStep.valueOf(s).word()).orElse(""), line.actor()));
    }

    private void step(JournalEntry line, Payload payload) {
        IncidentStep step = IncidentStep.valueOf(payload.text("step"));
        conclusions.put(step, new StepConclusion(step, payload.text("verdict"), payload.text("text"), payload.counts("figures"),
            line.actor(), line.time()));
        decision(line, TimelineEntry.Weight.IMPORTANT, "Step " + step.number() + " concluded: " + payload.text("verdict"),
            payload.text("text"));
    }

    private void link(JournalEntry line, Payload payload) {
        LinkKind kind = LinkKind.valueOf(payload.text("link"));
        IncidentLink.State state = IncidentLink.State.valueOf(payload.text("state"));
        links.add(new IncidentLink(kind, state, payload.text("reference"), line.actor(), line.time()));
        String title = state == IncidentLink.State.WAIVED ? "Waived: " + kind.condition() : kind.condition();
        decision(line, TimelineEntry.Weight.ORDINARY, title, payload.text("reference"));
    }

    private void decision(JournalEntry line, TimelineEntry.Weight weight, String title, String detail) {
        entries.add(new TimelineEntry(line.time(), TimelineEntry.Origin.DECISION, weight, title, detail, line.actor()));
    }

    /** Typed reading of a payload; what is absent reads as empty, since older lines may lack it. */
    private record Payload(Map<String, Object> values) {

        String text(String key) {
            return optional(key).orElse("");
        }

        Optional<String> optional(String key) {
            return Optional.ofNullable(values.get(key)).map(Object::toString).filter(s -> !s.isEmpty());
        }

        List<String> texts(String key) {
            return values.get(key) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
        }

        Map<String, Long> counts(String key) {
            Map<String, Long> counts = new LinkedHashMap<>();
            if (values.get(key) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> {
                    if (value instanceof Number number) {
                        counts.put(name.toString(), number.longValue());
                    }
                });
            }
            return counts;
        }
    }
}
