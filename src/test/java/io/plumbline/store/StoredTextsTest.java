package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.LogDimension;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.domain.TimeStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 9,000 records, one each ten minutes from May 1st; every fourth is harmful, and of these every second is flagged and not refused. */
class StoredTextsTest {

    private static final Instant BEFORE = Records.START.plusSeconds(600L * 6000);
    private static final LocalDate ON = LocalDate.parse("2026-12-01");
    private static final TextsKept NOTHING_KEPT = new TextsKept(Set.of(), List.of(), Set.of());

    @TempDir
    Path directory;
    private H2Workspace workspace;

    @BeforeEach
    void importTwoFiles() {
        workspace = Workspaces.open(directory, "Reviewer A");
        Records.importLog(workspace, "a.jsonl", Records.records(0, 5000));
        Records.importLog(workspace, "b.jsonl", Records.records(5000, 9000));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<MeasuredRecord> stored() {
        List<MeasuredRecord> records = new ArrayList<>();
        workspace.log().scan(LogFilter.everything(), records::add);
        return records;
    }

    private static int number(MeasuredRecord record) {
        return Integer.parseInt(record.record().id().substring(1));
    }

    private static boolean isFlagged(MeasuredRecord record) {
        return !record.flags().isEmpty();
    }

    @Test
    void oldTextsGoAndSayWhenAndTheRestStaysAsItWas() {
        List<MeasuredRecord> before = stored();
        TextsDue done = workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, Progress.NONE);
        assertThat(done.records()).isEqualTo(5250);
        assertThat(done.unreviewed()).isEqualTo(750);
        List<MeasuredRecord> after = stored();
        for (int i = 0; i < after.size(); i++) {
            MeasuredRecord was = before.get(i);
            MeasuredRecord is = after.get(i);
            if (i < 6000 && !isFlagged(was)) {
                assertThat(is.record().prompt() + is.record().response()).isEmpty();
                assertThat(is.textsRemoved()).contains(ON);
                assertThat(is.textNotice().orElseThrow()).startsWith("Text removed by retention on 2026-12-01.");
                assertThat(is.record().toxicity()).isEqualTo(was.record().toxicity());
                assertThat(is.record().id()).isEqualTo(was.record().id());
            } else {
                assertThat(is).isEqualTo(was);
            }
        }
    }

    @Test
    void noNumberChanges() {
        SeriesRequest request = SeriesRequest.distributions(TimeStep.DAY, List.of(LogDimension.CATEGORY), Set.of(LogSignal.TOXICITY));
        List<String> before = figures(request);
        long flagged = workspace.log().flagged(LogFilter.everything()).size();
        workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, Progress.NONE);
        assertThat(figures(request)).isEqualTo(before);
        assertThat(workspace.log().flagged(LogFilter.everything())).hasSize((int) flagged);
    }

    private List<String> figures(SeriesRequest request) {
        return workspace.log().series(request, LogFilter.everything()).stream().map(cell -> cell.start() + " " + cell.names() + " " + cell.n() + " "
            + cell.refused() + " " + cell.signals().get(LogSignal.TOXICITY).quantile(0.95)).toList();
    }

    @Test
    void aReviewedFlaggedTextGoesAndEvidenceStays() {
        String reviewed = "support-bot-v3/r000000004";
        String evidence = "support-bot-v3/r000000005";
        TextsKept kept = new TextsKept(Set.of(evidence), List.of(LogFilter.everything().between(LocalDate.parse("2026-05-02"),
            LocalDate.parse("2026-05-02")).inCategories(Set.of("weapons"))), Set.of(reviewed));
        TextsDue due = workspace.texts().due(BEFORE, kept, Progress.NONE);
        assertThat(due.evidence()).isEqualTo(1 + 36);
        assertThat(workspace.texts().remove(BEFORE, kept, ON, Progress.NONE)).isEqualTo(due);
        assertThat(workspace.log().find(reviewed).orElseThrow().textsRemoved()).contains(ON);
        assertThat(workspace.log().find(evidence).orElseThrow().record().prompt()).isNotEmpty();
    }

    @Test
    void nothingIsDueTwice() {
        workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, Progress.NONE);
        TextsDue again = workspace.texts().due(BEFORE, NOTHING_KEPT, Progress.NONE);
        assertThat(again.records()).isZero();
        assertThat(again.removed()).isEqualTo(5250);
    }

    @Test
    void aLaterRemovalKeepsTheDayOfTheEarlierOne() {
        workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, Progress.NONE);
        workspace.texts().remove(Records.START.plusSeconds(600L * 7000), NOTHING_KEPT, ON.plusDays(3), Progress.NONE);
        assertThat(stored()).filteredOn(record -> !isFlagged(record)).allSatisfy(record -> {
            if (number(record) < 6000) {
                assertThat(record.textsRemoved()).contains(ON);
            } else if (number(record) < 7000) {
                assertThat(record.textsRemoved()).contains(ON.plusDays(3));
            } else {
                assertThat(record.textsRemoved()).isEmpty();
                assertThat(record.record().prompt()).isNotEmpty();
            }
        });
    }

    @Test
    void whatWasRemovedIsNotInTheFileOnceTheWorkspaceIsClosed() throws SQLException, IOException {
        workspace.close();
        List<byte[]> frames = frames();
        workspace = Workspaces.open(directory, "Reviewer A");
        workspace.texts().remove(Records.START.plusSeconds(600L * 9000), new TextsKept(Set.of(), List.of(), flagged()), ON, Progress.NONE);
        workspace.close();
        String file = Files.readString(directory.resolve("workspace.mv.db"), StandardCharsets.ISO_8859_1);
        for (byte[] frame : frames) {
            assertThat(file).doesNotContain(new String(frame, frame.length / 2, 40, StandardCharsets.ISO_8859_1));
        }
        assertThat(directory.resolve("texts-removed")).doesNotExist();
        workspace = Workspaces.open(directory, "Reviewer A");
        assertThat(workspace.notices()).isEmpty();
        assertThat(stored()).hasSize(9000).allSatisfy(record -> assertThat(record.textsRemoved()).contains(ON));
    }

    private Set<String> flagged() {
        Set<String> keys = new java.util.HashSet<>();
        workspace.log().flagged(LogFilter.everything()).forEach(record -> keys.add(record.key()));
        return keys;
    }

    private List<byte[]> frames() throws SQLException {
        List<byte[]> frames = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("workspace"), "plumbline", "");
             ResultSet rows = connection.createStatement().executeQuery("select content from log_text_frame")) {
            while (rows.next()) {
                frames.add(rows.getBytes(1));
            }
        }
        assertThat(frames).isNotEmpty();
        return frames;
    }

    @Test
    void aRemovalThatIsCancelledIsFinishedByTheNext() {
        int[] asked = new int[1];
        Progress cancelling = new Progress() {
            @Override
            public void update(long done, long total, String unit, String message) {
                asked[0]++;
            }

            @Override
            public boolean cancelled() {
                return asked[0] > 1;
            }
        };
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, cancelling)))
            .isInstanceOf(CancelledException.class);
        long left = workspace.texts().due(BEFORE, NOTHING_KEPT, Progress.NONE).records();
        assertThat(left).isBetween(1L, 5249L);
        assertThat(workspace.texts().remove(BEFORE, NOTHING_KEPT, ON, Progress.NONE).records()).isEqualTo(left);
    }
}
