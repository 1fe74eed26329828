package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.TimeStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags and topics that are found anew on stored records, after the import. */
class LogRevisionTest {

    private static final Flag SEEN = new Flag(FlagKind.TRIGGER, "watch list", "1", 1, "holds it", true, List.of(new TextSpan(2, 5)));

    @TempDir
    Path directory;
    private H2Workspace workspace;
    private ProductionLog log;

    @BeforeEach
    void importTwoFiles() {
        workspace = Workspaces.open(directory, "Reviewer A");
        log = workspace.log();
        Records.importLog(workspace, "a.jsonl", Records.records(0, 5000));
        Records.importLog(workspace, "b.jsonl", Records.records(5000, 6000));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<MeasuredRecord> stored() {
        List<MeasuredRecord> records = new ArrayList<>();
        log.scan(LogFilter.everything(), records::add);
        return records;
    }

    private static boolean isMeant(MeasuredRecord record) {
        return record.record().topic().equals("topic 3");
    }

    private static MeasuredRecord flagged(MeasuredRecord record) {
        List<Flag> flags = new ArrayList<>(record.flags());
        flags.add(SEEN);
        return record.withFlags(flags);
    }

    @Test
    void newFlagsAreStoredAndEverythingElseStaysAsItWas() {
        List<MeasuredRecord> before = stored();
        long changed = log.revise(record -> isMeant(record) ? flagged(record) : record, Progress.NONE);
        assertThat(changed).isEqualTo(600);
        assertThat(stored()).isEqualTo(before.stream().map(record -> isMeant(record) ? flagged(record) : record).toList());
        assertThat(log.flagged(LogFilter.everything())).filteredOn(record -> record.flags().contains(SEEN)).hasSize(600);
    }

    @Test
    void theLastFlagOfASegmentCanGo() {
        log.revise(record -> record.withFlags(List.of()), Progress.NONE);
        assertThat(log.flagged(LogFilter.everything())).isEmpty();
        assertThat(stored()).allMatch(record -> record.flags().isEmpty());
    }

    @Test
    void newTopicsAreFoundByFiltersAndSeries() {
        log.revise(record -> isMeant(record) ? record.withTopic("T01 invoices") : record, Progress.NONE);
        LogFilter filter = LogFilter.everything().with(LogDimension.TOPIC, Set.of("T01 invoices"));
        assertThat(log.count(filter)).isEqualTo(600);
        assertThat(log.count(LogFilter.everything().with(LogDimension.TOPIC, Set.of("topic 3")))).isZero();
        assertThat(log.names(LogDimension.TOPIC, LogFilter.everything())).contains("T01 invoices").doesNotContain("topic 3").hasSize(10);
        assertThat(log.series(SeriesRequest.counts(TimeStep.ALL, LogDimension.TOPIC), LogFilter.everything()))
            .filteredOn(cell -> cell.names().equals(List.of("T01 invoices"))).singleElement().satisfies(cell -> assertThat(cell.n()).isEqualTo(600));
        // What the log said stays.
        assertThat(stored()).filteredOn(LogRevisionTest::isMeant).hasSize(600);
    }

    @Test
    void whatWasRevisedIsThereAfterTheWorkspaceWasClosed() {
        log.revise(LogRevisionTest::flagged, Progress.NONE);
        workspace.close();
        workspace = Workspaces.open(directory, "Reviewer A");
        assertThat(workspace.log().flagged(LogFilter.everything())).hasSize(6000).extracting(FlaggedRecord::flags).allMatch(f -> f.contains(SEEN));
    }

    @Test
    void aRevisionThatIsCancelledChangesNothing() {
        List<MeasuredRecord> before = stored();
        AtomicInteger seen = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void update(long done, long total, String unit, String message) {
            }

            @Override
            public boolean cancelled() {
                return seen.get() > 4500;
            }
        };
        assertThatThrownBy(() -> log.revise(record -> {
            seen.incrementAndGet();
            return flagged(record);
        }, impatient)).isInstanceOf(CancelledException.class);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoReadsMeanwhileSeesAllRecordsAsTheyWereOrAllAsTheyAre() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        List<Boolean> seen = new ArrayList<>();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 12; round++) {
                Map<Boolean, Long> kinds = new HashMap<>();
                log.scan(LogFilter.everything(), record -> {
                    reading.countDown();
                    kinds.merge(record.flags().contains(SEEN), 1L, Long::sum);
                });
                assertThat(kinds).hasSize(1);
                seen.addAll(kinds.keySet());
            }
        });
        reading.await();
        log.revise(LogRevisionTest::flagged, Progress.NONE);
        reader.get();
        assertThat(seen).isNotEmpty();
        assertThat(stored()).allMatch(record -> record.flags().contains(SEEN));
    }

    @Test
    void aRevisionWaitsForTheImportThatIsUnderWayAndReadsItsRecordsToo() throws Exception {
        Imports.Writer writer = workspace.imports().begin(ImportKind.LOG, "c.jsonl", "");
        CountDownLatch waiting = new CountDownLatch(1);
        Progress progress = new Progress() {
            @Override
            public void update(long done, long total, String unit, String message) {
                if (message.contains("c.jsonl")) {
                    waiting.countDown();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        CompletableFuture<Long> revision = CompletableFuture.supplyAsync(() -> log.revise(LogRevisionTest::flagged, progress));
        waiting.await();
        writer.addRecords(Records.records(6000, 6100));
        writer.commit(Records.manifest(writer, ImportKind.LOG, "c.jsonl", "c", 100));
        assertThat(revision.get()).isEqualTo(6100);
    }

    @Test
    void anImportThatWasTakenBackGetsNoRowsAgain() {
        String third = Records.importLog(workspace, "c.jsonl", Records.records(7000, 7100));
        log.revise(LogRevisionTest::flagged, Progress.NONE);
        workspace.imports().undo(third, Progress.NONE);
        assertThat(log.count(LogFilter.everything())).isEqualTo(6000);
        assertThat(log.revise(record -> record.withFlags(List.of()), Progress.NONE)).isEqualTo(6000);
    }
}
