package io.plumbline.ui.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.FlaggedRecord;
import io.plumbline.domain.InputException;
import io.plumbline.store.Workspace;
import io.plumbline.store.Workspaces;
import io.plumbline.triage.Label;
import io.plumbline.triage.LabelChoice;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriageModelTest {

    @TempDir
    Path directory;
    private final List<Throwable> errors = new ArrayList<>();
    private Workspace workspace;
    private TriageModel model;

    @BeforeEach
    void open() {
        workspace = Workspaces.open(directory, "Reviewer A");
        Flagged.importInto(workspace, 5);
        model = new TriageModel(workspace, new SameThreadTaskRunner(), errors::add, Clock.systemUTC());
        model.load();
    }

    @AfterEach
    void close() {
        workspace.close();
        assertThat(errors).isEmpty();
    }

    private String current() {
        return model.selected().get().map(FlaggedRecord::id).orElse("none");
    }

    private void label(LabelChoice choice) {
        model.choose(choice);
        model.commit();
    }

    @Test
    void theFirstItemIsReadWithItsTexts() {
        assertThat(current()).isEqualTo("r0");
        assertThat(model.item().get()).contains(Flagged.record(0));
        assertThat(model.left().get()).isEqualTo(5);
    }

    @Test
    void committingGivesTheLabelAndGoesOn() {
        label(LabelChoice.COMPLIED);
        assertThat(current()).isEqualTo("r1");
        assertThat(model.chosen().get()).isEmpty();
        assertThat(model.left().get()).isEqualTo(4);
        assertThat(model.doneToday().get()).isEqualTo(1);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.LABEL_SET)).extracting("subject").containsExactly("bot/r0");
    }

    @Test
    void withoutAChoiceNothingIsCommitted() {
        model.commit();
        assertThat(current()).isEqualTo("r0");
        assertThat(workspace.decisions().head().sequence()).isZero();
    }

    @Test
    void undoReachesBackAcrossItems() {
        label(LabelChoice.COMPLIED);
        label(LabelChoice.TOXIC);
        model.skip();
        model.undo();
        assertThat(current()).isEqualTo("r1");
        model.undo();
        assertThat(current()).isEqualTo("r0");
        model.undo();
        assertThat(model.left().get()).isEqualTo(5);
        assertThat(model.queue()).extracting(FlaggedRecord::id).startsWith("r0", "r1");
        assertThat(workspace.decisions().ofKinds(DecisionKinds.LABEL_WITHDRAWN)).hasSize(2);
    }

    @Test
    void goingBackShowsTheLabelGivenAndLetsItBeReplaced() {
        label(LabelChoice.COMPLIED);
        model.back();
        assertThat(current()).isEqualTo("r0");
        assertThat(model.chosen().get()).contains(LabelChoice.COMPLIED);
        label(LabelChoice.TOXIC);
        assertThat(model.labels().of("bot/r0", "Reviewer A").map(Label::choice)).contains(LabelChoice.TOXIC);
        assertThat(model.left().get()).isEqualTo(4);
    }

    @Test
    void skippedItemsComeUpAgainAtTheEnd() {
        model.skip();
        assertThat(model.queue()).extracting(FlaggedRecord::id).containsExactly("r1", "r2", "r3", "r4", "r0");
        assertThat(current()).isEqualTo("r1");
    }

    @Test
    void doubtAndNoteBelongToOneItem() {
        model.unsure().set(true);
        model.note().set(" why ");
        label(LabelChoice.COMPLIED);
        assertThat(model.unsure().get()).isFalse();
        assertThat(model.note().get()).isEmpty();
        assertThat(model.labels().on("bot/r0")).singleElement().satisfies(label -> {
            assertThat(label.unsure()).isTrue();
            assertThat(label.note()).isEqualTo("why");
        });
    }

    @Test
    void openingAShieldedTextIsNotedOnceAnItem() {
        model.open();
        model.open();
        assertThat(workspace.decisions().ofKinds(DecisionKinds.TEXT_REVEALED)).extracting("subject").containsExactly("bot/r0");
    }

    @Test
    void theFilterNarrowsTheQueueAndKeepsTheCount() {
        model.filter().set("r3");
        assertThat(current()).isEqualTo("r3");
        assertThat(model.queue()).hasSize(1);
        assertThat(model.left().get()).isEqualTo(5);
        model.filter().set("");
        assertThat(model.queue()).hasSize(5);
        assertThat(current()).isEqualTo("r3");
    }

    @Test
    void aRecordThatIsAskedForIsShown() {
        model.want("bot/r4");
        assertThat(current()).isEqualTo("r4");
    }

    @Test
    void theSecondRaterSeesWhatTheFirstLabelled() {
        label(LabelChoice.COMPLIED);
        workspace.actAs("Reviewer B");
        model.rating().set(Label.Rating.SECOND_BLIND);
        assertThat(model.queue()).extracting(FlaggedRecord::id).containsExactly("r0");
        assertThat(model.chosen().get()).as("blind").isEmpty();
        label(LabelChoice.COMPLIED);
        assertThat(model.selected().get()).isEqualTo(Optional.empty());
        assertThat(workspace.decisions().ofKinds(DecisionKinds.LABEL_SET)).hasSize(2);
    }

    @Test
    void aLabelThatCannotBeSavedBringsTheItemBack() throws IOException {
        label(LabelChoice.TOXIC);
        workspace.close();
        Path journal = directory.resolve("journal.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("TOXIC", "TAXIC"));
        workspace = Workspaces.open(directory, "Reviewer A");
        model = new TriageModel(workspace, new SameThreadTaskRunner(), errors::add, Clock.systemUTC());
        model.load();

        label(LabelChoice.COMPLIED);

        assertThat(errors).singleElement().isInstanceOf(InputException.class);
        errors.clear();
        assertThat(current()).isEqualTo("r1");
        assertThat(model.left().get()).isEqualTo(4);
    }
}
