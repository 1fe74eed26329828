package io.plumbline.retention;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.incidents.Incident;
import io.plumbline.incidents.IncidentService;
import io.plumbline.store.TextsDue;
import io.plumbline.store.TextsKept;
import io.plumbline.store.Workspace;
import io.plumbline.triage.Label;
import io.plumbline.triage.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Removes texts of production records when they are older than the policy says, and keeps every number (R56, C13): texts of flagged records go
 * once a person reviewed them, those that an incident rests on or is about stay. Nothing is removed unless a person asks for it; the entry in the
 * journal is made first and is the certificate.
 */
public final class Retention {

    /** How many days texts are kept. */
    public static final String DAYS = "retention.text.days";

    private final Workspace workspace;
    private final Clock clock;

    public Retention(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What is due now. */
    public Plan plan(Progress progress) {
        int days = workspace.policy().count(DAYS);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant before = today.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Plan(days, before, workspace.texts().due(before, kept(), progress), copies());
    }

    /** Removes what a person saw in a plan and agreed to. */
    public Done remove(Plan plan, Progress progress) {
        progress.check();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("policyDays", plan.days());
        payload.put("before", plan.before().toString());
        payload.put("records", plan.due().records());
        payload.put("bytes", plan.due().bytes());
        payload.put("keptUnreviewed", plan.due().unreviewed());
        payload.put("keptEvidence", plan.due().evidence());
        JournalEntry certificate = workspace.decisions().record(DecisionKinds.TEXTS_REMOVED, "log", payload);
        LocalDate on = LocalDate.ofInstant(certificate.time(), ZoneOffset.UTC);
        return new Done(certificate, workspace.texts().remove(plan.before(), kept(), on, progress));
    }

    /** The removals that were decided, oldest first. */
    public List<JournalEntry> certificates() {
        return workspace.decisions().ofKinds(DecisionKinds.TEXTS_REMOVED);
    }

    private List<Path> copies() {
        try (Stream<Path> files = Files.list(workspace.directory())) {
            return files.filter(file -> file.getFileName().toString().startsWith("before-migration")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextsKept kept() {
        Set<String> evidence = new HashSet<>();
        List<LogFilter> scopes = new ArrayList<>();
        for (Incident incident : new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).all()) {
            evidence.addAll(incident.scope().records());
            if (incident.isOpen() && incident.scope().records().isEmpty()) {
                scopes.add(LogFilter.everything().between(incident.scope().from(), incident.scope().to())
                    .inCategories(incident.scope().category().map(Set::of).orElse(Set.of())));
            }
        }
        Set<String> reviewed = Labels.of(workspace.decisions()).all().stream().map(Label::record).collect(Collectors.toSet());
        return new TextsKept(evidence, scopes, reviewed);
    }

    /**
     * What is due.
     *
     * @param days   that texts are kept by the policy
     * @param before records earlier than this are old
     * @param copies copies of the database that an update left here and that hold texts of their time; nothing is removed from them
     */
    public record Plan(int days, Instant before, TextsDue due, List<Path> copies) {
    }

    /**
     * What was removed.
     *
     * @param certificate the decision in the journal
     * @param removed     what really went
     */
    public record Done(JournalEntry certificate, TextsDue removed) {
    }
}
