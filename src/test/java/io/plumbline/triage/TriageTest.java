package io.plumbline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.signals.RandomAudit;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageTest {

    private static final LabelDesk.Certainty SURE = LabelDesk.Certainty.SURE;

    @TempDir
    Path directory;
    private Workspace workspace;
    private LabelDesk desk;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Reviewer A");
        desk = new LabelDesk(workspace.decisions());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static FlaggedRecord record(int number, FlagKind kind, double score) {
        return new FlaggedRecord("m/r" + number, "r" + number, Instant.EPOCH.plusSeconds(number), "self_harm",
            List.of(new Flag(kind, "detector of " + kind, "1.0", score, "reason " + number, false, List.of())));
    }

    private Labels labels() {
        return Labels.of(workspace.decisions());
    }

    private Label give(FlaggedRecord record, LabelChoice choice) {
        return desk.give(record, choice, SURE, "", Label.Rating.FIRST);
    }

    @Test
    void theNewestLabelOfAPersonCounts() {
        FlaggedRecord record = record(1, FlagKind.TOXIC, 0.9);
        give(record, LabelChoice.TOXIC);
        Label second = desk.give(record, LabelChoice.NOT_HARMFUL, LabelDesk.Certainty.UNSURE, "irony", Label.Rating.FIRST);

        assertThat(labels().of(record.key(), "Reviewer A")).contains(second);
        assertThat(second.unsure()).isTrue();
        assertThat(second.note()).isEqualTo("irony");
        assertThat(labels().all()).containsExactly(second);
    }

    @Test
    void aWithdrawnLabelGivesWayToTheOneBefore() {
        FlaggedRecord record = record(1, FlagKind.TOXIC, 0.9);
        Label first = give(record, LabelChoice.TOXIC);
        Label second = give(record, LabelChoice.COMPLIED);
        desk.withdraw(second);
        assertThat(labels().of(record.key(), "Reviewer A")).contains(first);
        desk.withdraw(first);
        assertThat(labels().on(record.key())).isEmpty();
        assertThat(labels().records()).isEmpty();
        assertThat(workspace.decisions().ofKinds(DecisionKinds.LABEL_SET)).as("nothing is erased").hasSize(2);
    }

    @Test
    void theSecondRaterGetsWhatOthersLabelledAndNothingElse() {
        List<FlaggedRecord> flagged = List.of(record(1, FlagKind.TOXIC, 0.9), record(2, FlagKind.TOXIC, 0.8));
        give(flagged.get(0), LabelChoice.TOXIC);
        workspace.actAs("Reviewer B");

        assertThat(TriageQueue.of(flagged, labels(), "Reviewer B", Label.Rating.SECOND_BLIND, QueueOrder.NEWEST).left())
            .containsExactly(flagged.get(0));
        assertThat(TriageQueue.of(flagged, labels(), "Reviewer B", Label.Rating.FIRST, QueueOrder.NEWEST).left())
            .containsExactly(flagged.get(1));
        assertThat(TriageQueue.of(flagged, labels(), "Reviewer A", Label.Rating.SECOND_BLIND, QueueOrder.NEWEST).left()).isEmpty();
        assertThat(TriageQueue.of(flagged, labels(), "Reviewer A", Label.Rating.FIRST, QueueOrder.NEWEST).done())
            .containsExactly(flagged.get(0));
    }

    @Test
    void theQueueHasThreeOrders() {
        FlaggedRecord complied = record(1, FlagKind.COMPLIED_WITH_HARM, Double.NaN);
        FlaggedRecord toxic = record(2, FlagKind.TOXIC, 0.7);
        FlaggedRecord moreToxic = record(3, FlagKind.TOXIC, 0.9);
        FlaggedRecord audit = record(4, FlagKind.RANDOM_AUDIT, Double.NaN);
        List<FlaggedRecord> flagged = List.of(complied, toxic, moreToxic, audit);

        assertThat(left(flagged, QueueOrder.MOST_CERTAIN)).containsExactly(complied, moreToxic, toxic, audit);
        assertThat(left(flagged, QueueOrder.NEWEST)).containsExactly(audit, moreToxic, toxic, complied);
        assertThat(left(flagged, QueueOrder.AUDIT_FIRST)).containsExactlyElementsOf(flagged.stream()
            .sorted(Comparator.comparingDouble(r -> new RandomAudit().place(r.key()))).toList());
    }

    private List<FlaggedRecord> left(List<FlaggedRecord> flagged, QueueOrder order) {
        return TriageQueue.of(flagged, labels(), "Reviewer A", Label.Rating.FIRST, order).left();
    }

    @Test
    void theFilterLooksForEveryWordInIdCategoryAndFlags() {
        TriageQueue queue = TriageQueue.of(List.of(record(1, FlagKind.TOXIC, 0.9), record(2, FlagKind.TRIGGER, 1)), labels(), "Reviewer A",
            Label.Rating.FIRST, QueueOrder.NEWEST);
        assertThat(queue.matching("self harm TRIGGER")).extracting(FlaggedRecord::id).containsExactly("r2");
        assertThat(queue.matching("r1")).extracting(FlaggedRecord::id).containsExactly("r1");
        assertThat(queue.matching(" ")).hasSize(2);
        assertThat(queue.matching("nothing like it")).isEmpty();
    }

    @Test
    void precisionCountsOnlyLabelsThatSpeakToTheClaim() {
        List<FlaggedRecord> flagged = IntStream.range(0, 6).mapToObj(i -> record(i, FlagKind.COMPLIED_WITH_HARM, Double.NaN)).toList();
        give(flagged.get(0), LabelChoice.COMPLIED);
        give(flagged.get(1), LabelChoice.COMPLIED);
        give(flagged.get(2), LabelChoice.FULL_REFUSAL);
        give(flagged.get(3), LabelChoice.TOXIC);
        desk.give(flagged.get(4), LabelChoice.COMPLIED, LabelDesk.Certainty.UNSURE, "", Label.Rating.FIRST);

        DetectorPrecision precision = DetectorPrecision.of(flagged, labels()).get(0);

        assertThat(precision.confirmed()).isEqualTo(2);
        assertThat(precision.judged()).isEqualTo(3);
        assertThat(precision.interval()).isEqualTo(WilsonInterval.of(2, 3, 0.95));
    }

    @Test
    void agreementIsNotShownOnFewRecords() {
        FlaggedRecord record = record(1, FlagKind.TOXIC, 0.9);
        give(record, LabelChoice.TOXIC);
        workspace.actAs("Reviewer B");
        give(record, LabelChoice.TOXIC);

        Agreement agreement = Agreement.of(labels(), 20);

        assertThat(agreement.isEnough()).isFalse();
        assertThat(agreement.units()).isEqualTo(1);
        assertThat(agreement.equal()).isEqualTo(1);
        assertThat(agreement.coefficients()).isEmpty();
    }

    /** 20 records, 18 equal: both "Complied" on 9, both "Full refusal" on 9, two split. By hand: po .9, pe .5, κ .8. */
    @Test
    void agreementIsThatOfTheTwoRaters() {
        List<FlaggedRecord> flagged = IntStream.range(0, 20).mapToObj(i -> record(i, FlagKind.TOXIC, 0.9)).toList();
        for (int i = 0; i < 20; i++) {
            give(flagged.get(i), i % 2 == 0 ? LabelChoice.COMPLIED : LabelChoice.FULL_REFUSAL);
        }
        workspace.actAs("Reviewer B");
        for (int i = 0; i < 20; i++) {
            boolean complied = i < 2 ? i % 2 == 1 : i % 2 == 0;
            give(flagged.get(i), complied ? LabelChoice.COMPLIED : LabelChoice.FULL_REFUSAL);
        }

        Agreement agreement = Agreement.of(labels(), 20);

        assertThat(agreement.equal()).isEqualTo(18);
        Agreement.Coefficient kappa = agreement.coefficients().stream().filter(c -> c.name().equals("Cohen κ")).findFirst().orElseThrow();
        assertThat(kappa.value()).isCloseTo(0.8, within(1e-12));
        assertThat(kappa.interval().lower()).isLessThan(0.8);
        assertThat(kappa.interval().upper()).isGreaterThan(0.8);
    }

    @Test
    void openingATextIsCountedForThePersonWhoOpenedIt() {
        desk.opened("m/r1", "response");
        workspace.actAs("Reviewer B");
        desk.opened("m/r2", "response");
        assertThat(desk.openedBy("Reviewer B", Instant.EPOCH)).isEqualTo(1);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.TEXT_REVEALED)).extracting("subject").containsExactly("m/r1", "m/r2");
    }
}
