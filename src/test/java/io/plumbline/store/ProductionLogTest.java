package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the log, laid beside the same question asked of a list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionLogTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
    private H2Workspace workspace;
    private ProductionLog log;
    private List<MeasuredRecord> traffic;

    @BeforeAll
    void importTwoFilesOutOfOrder(@TempDir Path directory) {
        workspace = Workspaces.open(directory, "Reviewer A");
        log = workspace.log();
        traffic = Records.records(0, 5000);
        List<MeasuredRecord> all = new ArrayList<>(traffic);
        for (int i = 0; i < 40; i++) {
            all.add(Records.record(10_000 + i, Records.START.plusSeconds(86_400L * i), "direct"));
        }
        Collections.shuffle(all, new Random(7));
        Records.importLog(workspace, "a.jsonl", all.subList(0, 3000));
        Records.importLog(workspace, "b.jsonl", all.subList(3000, all.size()));
    }

    @AfterAll
    void close() {
        workspace.close();
    }

    private List<MeasuredRecord> where(Predicate<MeasuredRecord> condition) {
        return traffic.stream().filter(condition).toList();
    }

    private static LocalDate day(MeasuredRecord record) {
        return LocalDate.ofInstant(record.record().time(), ZoneOffset.UTC);
    }

    @Test
    void canariesAreNeverAmongUserTraffic() {
        assertThat(log.count(LogFilter.everything())).isEqualTo(5000);
        assertThat(log.count(LogFilter.everything().canariesOnly())).isEqualTo(40);
        assertThat(log.values(LogSignal.TOXICITY, LogFilter.everything())).hasSize(5000);
        assertThat(log.dailyCells(LogFilter.everything()).stream().mapToLong(DailyCell::n).sum()).isEqualTo(5000);
    }

    @Test
    void scanGivesEveryRecordInOrderOfTime() {
        List<MeasuredRecord> seen = new ArrayList<>();
        log.scan(LogFilter.everything(), seen::add);
        assertThat(seen).isEqualTo(traffic);
    }

    @Test
    void scanHoldsToItsFilter() {
        LogFilter filter = LogFilter.everything().between(FIRST.plusDays(3), FIRST.plusDays(20)).inCategories(Set.of("weapons"));
        List<MeasuredRecord> seen = new ArrayList<>();
        log.scan(filter, seen::add);
        assertThat(seen).isEqualTo(where(r -> r.record().category().equals("weapons") && !day(r).isBefore(FIRST.plusDays(3))
            && !day(r).isAfter(FIRST.plusDays(20))));
        assertThat(log.count(filter)).isEqualTo(seen.size());
        assertThat(log.times(filter)).containsExactly(seen.stream().mapToLong(r -> r.record().time().toEpochMilli()).toArray());
        assertThat(log.range(filter)).contains(new ProductionLog.TimeRange(seen.get(0).record().time(),
            seen.get(seen.size() - 1).record().time()));
    }

    @Test
    void aPageIsACutOutOfTheWhole() {
        assertThat(log.page(LogFilter.everything(), 100, 25)).isEqualTo(traffic.subList(100, 125));
        assertThat(log.page(LogFilter.everything(), 4990, 25)).isEqualTo(traffic.subList(4990, 5000));
        assertThat(log.page(LogFilter.everything().between(FIRST.minusDays(9), FIRST.minusDays(1)), 0, 25)).isEmpty();
    }

    @Test
    void dailyCellsCountWhatTheRecordsSay() {
        List<MeasuredRecord> expected = where(r -> day(r).equals(FIRST.plusDays(2)) && r.record().category().equals("weapons"));
        long refused = expected.stream().filter(MeasuredRecord::countsAsRefused).count();

        List<DailyCell> cells = log.dailyCells(LogFilter.everything().between(FIRST.plusDays(2), FIRST.plusDays(2)).inCategories(Set.of("weapons")));

        assertThat(cells).containsExactly(new DailyCell(FIRST.plusDays(2), "weapons", "c0", "d1", expected.size(), refused,
            2.0 * expected.size(), 4.0 * expected.size(), 2.0 * refused));
    }

    @Test
    void valuesPerDayAreAscendingAndComplete() {
        var days = log.dailyValues(LogSignal.RESPONSE_TOKENS, LogFilter.everything());
        assertThat(days.keySet()).containsExactlyElementsOf(traffic.stream().map(ProductionLogTest::day).distinct().toList());
        assertThat(days.get(FIRST)).isSorted().containsExactlyInAnyOrder(where(r -> day(r).equals(FIRST)).stream()
            .mapToDouble(r -> r.record().completionTokens()).toArray());
    }

    @Test
    void flaggedRecordsComeWithoutTheirTexts() {
        assertThat(log.flagged(LogFilter.everything())).extracting(FlaggedRecord::key, FlaggedRecord::flags)
            .containsExactlyElementsOf(where(r -> !r.flags().isEmpty()).stream().map(r -> tuple(ProductionLog.keyOf(r), r.flags())).toList());
        assertThat(log.flagged(LogFilter.everything().between(FIRST, FIRST))).allMatch(r -> r.time().isBefore(Records.START.plusSeconds(86_400)));
    }

    @Test
    void namesAreThoseOfUserTraffic() {
        assertThat(log.harmCategories()).containsExactly("weapons");
        assertThat(log.models()).containsExactly("support-bot-v3");
    }
}
