package io.plumbline.signoff;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.store.Decisions;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.ui.MemoryWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace in memory with runs, a journal, a clock and people that a test sets. */
public final class GateWorkspace implements Workspace, InstantSource {

    private final MemoryWorkspace empty = new MemoryWorkspace();
    private final RecordedRuns runs;
    private final List<ImportManifest> imports = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private Instant now = Instant.parse("2026-07-15T12:00:00Z");
    private String actor = "Reviewer A";

    public GateWorkspace(RecordedRuns runs) {
        this.runs = runs;
        runs.list().forEach(run -> addImport(run.importId(), run.model(), "sha-" + run.id()));
    }

    public GateWorkspace at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public GateWorkspace as(String person) {
        actor = person;
        return this;
    }

    public void addImport(String id, String model, String sha256) {
        imports.add(new ImportManifest(id, id + ".json", ImportKind.RUN, "test", "", model, sha256, 1, 1, 0, 0, 0, now, 0, actor));
    }

    public void undoImport(String id) {
        imports.removeIf(manifest -> manifest.id().equals(id));
    }

    public List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Path directory() {
        return empty.directory();
    }

    @Override
    public EvaluationRuns runs() {
        return runs;
    }

    @Override
    public ProductionLog log() {
        return empty.log();
    }

    @Override
    public Imports imports() {
        return new Imports() {
            @Override
            public List<ImportManifest> list() {
                return List.copyOf(imports);
            }

            @Override
            public Optional<ImportManifest> findByHash(String sha256) {
                return imports.stream().filter(manifest -> manifest.sha256().equals(sha256)).findFirst();
            }

            @Override
            public List<Reject> rejects(String importId, int offset, int limit) {
                return List.of();
            }

            @Override
            public Writer begin(ImportKind kind, String file, String sha256) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void undo(String importId, Progress progress) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<String> interrupted() {
                return List.of();
            }
        };
    }

    @Override
    public Decisions decisions() {
        return new Decisions() {
            @Override
            public JournalEntry record(String kind, String subject, Map<String, Object> payload) {
                JournalEntry entry = new JournalEntry(journal.size() + 1, now, actor, kind, subject, payload, head().hash(),
                    "hash " + (journal.size() + 1));
                journal.add(entry);
                empty.changes().publish(WorkspaceChanges.Change.DECISIONS);
                return entry;
            }

            @Override
            public List<JournalEntry> onSubject(String subject) {
                return journal.stream().filter(entry -> entry.subject().equals(subject)).toList();
            }

            @Override
            public List<JournalEntry> ofKinds(String... kinds) {
                return journal.stream().filter(entry -> List.of(kinds).contains(entry.kind())).toList();
            }

            @Override
            public Head head() {
                return new Head(journal.size(), journal.isEmpty() ? "" : journal.get(journal.size() - 1).hash());
            }
        };
    }

    @Override
    public Settings settings() {
        return empty.settings();
    }

    @Override
    public WorkspaceChanges changes() {
        return empty.changes();
    }

    @Override
    public Policy policy() {
        return empty.policy();
    }

    @Override
    public String actor() {
        return actor;
    }

    @Override
    public void actAs(String person) {
        actor = person;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
