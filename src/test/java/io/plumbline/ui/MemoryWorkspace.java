package io.plumbline.ui;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An empty workspace in memory, for tests of what the window does without data. */
public final class MemoryWorkspace implements Workspace {

    private final WorkspaceChanges changes = new WorkspaceChanges();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();

    @Override
    public Path directory() {
        return Path.of("memory");
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
        return new ProductionLog() {
            @Override
            public long count(LogFilter filter) {
                return 0;
            }

            @Override
            public Optional<TimeRange> range(LogFilter filter) {
                return Optional.empty();
            }

            @Override
            public List<String> harmCategories() {
                return List.of();
            }

            @Override
            public List<String> models() {
                return List.of();
            }

            @Override
            public List<DailyCell> dailyCells(LogFilter filter) {
                return List.of();
            }

            @Override
            public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
                return Map.of();
            }

            @Override
            public double[] values(LogSignal signal, LogFilter filter) {
                return new double[0];
            }

            @Override
            public long[] times(LogFilter filter) {
                return new long[0];
            }

            @Override
            public List<MeasuredRecord> page(LogFilter filter, int offset, int limit) {
                return List.of();
            }

            @Override
            public void scan(LogFilter filter, Consumer<MeasuredRecord> each) {
                // no records
            }

            @Override
            public Optional<MeasuredRecord> find(String key) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Imports imports() {
        return new Imports() {
            @Override
            public List<ImportManifest> list() {
                return List.of();
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
                throw new UnsupportedOperationException("nothing was imported here");
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
                JournalEntry entry = new JournalEntry(journal.size() + 1, Instant.EPOCH, actor(), kind, subject, payload, "", "");
                journal.add(entry);
                changes.publish(WorkspaceChanges.Change.DECISIONS);
                return entry;
            }

            @Override
            public List<JournalEntry> onSubject(String subject) {
                return journal.stream().filter(e -> e.subject().equals(subject)).toList();
            }

            @Override
            public List<JournalEntry> ofKinds(String... kinds) {
                return journal.stream().filter(e -> List.of(kinds).contains(e.kind())).toList();
            }

            @Override
            public Head head() {
                return new Head(journal.size(), "");
            }
        };
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
                return settings.entrySet().stream().filter(e -> e.getKey().startsWith(prefix))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
        };
    }

    @Override
    public WorkspaceChanges changes() {
        return changes;
    }

    @Override
    public Policy policy() {
        return new PolicyReader().defaults();
    }

    @Override
    public String actor() {
        return "Reviewer A";
    }

    @Override
    public void actAs(String person) {
        settings.put("person.at-work", person);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
