package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.CanarySelection;
import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Feedback;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.TimeStep;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Segments and rollups asked everything there is to ask, and the same asked of a list of records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentedLogTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final List<LogFilter> FILTERS = List.of(LogFilter.everything(), LogFilter.everything().canariesOnly(),
        LogFilter.everything().between(FIRST.plusDays(2), FIRST.plusDays(5)).inCategories(Set.of("weapons", "hate")),
        LogFilter.everything().with(LogDimension.MODEL, Set.of("m1")).with(LogDimension.LANGUAGE, Set.of("de", "en")),
        LogFilter.everything().with(LogDimension.DETECTOR_VERSION, Set.of("d2")).with(LogDimension.CONTEXT, Set.of("c0", "c1")),
        LogFilter.everything().within(Instant.parse("2026-03-03T05:00:00Z"), Instant.parse("2026-03-04T07:00:00Z")),
        LogFilter.everything().within(Instant.parse("2026-03-03T05:00:01.5Z"), Instant.parse("2026-03-06T00:00:00Z")),
        LogFilter.everything().with(LogDimension.TOPIC, Set.of("topic 3", "topic 70")),
        LogFilter.everything().inCategories(Set.of("none of these")));
    private final Random random = new Random(5);
    private H2Workspace workspace;
    private ListedLog list;

    @BeforeAll
    void importThreeFilesThatOverlap(@TempDir Path directory) {
        workspace = Workspaces.open(directory, "Reviewer A");
        List<MeasuredRecord> all = new ArrayList<>();
        for (int i = 0; i < 24_000; i++) {
            all.add(drawn(i));
        }
        Records.importLog(workspace, "shuffled", all.subList(0, 9000));
        all.subList(9000, 18_000).sort(Comparator.comparing(record -> record.record().time()));
        Records.importLog(workspace, "in order", all.subList(9000, 18_000));
        all.subList(18_000, 24_000).sort(Comparator.comparing((MeasuredRecord record) -> record.record().time()).reversed());
        Records.importLog(workspace, "newest first", all.subList(18_000, 24_000));
        all.sort(Comparator.comparing(record -> record.record().time()));
        list = new ListedLog(all);
    }

    @AfterAll
    void close() {
        workspace.close();
    }

    private MeasuredRecord drawn(int number) {
        Map<LogSignal, Double> signals = new EnumMap<>(LogSignal.class);
        if (number % 3 == 0) {
            signals.put(LogSignal.TOXICITY, Math.round(random.nextDouble() * 8) / 8.0);
        }
        // Every moment is there once, so that "by time" says everything of the order.
        Instant time = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number * 37_337L % 24_000 * 33).plusNanos(1000L * number);
        boolean harmful = random.nextInt(3) == 0;
        LogRecord log = new LogRecord("r" + number, time, "m" + random.nextInt(2), "u" + random.nextInt(500), "", random.nextInt(3),
            "c" + random.nextInt(3), random.nextBoolean() ? "de" : "", harmful ? List.of("weapons", "hate", "self-harm").get(random.nextInt(3))
            : LogRecord.BENIGN, "topic " + random.nextInt(90), "prompt " + number, "answer ".repeat(random.nextInt(60)), "stop",
            random.nextInt(100) - 1, random.nextInt(400) - 1, random.nextInt(5000) - 1,
            random.nextInt(5) == 0 ? Optional.empty() : Optional.of(random.nextBoolean()),
            random.nextInt(4) == 0 ? Double.NaN : Math.round(random.nextDouble() * 1e6) / 1e6, random.nextBoolean() ? "d1" : "d2",
            random.nextInt(40) == 0 ? "direct" : "", random.nextBoolean() ? 1 : 0.25, Feedback.values()[random.nextInt(3)]);
        List<Flag> flags = number % 11 == 0 ? List.of(new Flag(FlagKind.TOXIC, "words", "1", 0.25, "why " + number % 7, false,
            List.of(new TextSpan(0, 3)))) : List.of();
        return new MeasuredRecord(log, random.nextBoolean() ? Verdict.REFUSED : Verdict.COMPLIED, List.of(), "",
            log.language().isEmpty() ? "en" : log.language(), log.topic(), SignalValues.of(signals), flags);
    }

    @Test
    void pagesAndScansAreTheRecordsInOrderOfTime() {
        for (LogFilter filter : FILTERS) {
            List<MeasuredRecord> seen = new ArrayList<>();
            workspace.log().scan(filter, seen::add);
            assertThat(seen).as(filter.toString()).isEqualTo(list.matching(filter));
            assertThat(workspace.log().count(filter)).isEqualTo(seen.size());
            int offset = seen.size() / 2;
            assertThat(workspace.log().page(filter, offset, 30)).isEqualTo(seen.subList(offset, Math.min(seen.size(), offset + 30)));
        }
    }

    @Test
    void everySeriesIsWhatTheRecordsSay() {
        List<SeriesRequest> requests = List.of(SeriesRequest.counts(TimeStep.HOUR, LogDimension.CATEGORY),
            SeriesRequest.distributions(TimeStep.HOUR, List.of(), Set.of(LogSignal.TOXICITY)),
            new SeriesRequest(TimeStep.HOUR, List.of(LogDimension.MODEL), Set.of(LogSignal.LATENCY_MILLIS), Set.of()),
            SeriesRequest.distributions(TimeStep.DAY, List.of(LogDimension.CATEGORY), Set.of(LogSignal.TOXICITY, LogSignal.RESPONSE_TOKENS)),
            SeriesRequest.distributions(TimeStep.WEEK, List.of(LogDimension.LANGUAGE, LogDimension.MODEL), Set.of(LogSignal.LATENCY_MILLIS)),
            SeriesRequest.distributions(TimeStep.ALL, List.of(), Set.of(LogSignal.TOXICITY)),
            SeriesRequest.counts(TimeStep.ALL, LogDimension.TOPIC, LogDimension.FINISH_REASON, LogDimension.CONTEXT),
            SeriesRequest.counts(TimeStep.DAY, LogDimension.DETECTOR_VERSION, LogDimension.CANARY));
        for (SeriesRequest request : requests) {
            for (LogFilter filter : FILTERS) {
                requireSame(request, workspace.log().series(request, filter), list.series(request, filter), request + " " + filter);
            }
        }
    }

    private static void requireSame(SeriesRequest request, List<SeriesCell> found, List<SeriesCell> expected, String what) {
        assertThat(found).as(what).extracting(SeriesCell::start).isEqualTo(expected.stream().map(SeriesCell::start).toList());
        for (int i = 0; i < found.size(); i++) {
            SeriesCell cell = found.get(i);
            SeriesCell known = expected.get(i);
            assertThat(cell.names()).as(what).isEqualTo(known.names());
            assertThat(cell.n()).as(what).isEqualTo(known.n());
            assertThat(cell.refused()).as(what).isEqualTo(known.refused());
            assertThat(cell.weight()).as(what).isCloseTo(known.weight(), offset(1e-6));
            assertThat(cell.weightSquared()).as(what).isCloseTo(known.weightSquared(), offset(1e-6));
            assertThat(cell.weightedRefused()).as(what).isCloseTo(known.weightedRefused(), offset(1e-6));
            assertThat(cell.unreadWeight()).as(what).isCloseTo(known.unreadWeight(), offset(1e-6));
            assertThat(cell.signals().keySet()).as(what).isEqualTo(known.signals().keySet());
            known.signals().forEach((signal, summary) -> {
                SignalSummary own = cell.signals().get(signal);
                assertThat(own.count()).as(what).isEqualTo(summary.count());
                assertThat(own.mean()).as(what).isCloseTo(summary.mean(), offset(1e-4 * Math.abs(summary.mean()) + 1e-6));
                assertThat(own.weight()).as(what).isCloseTo(summary.weight(), offset(1e-6));
                assertThat(own.weightedMean()).as(what).isCloseTo(summary.weightedMean(), offset(1e-4 * Math.abs(summary.mean()) + 1e-6));
                assertThat(own.least()).as(what).isCloseTo(summary.least(), offset(1e-4 * Math.abs(summary.least()) + 1e-6));
                for (double share : request.quantiles().contains(signal) ? new double[] {0.05, 0.5, 0.95} : new double[0]) {
                    double margin = 2e-4 * Math.abs(summary.greatest()) + 1e-6;
                    assertThat(own.quantile(share)).as(what).isBetween(below(summary, share - 0.0051) - margin, below(summary, share + 0.0051) + margin);
                }
            });
        }
    }

    private static double below(SignalSummary summary, double share) {
        return summary.quantile(Math.max(0, Math.min(1, share)));
    }

    @Test
    void sortedPagesAreThoseOfTheSortedList() {
        for (LogFilter filter : FILTERS) {
            for (SortOrder order : SortOrder.values()) {
                assertThat(workspace.log().sorted(LogSignal.LATENCY_MILLIS, order, filter, 20, 50)).as(filter + " " + order)
                    .isEqualTo(list.sorted(LogSignal.LATENCY_MILLIS, order, filter, 20, 50));
            }
        }
    }

    @Test
    void namesTimesAndFlagsAreThoseOfTheRecords() {
        for (LogFilter filter : FILTERS) {
            for (LogDimension dimension : LogDimension.values()) {
                assertThat(workspace.log().names(dimension, filter)).as(dimension + " " + filter).isEqualTo(list.names(dimension, filter));
            }
            assertThat(workspace.log().times(filter)).isEqualTo(list.times(filter));
            assertThat(workspace.log().flagged(filter)).extracting(FlaggedRecord::key, FlaggedRecord::flags)
                .isEqualTo(list.flagged(filter).stream().map(flagged -> tuple(flagged.key(), flagged.flags())).toList());
        }
    }

    @Test
    void everyRecordIsFoundByItsKey() {
        for (int i = 0; i < 40; i++) {
            MeasuredRecord record = list.records.get(random.nextInt(list.records.size()));
            assertThat(workspace.log().find(ProductionLog.keyOf(record))).contains(record);
        }
        assertThat(workspace.log().find("m1/r-1")).isEmpty();
        assertThat(workspace.log().find("other/r1")).isEmpty();
    }

    @Test
    void duplicatesOfAnEarlierImportAreSaidToBeMissingWhenItIsTakenBack(@TempDir Path directory) {
        try (H2Workspace own = Workspaces.open(directory, "Reviewer A")) {
            String first = Records.importLog(own, "a.jsonl", Records.records(0, 6000));
            String second = Records.importLog(own, "b.jsonl", Records.records(5500, 7000));
            assertThat(own.imports().leftOutBecauseOf(first)).containsExactly(new Imports.LeftOut(second, "b.jsonl", 500));
            assertThat(own.imports().leftOutBecauseOf(second)).isEmpty();
            own.imports().undo(first, Progress.NONE);
            assertThat(own.decisions().ofKinds("import.undone")).extracting(JournalEntry::payload).singleElement().asString()
                .contains("b.jsonl", "500");
            assertThat(own.log().count(LogFilter.everything())).isEqualTo(1000);
        }
    }

    @Test
    void aDamagedSegmentIsNamedInASentenceAndOtherImportsAreStillRead(@TempDir Path directory) {
        try (H2Workspace own = Workspaces.open(directory, "Reviewer A")) {
            Records.importLog(own, "sound.jsonl", Records.records(0, 100));
            Records.importLog(own, "hurt.jsonl", Records.records(5000, 5100));
        }
        try (WorkspaceDatabase database = WorkspaceDatabase.open(directory.resolve("workspace"))) {
            database.jdbi().useTransaction(handle -> {
                byte[] content = handle.createQuery("select content from log_column where import_no = 2 and family = 1").mapTo(byte[].class).one();
                content[content.length - 20] ^= 1;
                handle.execute("update log_column set content = ? where import_no = 2 and family = 1", (Object) content);
            });
        }
        try (H2Workspace own = Workspaces.open(directory, "Reviewer A")) {
            assertThatThrownBy(() -> own.log().scan(LogFilter.everything(), record -> { })).isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("hurt.jsonl").hasMessageContaining("import the file again");
            LogFilter sound = LogFilter.everything().between(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-01"));
            assertThat(own.log().page(sound, 0, 1000)).isEqualTo(Records.records(0, 100));
            own.imports().undo(own.imports().list().get(1).id(), Progress.NONE);
            assertThat(own.log().page(LogFilter.everything(), 0, 1000)).isEqualTo(Records.records(0, 100));
        }
    }

    @Test
    void theLogIsReadWhileAnImportIsWritten(@TempDir Path directory) throws Exception {
        try (H2Workspace own = Workspaces.open(directory, "Reviewer A")) {
            Records.importLog(own, "a.jsonl", Records.records(0, 3000));
            try (Imports.Writer writer = own.imports().begin(ImportKind.LOG, "b.jsonl", "b")) {
                Thread importing = new Thread(() -> {
                    for (int part = 1; part < 20; part++) {
                        writer.addRecords(Records.records(part * 3000, part * 3000 + 3000));
                    }
                });
                importing.start();
                do {
                    assertThat(own.log().count(LogFilter.everything())).isEqualTo(3000);
                    assertThat(own.log().page(LogFilter.everything(), 2990, 50)).isEqualTo(Records.records(2990, 3000));
                } while (importing.isAlive());
                importing.join();
            }
        }
    }

    /** The questions as {@link ProductionLog} itself answers them from a scan. */
    private record ListedLog(List<MeasuredRecord> records) implements ProductionLog {

        List<MeasuredRecord> matching(LogFilter filter) {
            List<MeasuredRecord> found = new ArrayList<>();
            scan(filter, found::add);
            return found;
        }

        @Override
        public void scan(LogFilter filter, Consumer<MeasuredRecord> each) {
            records.stream().filter(record -> matches(record, filter)).forEach(each);
        }

        private static boolean matches(MeasuredRecord record, LogFilter filter) {
            Instant time = record.record().time();
            return record.record().isCanary() == (filter.canaries() == CanarySelection.CANARIES_ONLY)
                && filter.start().map(start -> !time.isBefore(start)).orElse(true) && filter.end().map(time::isBefore).orElse(true)
                && filter.only().entrySet().stream().allMatch(wanted -> wanted.getValue().contains(wanted.getKey().of(record)));
        }

        @Override
        public long[] times(LogFilter filter) {
            return matching(filter).stream().mapToLong(record -> record.record().time().toEpochMilli()).toArray();
        }

        @Override
        public long count(LogFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<TimeRange> range(LogFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> harmCategories() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> models() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DailyCell> dailyCells(LogFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<LocalDate, double[]> dailyValues(LogSignal signal, LogFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double[] values(LogSignal signal, LogFilter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MeasuredRecord> page(LogFilter filter, int offset, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<MeasuredRecord> find(String key) {
            throw new UnsupportedOperationException();
        }
    }
}
