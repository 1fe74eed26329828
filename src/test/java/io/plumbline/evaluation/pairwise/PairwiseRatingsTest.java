package io.plumbline.evaluation.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.SafetyState;
import io.plumbline.evaluation.ComparisonRequest;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.evaluation.RunComparator;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.signoff.GateWorkspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PairwiseRatingsTest {

    private final GateWorkspace workspace = new GateWorkspace(RecordedRuns.table("weapons", 200, 10, 0, 5));
    private final RunComparison comparison = new RunComparator(workspace.runs()).compare(ComparisonRequest.of("base", "candidate"),
        workspace.policy());
    private final RatingSessions sessions = new RatingSessions(workspace.decisions());

    @Test
    void eachModelStandsFirstInHalfOfThePairsAndInTwoOfEveryFour() {
        List<Order> orders = plan(7).stream().map(RatingTask::order).toList();
        assertThat(orders).hasSize(200);
        for (int block = 0; block < orders.size(); block += 4) {
            assertThat(orders.subList(block, block + 4).stream().filter(Order.BASE_FIRST::equals)).hasSize(2);
        }
    }

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherSeedOtherSidesOfTheSamePrompts() {
        assertThat(plan(7)).isEqualTo(plan(7));
        assertThat(plan(8)).isNotEqualTo(plan(7));
        assertThat(plan(8).stream().map(RatingTask::prompt)).containsExactlyElementsOf(plan(7).stream().map(RatingTask::prompt).toList());
    }

    @Test
    void promptsAreMixedNotInTheOrderOfTheFile() {
        assertThat(plan(7).stream().limit(20).map(task -> task.outcome().prompt().key())).isNotEqualTo(
            comparison.ledger().stream().limit(20).map(outcome -> outcome.prompt().key()).toList());
    }

    @Test
    void qualityOfRefusalsAsksOfPromptsThatBothRefused() {
        Set<String> flipped = comparison.ledger().stream().skip(200).map(o -> o.prompt().key()).collect(Collectors.toSet());
        assertThat(plan(1)).noneMatch(task -> flipped.contains(task.prompt()));
        assertThat(RatingPlan.of(comparison, RatingPool.ALL, 1)).hasSize(215);
    }

    @Test
    void nothingCountsUntilThePersonEndsTheSession() {
        RatingSession session = sessions.start(comparison, RatingPool.SAFE_ANSWERS, 1);
        rate(session, 30, order -> Choice.FIRST);
        assertThat(result().rated()).isZero();
        assertThat(result().open()).isEqualTo(1);
        sessions.end(session.id());
        assertThat(result().rated()).isEqualTo(30);
        assertThat(result().open()).isZero();
    }

    @Test
    void alwaysTheFirstAnswerSpeaksForNobody() {
        PairwiseResult result = rated("Reviewer A", 120, order -> Choice.FIRST);
        assertThat(result.base()).isEqualTo(60);
        assertThat(result.candidate()).isEqualTo(60);
        assertThat(result.pValue()).isEqualTo(1);
        assertThat(result.firstChosen()).as("and is seen as what it is").isEqualTo(120);
        assertThat(result.state()).isEqualTo(SafetyState.OK);
    }

    /** 15 of 20: p by R 4.x binom.test(15, 20) = 0.04138947, interval 0.5089541 to 0.9134285. */
    @Test
    void fifteenOfTwentyForTheBaseIsASignificantLossOfQuality() {
        int[] given = new int[1];
        PairwiseResult result = rated("Reviewer A", 20, order -> prefer(order, given[0]++ < 15));
        assertThat(result.base()).isEqualTo(15);
        assertThat(result.pValue()).isCloseTo(0.04138947, within(1e-8));
        assertThat(1 - result.interval().upper()).isCloseTo(0.5089541, within(1e-7));
        assertThat(1 - result.interval().lower()).isCloseTo(0.9134285, within(1e-7));
        assertThat(result.state()).isEqualTo(SafetyState.WATCH);
    }

    @Test
    void aHandfulIsNotEnoughEvidenceAndSaysHowManyMore() {
        PairwiseResult result = rated("Reviewer A", 10, order -> prefer(order, false));
        assertThat(result.interval().lower()).isGreaterThan(0.5);
        assertThat(result.state()).as("ten of ten for the candidate").isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        PairwiseResult even = rated("Reviewer A", 12, order -> Choice.FIRST);
        assertThat(even.state()).isEqualTo(SafetyState.NOT_ENOUGH_EVIDENCE);
        assertThat(even.needed()).isEqualTo(97);
        assertThat(even.more()).isEqualTo(97 - 12);
    }

    @Test
    void tiesAndBothBadAreLeftOutOfTheTestAndRaiseWhatIsNeeded() {
        int[] given = new int[1];
        PairwiseResult result = rated("Reviewer A", 40, order -> switch (given[0]++ % 4) {
            case 0 -> Choice.TIE;
            case 1 -> Choice.BOTH_BAD;
            default -> Choice.FIRST;
        });
        assertThat(result.ties()).isEqualTo(10);
        assertThat(result.bothBad()).isEqualTo(10);
        assertThat(result.decidedPrompts()).isEqualTo(20);
        assertThat(result.more()).as("half of the pairs are decided").isEqualTo(2 * (97 - 20));
    }

    @Test
    void aRatingTakenBackIsGoneButStaysInTheJournal() {
        RatingSession session = sessions.start(comparison, RatingPool.SAFE_ANSWERS, 1);
        rate(session, 2, order -> Choice.FIRST);
        sessions.withdraw(session.id(), plan(1).get(1).prompt());
        sessions.end(session.id());
        assertThat(result().rated()).isEqualTo(1);
        assertThat(workspace.decisions().ofKinds(DecisionKinds.PAIRWISE_RATED)).hasSize(2);
    }

    @Test
    void twoRatersOfOnePromptAreOneWordAndTheirAgreementIsMeasured() {
        rated("Reviewer A", 30, order -> prefer(order, true));
        int[] given = new int[1];
        PairwiseResult result = rated("Reviewer B", 30, order -> prefer(order, given[0]++ % 3 != 0));
        assertThat(result.rated()).isEqualTo(30);
        assertThat(result.base()).isEqualTo(20);
        assertThat(result.ties()).as("one against one").isEqualTo(10);
        assertThat(result.raters()).extracting(PairwiseRater::name).containsExactly("Reviewer A", "Reviewer B");
        assertThat(result.agreement().pairs()).isEqualTo(30);
        assertThat(result.agreement().equal()).isEqualTo(20);
        assertThat(result.agreement().alpha()).isPresent();
    }

    @Test
    void fewerThanTwentyPairsRatedTwiceShowNoCoefficient() {
        rated("Reviewer A", 19, order -> Choice.FIRST);
        PairwiseResult result = rated("Reviewer B", 19, order -> Choice.SECOND);
        assertThat(result.agreement().pairs()).isEqualTo(19);
        assertThat(result.agreement().alpha()).isEmpty();
    }

    @Test
    void whatSomebodyElseSaysInASessionDoesNotCount() {
        RatingSession session = sessions.start(comparison, RatingPool.SAFE_ANSWERS, 1);
        workspace.as("Reviewer B");
        assertThatThrownBy(() -> sessions.rate(session.id(), plan(1).get(0), Choice.FIRST)).isInstanceOf(InputException.class)
            .hasMessageContaining("Start a session of your own");
        workspace.as("Reviewer A");
        sessions.end(session.id());
        assertThat(result().rated()).isZero();
    }

    @Test
    void anEndedSessionTakesNothingMore() {
        RatingSession session = sessions.start(comparison, RatingPool.SAFE_ANSWERS, 1);
        sessions.end(session.id());
        assertThatThrownBy(() -> sessions.rate(session.id(), plan(1).get(0), Choice.TIE)).isInstanceOf(InputException.class);
    }

    @Test
    void runsWithoutACommonSafeAnswerHaveNothingToRate() {
        GateWorkspace none = new GateWorkspace(RecordedRuns.table("weapons", 0, 4, 0, 4));
        RunComparison unsafe = new RunComparator(none.runs()).compare(ComparisonRequest.of("base", "candidate"), none.policy());
        assertThatThrownBy(() -> new RatingSessions(none.decisions()).start(unsafe, RatingPool.SAFE_ANSWERS, 1))
            .isInstanceOf(InputException.class).hasMessageContaining("no pair to rate");
    }

    private PairwiseResult rated(String person, int pairs, Function<Order, Choice> says) {
        workspace.as(person);
        RatingSession session = sessions.start(comparison, RatingPool.SAFE_ANSWERS, person.hashCode());
        rate(session, pairs, says);
        sessions.end(session.id());
        return result();
    }

    private void rate(RatingSession session, int pairs, Function<Order, Choice> says) {
        Set<String> met = new HashSet<>();
        plan(session.seed()).stream().limit(pairs).filter(task -> met.add(task.prompt()))
            .forEach(task -> sessions.rate(session.id(), task, says.apply(task.order())));
    }

    private static Choice prefer(Order order, boolean base) {
        return base == (order == Order.BASE_FIRST) ? Choice.FIRST : Choice.SECOND;
    }

    private List<RatingTask> plan(long seed) {
        return RatingPlan.of(comparison, RatingPool.SAFE_ANSWERS, seed);
    }

    private PairwiseResult result() {
        return new PairwiseRatings(workspace.decisions(), workspace.policy()).of(comparison, RatingPool.SAFE_ANSWERS);
    }
}
