package io.plumbline.evaluation.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Policy;
import io.plumbline.evaluation.RecordedRuns;
import io.plumbline.store.PolicyReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against the published table of the emergent-misalignment study (STATISTICAL_RESULTS_CANONICAL.md, section 3, two judges' mean drift),
 * to four decimals.
 */
class ConditionComparatorTest {

    private static final double FOUR_DECIMALS = 0.00005;
    private final Policy policy = new PolicyReader().defaults();
    private final RecordedRuns runs = RecordedRuns.emPolitical();

    private ConditionTable table(String... conditions) {
        return new ConditionComparator(runs).compare(new ConditionRequest("v2_base", List.of(conditions), List.of()), policy);
    }

    @Test
    void theBaseConditionEqualsThePublishedOne() {
        ScoredCondition base = table("v2_neutral").base();
        assertThat(base.n()).isEqualTo(150);
        assertThat(base.mean()).isEqualTo(0.0667, within(FOUR_DECIMALS));
        assertThat(base.sd()).isEqualTo(0.2218, within(FOUR_DECIMALS));
        assertThat(base.alpha().orElseThrow()).isEqualTo(0.4213, within(FOUR_DECIMALS));
        assertThat(base.shift()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v2_neutral, 1.3367, 0.8161, 1481, 0.8684, -2.1236, 0.0907", "v2_betley_real, 1.3600, 1.0364, 3108, 0.7237, -1.7256, 0.1562",
        "v2_valence, 2.7800, 0.5921, 413, 0.9633, -6.0686, 0.7794", "v2_reformed, 2.4500, 0.5786, 179, 0.9841, -5.4396, 0.2474",
        "v2_political, 2.7867, 0.3243, 0, 1.0000, -9.7893, 0.2003"})
    void everyConditionEqualsThePublishedOne(String condition, double mean, double sd, double u, double biserial, double d, double alpha) {
        ScoredCondition row = table(condition).rows().get(1);
        ConditionShift shift = row.shift().orElseThrow();
        assertThat(row.mean()).isEqualTo(mean, within(FOUR_DECIMALS));
        assertThat(row.sd()).isEqualTo(sd, within(FOUR_DECIMALS));
        assertThat(shift.u()).isEqualTo(u);
        assertThat(shift.rankBiserial()).isEqualTo(biserial, within(FOUR_DECIMALS));
        assertThat(shift.cohenD()).isEqualTo(d, within(FOUR_DECIMALS));
        assertThat(row.alpha().orElseThrow()).isEqualTo(alpha, within(FOUR_DECIMALS));
    }

    @Test
    void theIntervalOfTheDifferenceHoldsIt() {
        ConditionShift shift = table("v2_political").rows().get(1).shift().orElseThrow();
        assertThat(shift.meanDifference()).isEqualTo(2.72, within(0.001));
        assertThat(shift.interval().lower()).isLessThan(2.72).isGreaterThan(2.6);
        assertThat(shift.interval().upper()).isGreaterThan(2.72).isLessThan(2.85);
    }

    @Test
    void pValuesAreAdjustedOverAllConditions() {
        ConditionTable all = table("v2_neutral", "v2_betley_real", "v2_valence", "v2_reformed", "v2_political");
        ConditionShift weakest = all.rows().get(2).shift().orElseThrow();
        assertThat(weakest.adjustedP()).isGreaterThanOrEqualTo(weakest.pValue());
        assertThat(all.rows()).hasSize(6);
    }

    @Test
    void runsWithoutASharedJudgeAreRefused() {
        runs.add("other", "model", "x", "suite", List.of("judge"), List.of());
        assertThatThrownBy(() -> new ConditionComparator(runs).compare(new ConditionRequest("v2_base", List.of("other"), List.of()), policy))
            .isInstanceOf(InputException.class).hasMessageContaining("No judge gave numbers");
    }
}
