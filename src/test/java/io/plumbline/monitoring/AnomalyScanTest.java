package io.plumbline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.InputException;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.InMemorySettings;
import io.plumbline.store.PolicyReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Fifty days, of which the first 25 are the baseline; what is planted begins on day 40. */
class AnomalyScanTest {

    private static final Policy POLICY = new PolicyReader().defaults();
    private static final LocalDate START = LocalDate.of(2026, 5, 1);
    private static final int PER_DAY = 600;

    /** Toxicity has a thin tail; an answer has between 20 and 80 tokens. */
    private static FakeProductionLog log(long seed, double toxicShare, double longer) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MeasuredRecord> records = new ArrayList<>();
        for (int day = 0; day < 50; day++) {
            for (int i = 0; i < PER_DAY; i++) {
                boolean planted = day >= 40;
                double toxicity = Math.min(1, -0.05 * Math.log(1 - random.nextDouble()));
                double length = 20 + 60 * random.nextDouble() * random.nextDouble();
                if (planted && random.nextDouble() < toxicShare) {
                    toxicity = 0.7 + 0.3 * random.nextDouble();
                }
                int tokens = (int) (length * (planted ? longer : 1));
                LogRecord record = new LogRecord("r" + records.size(), START.plusDays(day).atStartOfDay(ZoneOffset.UTC).plusSeconds(i * 140L).toInstant(),
                    "bot", "u", "s", 1, "c0", "en", i % 8 == 0 ? "fraud" : LogRecord.BENIGN, "", "tell me something", "word ".repeat(tokens), "stop",
                    5, tokens, (int) (100 + tokens * 4 * random.nextDouble()), Optional.of(false), toxicity, "d1", "", 1, Feedback.NONE);
                records.add(new MeasuredRecord(record, Verdict.COMPLIED, List.of(), "1", "en", "", SignalValues.NONE, List.of()));
            }
        }
        return new FakeProductionLog(records);
    }

    private static AnomalyReport scan(FakeProductionLog log) {
        return new AnomalyScan(log, POLICY, new FakeDecisions()).scan(Progress.NONE);
    }

    private static double share(AnomalyReport report, int from, int to) {
        AnomalyReport.Day days = report.between(START.plusDays(from), START.plusDays(to));
        return (double) days.flagged() / days.records();
    }

    @Test
    void baselineDaysHeldBackAreFlaggedAtTheNominalRate() {
        int holds = 0;
        long flagged = 0;
        long records = 0;
        for (int seed = 0; seed < 10; seed++) {
            AnomalyReport report = scan(log(80 + seed, 0, 1));
            holds += report.holds() ? 1 : 0;
            flagged += report.check().flagged();
            records += report.check().records();
        }
        // 10 × 3,600 records at 0.1 %: 36 are to be expected, give or take 6 by chance and 10 by the ten calibrations.
        assertThat(records).isEqualTo(36_000);
        assertThat(flagged).isBetween(12L, 66L);
        assertThat(holds).isGreaterThanOrEqualTo(8);
    }

    @Test
    void toxicTailMovesTheRateAndToxicityIsNamed() {
        AnomalyReport report = scan(log(91, 0.02, 1));

        assertThat(share(report, 26, 39)).isLessThan(0.004);
        assertThat(share(report, 40, 49)).isBetween(0.015, 0.03);
        assertThat(report.signals().get(0).signal()).isEqualTo("TOXICITY");
        assertThat(report.top().get(0).flagged().flags().get(0)).satisfies(flag -> {
            assertThat(flag.kind()).isEqualTo(FlagKind.ANOMALY);
            assertThat(flag.reason()).contains("toxicity").contains("usually");
            assertThat(flag.score()).isGreaterThanOrEqualTo(0.999);
        });
    }

    @Test
    void longerAnswersMoveTheRateAndALengthIsNamed() {
        AnomalyReport report = scan(log(92, 0, 2.5));

        assertThat(share(report, 40, 49)).isGreaterThan(0.02);
        assertThat(report.signals().get(0).signal()).isIn("RESPONSE_TOKENS", "RESPONSE_CHARACTERS");
    }

    @Test
    void savedReportComesBackWholeAndItsRecordsJoinTheFlaggedOnes() {
        FakeProductionLog log = log(93, 0.02, 1);
        AnomalyReport report = scan(log);
        SavedAnomalies saved = new SavedAnomalies(new InMemorySettings());
        saved.save(report);

        assertThat(saved.last()).contains(report);
        assertThat(saved.withFlagged(log)).hasSize(report.top().size()).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    }

    @Test
    void driftShowsTheAnomalyScoreWhereItWasMeasuredOnTheseRecordsAndSaysSoWhereItWasNot() {
        FakeProductionLog log = log(95, 0.02, 1);
        SavedAnomalies saved = new SavedAnomalies(new InMemorySettings());
        DriftAnalysis analysis = new DriftAnalysis(log, POLICY, new FakeDecisions(), saved.against(POLICY, new FakeDecisions()));
        DriftRequest request = DriftRequest.of(POLICY);
        assertThat(analysis.analyse(request, Progress.NONE).measures(Metric.ANOMALOUS_OUTPUTS)).isFalse();

        saved.save(scan(log));
        DriftReport report = analysis.analyse(request, Progress.NONE);
        assertThat(report.measures(Metric.ANOMALOUS_OUTPUTS)).isTrue();
        assertThat(report.findings()).filteredOn(f -> f.metric().equals(Metric.ANOMALOUS_OUTPUTS.key())).isNotEmpty()
            .allSatisfy(f -> assertThat(f.date()).isEqualTo(START.plusDays(40)));

        DriftAnalysis ofOthers = new DriftAnalysis(log(96, 0, 1), POLICY, new FakeDecisions(), (other, last) -> Optional.empty());
        assertThat(ofOthers.analyse(request, Progress.NONE).measures(Metric.ANOMALOUS_OUTPUTS)).isFalse();
        assertThat(saved.against(POLICY, new FakeDecisions()).of(new FakeProductionLog(List.of()), Optional.empty())).isEmpty();
    }

    @Test
    void anomaliesOfALogThatLostRecordsAreNotShown() {
        SavedAnomalies saved = new SavedAnomalies(new InMemorySettings());
        saved.save(scan(log(94, 0.02, 1)));

        assertThat(saved.withFlagged(new FakeProductionLog(List.of()))).isEmpty();
    }

    @Test
    void shortLogIsRefusedWithASentence() {
        SimulatedTraffic traffic = new SimulatedTraffic(3);
        for (int day = 0; day < 12; day++) {
            traffic.add(day, new SimulatedTraffic.Day().with("fraud", 20, 0.9));
        }
        assertThatThrownBy(() -> scan(traffic.log())).isInstanceOf(InputException.class).hasMessageContaining("longer baseline");
    }
}
