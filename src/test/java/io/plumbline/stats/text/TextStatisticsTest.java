package io.plumbline.stats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextStatisticsTest {

    @Test
    void shinglesCountUnicodeCharactersAndNotHalfOnes() {
        assertThat(Shingles.ofCharacters("a😀b", 2)).containsExactlyInAnyOrder("a😀", "😀b");
        assertThat(Levenshtein.distance("😀", "b")).isEqualTo(1);
    }

    @Test
    void emptyTextsAreAlikeAndHaveNoShingles() {
        assertThat(Shingles.ofCharacters("", 5)).isEmpty();
        assertThat(Shingles.ofWords("  ", 1)).isEmpty();
        assertThat(Jaccard.similarity(Set.of(), Set.of())).isEqualTo(1);
        assertThat(Jaccard.similarity(Set.of("a"), Set.of())).isZero();
        assertThat(Levenshtein.distance("", "abc")).isEqualTo(3);
        MinHash minHash = new MinHash(16, 3);
        assertThat(MinHash.similarity(minHash.signature(Set.of()), minHash.signature(Set.of()))).isEqualTo(1);
    }

    @Test
    void textWithoutSpacesIsComparedByCharacters() {
        Set<String> first = Shingles.ofCharacters("安全策略不允许我回答这个问题", 3);
        Set<String> second = Shingles.ofCharacters("安全策略不允许我回答那个问题", 3);
        assertThat(Jaccard.similarity(first, second)).isBetween(0.5, 0.8);
    }

    /**
     * Monroe, Colaresi and Quinn 2008, eqs. 16, 20 and 22, computed apart from this program with R 4.2.2:
     * {@code z <- function(y1,n1,y2,n2,a,a0) { o1 <- (y1+a)/((n1+a0)-(y1+a)); o2 <- (y2+a)/((n2+a0)-(y2+a)); (log(o1)-log(o2))/sqrt(1/(y1+a)+1/(y2+a)) }}.
     */
    @Test
    void twoSetsUnderOnePriorGiveTheScoresOfThePublishedFormula() {
        assertThat(WeightedLogOdds.between(40, 2000, 10, 3000, 50, 5000)).isCloseTo(3.266452473525783, within(1e-12));
        assertThat(WeightedLogOdds.between(3, 120, 0, 90, 0.01 * 250, 0.01 * 2500)).isCloseTo(0.751662922088234, within(1e-12));
        assertThat(WeightedLogOdds.between(0, 500, 12, 650, 1.2, 115)).isCloseTo(-2.30223409771195, within(1e-12));
        assertThat(WeightedLogOdds.between(7, 1000, 21, 3000, 28, 4000)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aWordOfBothSetsInProportionSaysNothing() {
        List<WeightedLogOdds> results = WeightedLogOdds.informative(List.of(
            Map.of("refuse", 10L, "the", 100L, "sorry", 30L), Map.of("refuse", 10L, "the", 100L, "sorry", 30L)));
        assertThat(results).allSatisfy(result -> assertThat(result.z()).isBetween(-1e-12, 1e-12));
        assertThatThrownBy(() -> WeightedLogOdds.informative(List.of(Map.of("a", 1L), Map.of("b", 1L))))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anNGramOfTheFlaggedTextsComesFirst() {
        List<Set<String>> flagged = List.of(Set.of("pick a lock", "how do"), Set.of("pick a lock"), Set.of("pick a lock", "please"));
        List<Set<String>> rest = List.of(Set.of("how do"), Set.of("please"), Set.of("how do", "please"), Set.of("bread"));
        NGramLift first = NGramLift.of(flagged, rest, 2).get(0);
        assertThat(first.nGram()).isEqualTo("pick a lock");
        assertThat(first.lift()).isEqualTo(7.0 / 3);
        assertThat(first.pValue()).isEqualTo(1.0 / 35, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(first.adjusted()).isGreaterThanOrEqualTo(first.pValue());
    }
}
