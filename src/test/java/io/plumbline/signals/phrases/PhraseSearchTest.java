package io.plumbline.signals.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.signals.scan.TextScan;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseSearchTest {

    private static final PhraseBook BOOK = new PhraseBook(PhraseTable.of(List.of(
        "# a remark", "who = i|we", "[no]", "<who> (can|will) not ~2 help{,s,ing}", "^never$", "not (really|truly)*2 able", "我不能", "---", "[other]",
        "(on the other hand|instead)", "^ ~2 is")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"We will not be of help | no", "we will not be of any other help | ''", "I can not helping | no", "Never | no",
        "never mind | ''", "well never | ''", "not really truly able | no", "not able | no", "not really truly really able | ''", "你我不能 | no", "instead | other",
        "on the other hand | other", "on the hand | ''", "this thing is | other", "is | other", "one two three is | ''", "I can not help instead | no other"})
    void phrasesAreFoundByTheirSyntax(String text, String families) {
        assertThat(families(text)).isEqualTo(families);
    }

    @Test
    void spansAreTheLongestFromTheLeft() {
        TextScan scan = new TextScan().scan("So, we can not really help helping. Instead");
        PhraseSearch search = new PhraseSearch(BOOK);
        assertThat(search.read(scan, scan.tokens(), TokenMask.NOTHING).spans(0, scan.tokens(), BOOK.bit("no")))
            .singleElement().satisfies(span -> assertThat(scan.text().substring(span.start(), span.end())).isEqualTo("we can not really help helping"));
    }

    @Test
    void maskedWordsBelongToNoPhrase() {
        TextScan scan = new TextScan().scan("I can not help");
        TokenMask mask = new TokenMask();
        mask.cover(0, 1);
        assertThat(new PhraseSearch(BOOK).read(scan, 4, mask).families(0, 4)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a (b", "a |", "a ~x", "a{b", "<nobody> x", "~3 a", "a? b?"})
    void aPhraseThatMakesNoSenseIsRefusedWithItsText(String phrase) {
        assertThatThrownBy(() -> new PhraseBook(PhraseTable.of(List.of("[f]", phrase)))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(phrase.replace("<nobody> x", "nobody"));
    }

    @Test
    void whatWasLearntBeforeChangesNoAnswer() {
        PhraseSearch used = new PhraseSearch(BOOK);
        Random random = new Random(5);
        String[] words = {"i", "we", "can", "will", "not", "help", "helping", "really", "able", "never", "instead", "on", "the", "other", "hand", "is", "x"};
        for (int round = 0; round < 3_000; round++) {
            String text = random.ints(1 + random.nextInt(12), 0, words.length).mapToObj(i -> words[i]).collect(Collectors.joining(" "));
            TextScan scan = new TextScan().scan(text);
            assertThat(used.read(scan, scan.tokens(), TokenMask.NOTHING).families(0, scan.tokens())).as(text)
                .isEqualTo(new PhraseSearch(BOOK).read(scan, scan.tokens(), TokenMask.NOTHING).families(0, scan.tokens()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"i can not ", "not really ", "i ", "on the other ", "never. "})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aMegabyteOfBeginningsIsSearchedInOnePass(String piece) {
        TextScan scan = new TextScan().scan(piece.repeat(1_000_000 / piece.length()));
        PhraseSearch search = new PhraseSearch(BOOK).read(scan, scan.tokens(), TokenMask.NOTHING);
        assertThat(search.families(0, scan.tokens())).isGreaterThanOrEqualTo(0);
        assertThat(search.spans(0, scan.tokens(), 1)).hasSizeGreaterThanOrEqualTo(0);
    }

    private static String families(String text) {
        TextScan scan = new TextScan().scan(text);
        long mask = new PhraseSearch(BOOK).read(scan, scan.tokens(), TokenMask.NOTHING).families(0, scan.tokens());
        return BOOK.families().stream().filter(f -> (mask & BOOK.bit(f)) != 0).collect(Collectors.joining(" "));
    }
}
