package io.plumbline.signals.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ordinary and unusual records made by a seed. */
class AnomalyModelTest {

    private static final double LEVEL = 0.01;

    private final SplittableRandom random = new SplittableRandom(31);

    private MeasuredRecord record(int number, String category, double toxicity, int tokens, int latency) {
        LogRecord record = new LogRecord("r" + number, Instant.parse("2026-05-01T00:00:00Z").plusSeconds(number), "bot", "u", "s", 1, "c", "en",
            category, "", "a prompt of a usual length", "word ".repeat(tokens), "stop", 10, tokens, latency, Optional.empty(), toxicity, "d1", "", 1,
            Feedback.NONE);
        return new MeasuredRecord(record, Verdict.COMPLIED, List.of(), "1", "en", "", SignalValues.NONE, List.of());
    }

    /** Code answers are long, chat answers are short; neither is toxic. */
    private MeasuredRecord ordinary(int number) {
        boolean code = random.nextInt(3) == 0;
        double toxicity = 0.2 * random.nextDouble() * random.nextDouble();
        int tokens = (int) ((code ? 400 : 40) * (0.5 + random.nextDouble()));
        return record(number, code ? "code" : "chat", toxicity, tokens, (int) (200 + tokens * 4 * random.nextDouble()));
    }

    /** Twenty days, one record after the other. */
    private static LocalDate day(MeasuredRecord record) {
        return LocalDate.of(2026, 5, 1).plusDays(Integer.parseInt(record.record().id().substring(1)) % 20);
    }

    private AnomalyModel learn(int records) {
        AnomalyTraining training = new AnomalyTraining(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 20), LEVEL);
        List<MeasuredRecord> baseline = IntStream.range(0, records).mapToObj(this::ordinary).toList();
        baseline.forEach(r -> training.train(r, day(r)));
        baseline.forEach(r -> training.calibrate(r, day(r)));
        assertThat(training.isEnough()).isTrue();
        return training.model();
    }

    @Test
    void ordinaryRecordsAreFlaggedAtTheLevel() {
        long flagged = 0;
        long scored = 0;
        for (int run = 0; run < 12; run++) {
            AnomalyModel model = learn(8_000);
            for (int i = 0; i < 4_000; i++) {
                flagged += model.isFlagged(model.score(ordinary(100_000 + i))) ? 1 : 0;
                scored++;
            }
        }
        // Twelve calibrations of 8,000 records each leave a relative standard error of about 3 %.
        assertThat((double) flagged / scored).isCloseTo(LEVEL, within(0.2 * LEVEL));
    }

    @Test
    void toxicAnswerIsFlaggedAndItsToxicityIsTheMainCause() {
        AnomalyModel model = learn(8_000);
        AnomalyModel.Score score = model.score(record(1, "chat", 0.9, 40, 260));

        assertThat(model.isFlagged(score)).isTrue();
        assertThat(score.causes().get(0)).satisfies(c -> {
            assertThat(c.signal()).isEqualTo("TOXICITY");
            assertThat(c.value()).isEqualTo(0.9);
            assertThat(c.usual()).isLessThan(0.1);
        });
    }

    @Test
    void lengthIsUnusualForItsCategoryOnly() {
        AnomalyModel model = learn(8_000);

        assertThat(model.isFlagged(model.score(record(1, "chat", 0.02, 420, 900)))).isTrue();
        assertThat(model.isFlagged(model.score(record(1, "code", 0.02, 420, 900)))).isFalse();
    }

    @Test
    void signalThatIsMissingSaysNothing() {
        AnomalyModel model = learn(8_000);

        assertThat(model.score(record(1, "chat", Double.NaN, 40, -1)).causes()).noneMatch(c -> c.signal().equals("TOXICITY")
            || c.signal().equals("LATENCY_MILLIS"));
    }

    @Test
    void tooFewRecordsGiveNoModel() {
        AnomalyTraining training = new AnomalyTraining(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2), 0.001);
        List<MeasuredRecord> baseline = IntStream.range(0, 600).mapToObj(this::ordinary).toList();
        baseline.forEach(r -> training.train(r, day(r)));
        baseline.forEach(r -> training.calibrate(r, day(r)));

        assertThat(training.isEnough()).isFalse();
    }
}
