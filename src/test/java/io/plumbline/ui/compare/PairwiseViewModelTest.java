package io.plumbline.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.pairwise.Choice;
import io.plumbline.evaluation.pairwise.RatingPool;
import io.plumbline.signoff.GateWorkspace;
import io.plumbline.ui.common.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseViewModelTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("weapons", 40, 3, 0, 2));
    private final RunComparison comparison = new RunComparator(workspace.runs()).compare(ComparisonRequest.of("base", "candidate"),
        workspace.policy());
    private final List<Throwable> errors = new ArrayList<>();

    private PairwiseViewModel model() {
        PairwiseViewModel model = new PairwiseViewModel(workspace, new SameThreadTaskRunner(), errors::add, comparison, () -> 5);
        model.load();
        return model;
    }

    private PairwiseViewModel started() {
        PairwiseViewModel model = model();
        model.start();
        return model;
    }

    @Test
    void beforeAnybodyRatesItSaysHowManyPairsThereAre() {
        PairwiseViewModel model = model();
        assertThat(model.result().get().orElseThrow().available()).isEqualTo(40);
        assertThat(model.pair().get()).isEmpty();
    }

    @Test
    void eachRatingIsInTheJournalBeforeTheNextPairIsShown() {
        PairwiseViewModel model = started();
        BlindPair before = model.pair().get().orElseThrow();
        model.choose(Choice.FIRST);
        assertThat(rated()).hasSize(1);
        assertThat(model.pair().get().orElseThrow()).isNotEqualTo(before);
        assertThat(model.progress().get()).isEqualTo("1 rated, 39 left");
    }

    /** The words of the made-up answers name their run, so it can be seen who stood first. */
    @Test
    void theModelsTakeTurnsInTheFirstPlace() {
        PairwiseViewModel model = started();
        int baseFirst = 0;
        for (int i = 0; i < 40; i++) {
            BlindPair pair = model.pair().get().orElseThrow();
            assertThat(pair.first().contains("of base")).isNotEqualTo(pair.second().contains("of base"));
            baseFirst += pair.first().contains("of base") ? 1 : 0;
            model.choose(Choice.TIE);
        }
        assertThat(baseFirst).isEqualTo(20);
        assertThat(model.pair().get()).as("nothing is left").isEmpty();
    }

    @Test
    void noResultIsShownUntilThePersonEndsTheSession() {
        PairwiseViewModel model = started();
        model.choose(Choice.FIRST);
        model.choose(Choice.SECOND);
        assertThat(model.result().get()).isEmpty();
        model.end();
        assertThat(model.result().get().orElseThrow().rated()).isEqualTo(2);
        assertThat(model.rating().get()).isFalse();
    }

    @Test
    void undoShowsTheSamePairAgainInTheSameOrder() {
        PairwiseViewModel model = started();
        BlindPair first = model.pair().get().orElseThrow();
        model.choose(Choice.BOTH_BAD);
        model.undo();
        assertThat(model.pair().get()).contains(first);
        model.undo();
        assertThat(model.pair().get()).as("nothing is left to take back").contains(first);
        assertThat(model.progress().get()).isEqualTo("0 rated, 40 left");
        assertThat(workspace.decisions().ofKinds(DecisionKinds.PAIRWISE_WITHDRAWN)).hasSize(1);
    }

    @Test
    void aPairThatIsSkippedComesBackLast() {
        PairwiseViewModel model = started();
        BlindPair first = model.pair().get().orElseThrow();
        model.skip();
        assertThat(rated()).as("skipping is no word on the answers").isEmpty();
        for (int i = 0; i < 39; i++) {
            assertThat(model.pair().get().orElseThrow()).isNotEqualTo(first);
            model.choose(Choice.TIE);
        }
        assertThat(model.pair().get()).contains(first);
    }

    @Test
    void aSessionThatWasCutOffGoesOnWhereItStood() {
        PairwiseViewModel model = started();
        model.choose(Choice.FIRST);
        model.choose(Choice.FIRST);
        BlindPair third = model.pair().get().orElseThrow();
        PairwiseViewModel again = model();
        assertThat(again.rating().get()).isTrue();
        assertThat(again.pair().get()).contains(third);
        again.undo();
        assertThat(again.progress().get()).isEqualTo("1 rated, 39 left");
    }

    @Test
    void aSecondSessionAsksOnlyWhatThePersonHasNotRated() {
        PairwiseViewModel model = started();
        model.choose(Choice.FIRST);
        model.end();
        model.start();
        assertThat(model.progress().get()).isEqualTo("0 rated, 39 left");
    }

    @Test
    void anotherPersonRatesThePairsAnewAndInTheSameOrderOfPrompts() {
        PairwiseViewModel model = started();
        String prompt = model.pair().get().orElseThrow().prompt();
        model.end();
        workspace.as("Reviewer B");
        PairwiseViewModel other = started();
        assertThat(other.pair().get().orElseThrow().prompt()).isEqualTo(prompt);
        assertThat(other.progress().get()).isEqualTo("0 rated, 40 left");
    }

    @Test
    void coversStandOnBothAnswersOrOnNeither() {
        PairwiseViewModel model = model();
        model.choosePool(RatingPool.ALL);
        model.start();
        for (int i = 0; i < 45; i++) {
            assertThat(model.pair().get().orElseThrow().shielded()).isTrue();
            model.choose(Choice.TIE);
        }
        assertThat(model.pair().get()).isEmpty();
    }

    @Test
    void whatIsLoggedWhenWordsAreOpenedDoesNotSayWhoseTheyAre() {
        PairwiseViewModel model = started();
        model.logOpened();
        JournalEntry entry = workspace.decisions().ofKinds(DecisionKinds.TEXT_REVEALED).get(0);
        assertThat(entry.payload()).containsEntry("text", "both answers");
    }

    @Test
    void theCompareScreenHidesTheResultWhileThePersonRates() {
        CompareViewModel compare = new CompareViewModel(workspace, new RunComparator(workspace.runs()), new SameThreadTaskRunner(), errors::add);
        compare.reload();
        assertThat(compare.view().get().orElseThrow().quality()).isPresent();
        PairwiseViewModel model = started();
        compare.refresh();
        assertThat(compare.view().get().orElseThrow().quality()).isEmpty();
        model.end();
        compare.refresh();
        assertThat(compare.view().get().orElseThrow().quality()).isPresent();
        assertThat(errors).isEmpty();
    }

    private List<JournalEntry> rated() {
        return workspace.decisions().ofKinds(DecisionKinds.PAIRWISE_RATED);
    }
}
