package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.InMemorySettings;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.store.PolicyReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sixty days; what is asked about changes on day 45. */
class TopicScanTest {

    private static final Policy POLICY = new PolicyReader().defaults();
    private static final String[] ABOUT = {"pay the monthly invoice", "change the delivery address", "prune tomatoes in the garden", "renew a passport abroad"};

    private final InMemorySettings settings = new InMemorySettings();

    /** Up to day 45 people ask about the first three, then about the last three. */
    private static FakeProductionLog log(int days, boolean named) {
        SplittableRandom random = new SplittableRandom(61);
        List<MeasuredRecord> records = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < 60; i++) {
                int about = random.nextInt(3) + (day >= 45 ? 1 : 0);
                LogRecord record = new LogRecord("r" + records.size(), LocalDate.of(2026, 5, 1).plusDays(day).atStartOfDay(ZoneOffset.UTC)
                    .plusSeconds(i * 1_000L).toInstant(), "bot", "u", "s", 1, "c0", "en", LogRecord.BENIGN, named ? "topic " + about : "",
                    "How can I " + ABOUT[about] + "?", "Gladly.", "stop", 5, 5, 100, Optional.of(false), 0.01, "d1", "", 1, Feedback.NONE);
                records.add(new MeasuredRecord(record, Verdict.COMPLIED, List.of(), "1", "en", record.topic(), SignalValues.NONE, List.of()));
            }
        }
        return new FakeProductionLog(records);
    }

    private TopicScan scan(FakeProductionLog log) {
        return new TopicScan(log, POLICY, new FakeDecisions(), settings);
    }

    @Test
    void logsOwnTopicsThatCameAndWentAreNamed() {
        TopicReport report = scan(log(60, true)).scan(Progress.NONE);

        assertThat(report.source()).isEqualTo(TopicReport.Source.LOG);
        assertThat(report.changed(TopicReport.Change.NEW)).extracting(TopicReport.Row::name).containsExactly("topic 3");
        assertThat(report.changed(TopicReport.Change.VANISHED)).extracting(TopicReport.Row::name).containsExactly("topic 0");
    }

    @Test
    void logWithoutTopicsGetsThoseOfAModel() {
        TopicReport report = scan(log(60, false)).scan(Progress.NONE);

        assertThat(report.source()).isEqualTo(TopicReport.Source.MODEL);
        assertThat(report.changed(TopicReport.Change.NEW)).singleElement().satisfies(t -> assertThat(t.name()).contains("passport"));
        assertThat(report.changed(TopicReport.Change.VANISHED)).singleElement().satisfies(t -> assertThat(t.name()).contains("invoice"));
    }

    @Test
    void laterImportKeepsTheTopicsAndAddsWhatIsNew() {
        TopicModel first = scan(log(45, false)).learn(Progress.NONE);
        TopicModel second = scan(log(60, false)).learn(Progress.NONE);

        assertThat(first.topics()).hasSize(3);
        assertThat(second.topics().subList(0, 3)).isEqualTo(first.topics());
        assertThat(second.topics().get(3).terms()).contains("passport");
        assertThat(new SavedTopics(settings).model()).contains(second);
    }

    @Test
    void nothingChangedIsNothingReported() {
        TopicReport report = scan(log(40, true)).scan(Progress.NONE);

        assertThat(report.topics()).hasSize(3).allMatch(t -> t.change() == TopicReport.Change.NONE);
    }

    @Test
    void emptyLogIsRefusedWithASentence() {
        assertThatThrownBy(() -> scan(new FakeProductionLog(List.of())).scan(Progress.NONE)).isInstanceOf(InputException.class);
    }
}
