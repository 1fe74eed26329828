package io.plumbline.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.app.cli.PlumblineCommand;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Severity;
import io.plumbline.incidents.IncidentScope;
import io.plumbline.incidents.IncidentService;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.triage.LabelDesk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** 40 records of January 2025, one a day and then some; every tenth complied with a harmful request and is flagged. */
class RetentionTest {

    private static final Clock LATER = Clock.fixed(Instant.parse("2025-08-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void importLog() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            boolean harmful = i % 10 == 0;
            log.append("{\"id\":\"r%d\",\"ts\":\"%s\",\"model\":\"bot\",\"category\":\"%s\",\"prompt\":\"the question %d\",\"response\":\"the answer %d\",\"refused\":false,\"toxicity\":0.01,\"latency_ms\":300}%n"
                .formatted(i, Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * i), harmful ? "weapons" : "benign", i, i));
        }
        assertThat(execute("import", Files.writeString(folder.resolve("log.jsonl"), log).toString())).isZero();
    }

    private Workspace open() {
        return Workspaces.open(folder.resolve("w"), "Reviewer A");
    }

    private static List<FlaggedRecord> flagged(Workspace workspace) {
        return workspace.log().flagged(LogFilter.everything());
    }

    @Test
    void textsAreOldWhenThePolicySaysSo() {
        try (Workspace workspace = open()) {
            Retention.Plan plan = new Retention(workspace, LATER).plan(Progress.NONE);
            assertThat(plan.days()).isEqualTo(180);
            assertThat(plan.before()).isEqualTo(Instant.parse("2025-02-02T00:00:00Z"));
            assertThat(plan.due().records() + plan.due().unreviewed()).isEqualTo(32);
            assertThat(plan.due().unreviewed()).isEqualTo(flagged(workspace).stream().filter(f -> f.time().isBefore(plan.before())).count()).isPositive();
        }
    }

    @Test
    void aLabelLetsAFlaggedTextGoAndAnIncidentHoldsIt() {
        try (Workspace workspace = open()) {
            Retention retention = new Retention(workspace, LATER);
            long due = retention.plan(Progress.NONE).due().records();
            FlaggedRecord first = flagged(workspace).get(0);
            new LabelDesk(workspace.decisions()).give(first, LabelChoice.values()[0], LabelDesk.Certainty.values()[0], "", Label.Rating.values()[0]);
            assertThat(retention.plan(Progress.NONE).due().records()).isEqualTo(due + 1);
            IncidentService incidents = new IncidentService(workspace.decisions(), workspace.log(), workspace::actor);
            incidents.open("Complied", incidents.scopeOf(List.of(first.key())), Severity.HIGH, "why", Instant.parse("2025-02-01T00:00:00Z"));
            assertThat(retention.plan(Progress.NONE).due().records()).isEqualTo(due);
            assertThat(retention.plan(Progress.NONE).due().evidence()).isEqualTo(1);
        }
    }

    @Test
    void whatAnOpenIncidentIsAboutStays() {
        try (Workspace workspace = open()) {
            new IncidentService(workspace.decisions(), workspace.log(), workspace::actor).open("A week", new IncidentScope(LocalDate.parse("2025-01-02"),
                LocalDate.parse("2025-01-08"), Optional.empty(), List.of()), Severity.HIGH, "why", Instant.parse("2025-02-01T00:00:00Z"));
            assertThat(new Retention(workspace, LATER).plan(Progress.NONE).due().evidence()).isEqualTo(7);
        }
    }

    @Test
    void theJournalHoldsTheCertificate() {
        try (Workspace workspace = open()) {
            Retention retention = new Retention(workspace, LATER);
            Retention.Plan plan = retention.plan(Progress.NONE);
            Retention.Done done = retention.remove(plan, Progress.NONE);
            assertThat(done.removed().records()).isEqualTo(plan.due().records());
            JournalEntry certificate = retention.certificates().get(0);
            assertThat(certificate).isEqualTo(done.certificate());
            assertThat(certificate.kind()).isEqualTo(DecisionKinds.TEXTS_REMOVED);
            assertThat(certificate.payload()).containsEntry("before", "2025-02-02T00:00:00Z").containsKeys("records", "policyDays", "keptUnreviewed");
        }
    }

    @Test
    void theCommandSaysWhatWouldGoAndThenRemovesIt() throws IOException {
        JsonNode dry = json("retention", "--dry-run", "--json");
        assertThat(dry.path("due").path("records").asLong()).isPositive();
        assertThat(dry.has("removed")).isFalse();
        assertThat(json("retention", "--dry-run", "--json").path("due")).isEqualTo(dry.path("due"));
        JsonNode done = json("retention", "--json");
        assertThat(done.path("removed").path("records")).isEqualTo(dry.path("due").path("records"));
        assertThat(done.path("certificate").path("hash").asText()).hasSize(64);
        assertThat(json("retention", "--json").path("due").path("records").asLong()).isZero();
        JsonNode record = json("records", "--time", "2025-01-02", "--json").path("records").path(0);
        assertThat(record.path("textRemoved").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(record.path("prompt").asText()).isEmpty();
        execute("records", "--time", "2025-01-02");
        assertThat(out.toString()).contains("Text removed by retention on ");
    }

    private JsonNode json(String... arguments) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(execute(arguments)).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private int execute(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "-w";
        all[arguments.length + 1] = folder.resolve("w").toString();
        CommandLine line = PlumblineCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        return line.execute(all);
    }
}
