package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TimeStep;
import io.plumbline.domain.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A log without answers and without labels must not look calm. */
class UnreadRecordsTest {

    @TempDir
    private Path directory;

    /** A record of token counts alone, as some providers' traces are. */
    private static MeasuredRecord silent(int number) {
        LogRecord log = new LogRecord("silent" + number, Records.START.plusSeconds(60L * number), "m", "", "", 0, "", "", "weapons", "", "", "",
            "", 10, 20, -1, Optional.empty(), Double.NaN, "", "", 1, Feedback.NONE);
        return new MeasuredRecord(log, Verdict.UNSCORED, List.of(), "refusal-patterns 2.0", "", "", SignalValues.NONE, List.of());
    }

    private static List<MeasuredRecord> silent(int from, int to) {
        List<MeasuredRecord> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            records.add(silent(i));
        }
        return records;
    }

    @ParameterizedTest
    @EnumSource(TimeStep.class)
    void recordsOfWhichNobodyCanSayCountButEnterNoRate(TimeStep step) {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            Records.importLog(workspace, "silent.jsonl", silent(0, 10));
            List<SeriesCell> cells = workspace.log().series(new SeriesRequest(step, List.of(), Set.of(), Set.of()), LogFilter.everything());
            assertThat(cells).allSatisfy(cell -> assertThat(cell.refusalRate()).isNaN());
            assertThat(cells.stream().mapToLong(SeriesCell::n).sum()).isEqualTo(10);
            assertThat(workspace.log().count(LogFilter.everything())).isEqualTo(10);
        }
    }

    @Test
    void anAnswerThatWasReadBetweenTwoThatWereNotIsNotLost() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            MeasuredRecord like = silent(1);
            MeasuredRecord read = new MeasuredRecord(like.record(), Verdict.REFUSED, List.of(), like.detectorVersions(), "", "",
                SignalValues.NONE, List.of());
            Records.importLog(workspace, "mixed.jsonl", List.of(silent(0), read, silent(2)));
            SeriesCell day = workspace.log().series(new SeriesRequest(TimeStep.DAY, List.of(), Set.of(), Set.of()), LogFilter.everything()).get(0);
            assertThat(day.unread()).isEqualTo(2);
            assertThat(day.refusalRate()).isEqualTo(1);
        }
    }

    @Test
    void besideLabelledRecordsTheyLeaveTheRateAlone() {
        try (Workspace workspace = Workspaces.open(directory, "Reviewer A")) {
            List<MeasuredRecord> mixed = new ArrayList<>(silent(0, 10));
            mixed.add(Records.record(8, Instant.parse("2026-05-01T00:30:00Z"), ""));
            mixed.add(Records.record(4, Instant.parse("2026-05-01T00:40:00Z"), ""));
            Records.importLog(workspace, "mixed.jsonl", mixed);
            SeriesCell day = workspace.log().series(new SeriesRequest(TimeStep.DAY, List.of(), Set.of(), Set.of()), LogFilter.everything()).get(0);
            assertThat(day.n()).isEqualTo(12);
            assertThat(day.unread()).isEqualTo(10);
            assertThat(day.refusalRate()).isEqualTo(0.5);
            assertThat(workspace.log().dailyCells(LogFilter.everything())).allMatch(cell -> cell.n() == 2);
        }
    }
}
