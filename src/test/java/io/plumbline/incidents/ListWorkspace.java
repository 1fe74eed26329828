package io.plumbline.incidents;

import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.Reject;
import io.plumbline.domain.Sample;
import io.plumbline.store.Decisions;
import io.plumbline.store.EvaluationRuns;
import io.plumbline.store.Imports;
import io.plumbline.store.PolicyReader;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Settings;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace with a log in a list and a journal in memory, for tests of what is built on top of one. */
public final class ListWorkspace implements Workspace {

    private final ProductionLog log;
    private final MemoryDecisions decisions;
    private final WorkspaceChanges changes = new WorkspaceChanges();
    private final Policy policy = new PolicyReader().defaults();
    private final Map<String, String> settings = new HashMap<>();

    public ListWorkspace(ProductionLog log, MemoryDecisions decisions) {
        this.log = log;
        this.decisions = decisions;
    }

    @Override
    public Path directory() {
        return Path.of("list");
    }

    @Override
    public EvaluationRuns runs() {
        return new EvaluationRuns() {
            @Override
            public List<EvaluationRun> list() {
                return List.of();
            }

            @Override
            public Optional<EvaluationRun> find(String reference) {
                return Optional.empty();
            }

            @Override
            public List<Sample> samples(String runId) {
                return List.of();
            }
        };
    }

    @Override
    public ProductionLog log() {
        return log;
    }

    @Override
    public Imports imports() {
        return new Imports() {
            @Override
            public List<ImportManifest> list() {
                return List.of(new ImportManifest("i1", "sample.jsonl.gz", ImportKind.LOG, "jsonl", "", "support-bot-v3", "ab".repeat(32), 1, 1,
                    0, 0, 0, Instant.EPOCH, 1, "Reviewer A"));
            }

            @Override
            public Optional<ImportManifest> findByHash(String sha256) {
                return Optional.empty();
            }

            @Override
            public List<Reject> rejects(String importId, int offset, int limit) {
                return List.of();
            }

            @Override
            public Writer begin(ImportKind kind, String file, String sha256) {
                throw new UnsupportedOperationException("nothing is imported here");
            }

            @Override
            public void undo(String importId, Progress progress) {
                throw new UnsupportedOperationException("nothing is imported here");
            }

            @Override
            public List<String> interrupted() {
                return List.of();
            }
        };
    }

    @Override
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(settings.get(key));
            }

            @Override
            public void put(String key, String value) {
                settings.put(key, value);
            }

            @Override
            public void remove(String key) {
                settings.remove(key);
            }

            @Override
            public Map<String, String> startingWith(String prefix) {
                return Map.of();
            }
        };
    }

    @Override
    public WorkspaceChanges changes() {
        return changes;
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public String actor() {
        return decisions.actor();
    }

    @Override
    public void actAs(String person) {
        decisions.actor(person);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
