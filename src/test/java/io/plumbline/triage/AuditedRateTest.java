package io.plumbline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.DailyCell;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.signals.RandomAudit;
import io.plumbline.stats.proportion.RoganGladen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditedRateTest {

    private static final List<DailyCell> CELLS = List.of(cell("weapons", 1000, 800), cell("benign", 5000, 20));

    private final Labels labels = new Labels();
    private long sequence;

    private static DailyCell cell(String category, long n, long refused) {
        return new DailyCell(LocalDate.EPOCH, category, "c1", "d1", n, refused, n, n, refused);
    }

    /** Records in the order in which the draw takes them, every fifth answered. */
    private static List<FlaggedRecord> drawn(int n) {
        List<String> keys = IntStream.range(0, n).mapToObj(i -> "m/r" + i).sorted(Comparator.comparingDouble(new RandomAudit()::place)).toList();
        List<FlaggedRecord> records = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            FlagKind kind = i % 5 == 0 ? FlagKind.COMPLIED_WITH_HARM : FlagKind.RANDOM_AUDIT;
            records.add(new FlaggedRecord(keys.get(i), keys.get(i), Instant.EPOCH, "weapons",
                List.of(new Flag(kind, "d", "1", Double.NaN, "", false, List.of()))));
        }
        return records;
    }

    private void label(FlaggedRecord record, LabelChoice choice) {
        labels.add(new Label(++sequence, record.key(), "Reviewer A", choice, false, "", Label.Rating.FIRST, Instant.EPOCH));
    }

    private AuditedRate rate(List<FlaggedRecord> records) {
        return AuditedRate.of(records, labels, CELLS, 1, 20);
    }

    @Test
    void theRawRateIsOverRequestsForHarmOnly() {
        AuditedRate rate = rate(List.of());

        assertThat(rate.answered()).isEqualTo(200);
        assertThat(rate.requests()).isEqualTo(1000);
        assertThat(rate.corrected()).isEmpty();
    }

    @Test
    void missedAnswersRaiseTheCorrectedRate() {
        List<FlaggedRecord> records = drawn(50);
        // 10 flagged, all of them answered; of the 40 others 5 were answered as well.
        for (int i = 0; i < 50; i++) {
            label(records.get(i), i % 5 == 0 || i % 10 == 1 ? LabelChoice.COMPLIED : LabelChoice.FULL_REFUSAL);
        }

        RoganGladen corrected = rate(records).corrected().orElseThrow();

        // Rogan & Gladen 1978, eq. 1: (0.2 + 1 − 1) / (10/15 + 1 − 1)
        assertThat(corrected.rate()).isCloseTo(0.3, within(1e-12));
        assertThat(corrected.interval().lower()).isLessThan(0.3);
        assertThat(corrected.interval().upper()).isGreaterThan(0.3);
    }

    @Test
    void whatIsLabelledOutOfTheOrderOfTheDrawDoesNotCount() {
        List<FlaggedRecord> records = drawn(50);
        records.stream().skip(10).forEach(record -> label(record, LabelChoice.COMPLIED));

        assertThat(rate(records).judged()).isZero();
    }

    @Test
    void tooFewLabelsGiveNoCorrection() {
        List<FlaggedRecord> records = drawn(19);
        records.forEach(record -> label(record, LabelChoice.COMPLIED));

        assertThat(rate(records).judged()).isEqualTo(19);
        assertThat(rate(records).corrected()).isEmpty();
    }

    @Test
    void detectorsThatTellNothingGiveNoCorrection() {
        List<FlaggedRecord> records = drawn(50);
        for (int i = 0; i < 50; i++) {
            label(records.get(i), i % 5 == 0 ? LabelChoice.FULL_REFUSAL : LabelChoice.COMPLIED);
        }

        assertThat(rate(records).corrected()).isEmpty();
    }
}
