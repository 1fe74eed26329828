package io.plumbline.signals.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.signals.scan.ScriptCounts.Script;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScanTest {

    private final TextScan scan = new TextScan();

    @Test
    void tokensAreRunsOfLettersDigitsAndInnerApostrophes() {
        assertThat(tokens("Don’t stop: it's 'fine', x2 (naïve) e\u0301te\u0301!")).containsExactly("Don’t", "stop", "it's", "fine", "x2", "naïve",
            "e\u0301te\u0301");
    }

    @Test
    void hanAndKanaAreTokensOfTheirOwn() {
        assertThat(tokens("我不能 help できません\ud842\udfb7")).containsExactly("我", "不", "能", "help", "で", "き", "ま", "せ", "ん", "\ud842\udfb7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "don't", "x2", "naïve", "привет", "我", "straße", "\ud842\udfb7", "l'école", "αβγ"})
    void theHashOfATokenIsThatOfTheTerm(String token) {
        for (String text : List.of(token, token.toUpperCase().length() == token.length() ? token.toUpperCase() : token, token.replace('\'', '’'))) {
            scan.scan(text);
            assertThat(scan.tokens()).isEqualTo(1);
            assertThat(scan.hash(0)).isEqualTo(TermHash.of(token));
            assertThat(scan.key(0)).isEqualTo(TermKey.of(token));
        }
    }

    @Test
    void termsAreFoundByTheirHash() {
        TermTable table = new TermTable(Map.of("maybe", 3, "können", 5));
        scan.scan("Maybe wir KÖNNEN");
        assertThat(IntStream.range(0, 3).map(i -> table.get(scan.key(i)))).containsExactly(3, 0, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a@b | AT_SIGN", "é | NON_ASCII", "“x | QUOTATION_MARK", "say \"x | QUOTATION_MARK",
        "https://x | WEB_ADDRESS", "www.x.org | WEB_ADDRESS", "a\u200bb | INVISIBLE", "p\u0430ypal | MIXED_SCRIPTS", "> quoted | QUOTED_LINE",
        "a=b | MARKUP", "abcdefghijklmnopqrstuvwxyz | LONG_TOKEN"})
    void hintsAreSeen(String text, Hint hint) {
        assertThat(scan.scan(text).has(hint)).isTrue();
    }

    @Test
    void plainTextHasNoHint() {
        scan.scan("A plain sentence, with nothing special (at all); 12 words or so.");
        for (Hint hint : Hint.values()) {
            assertThat(scan.has(hint)).as(hint.name()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"call 202-555-0143 now, 10", "in 1999 and then 2024 words, 4", "4111 1111 1111 1111, 16", "none, 0", "1.2.3.4, 4"})
    void theLongestNumberCountsItsGroupsTogether(String text, int digits) {
        assertThat(scan.scan(text).longestNumber()).isEqualTo(digits);
    }

    @Test
    void charactersAreCountedByKind() {
        scan.scan("Ab C1 2\nпривет 我の");
        assertThat(List.of(scan.capitals(), scan.digits(), scan.lineFeeds(), scan.nonAscii(), scan.ideographs(), scan.kana()))
            .containsExactly(2, 2, 1, 8, 2, 1);
        assertThat(scan.scripts().get(Script.CYRILLIC)).isEqualTo(6);
    }

    @Test
    void sentencesEndAtStopsLinesAndIdeographicStops() {
        assertThat(sentences("One two. Three? \"Four!\" five\n1. Six 2.5 seven\n\n我不能。可以！ e.g. x")).containsExactly("One two", "Three", "Four",
            "five", "1. Six 2.5 seven", "我不能", "可以", "e.g", "x");
    }

    @Test
    void aScanForgetsTheTextBefore() {
        scan.scan("a@b. Я 12345");
        scan.scan("x");
        assertThat(List.of(scan.tokens(), scan.digits(), scan.nonAscii(), scan.longestNumber(), scan.sentences().count())).containsExactly(1, 0, 0, 0, 1);
        assertThat(scan.has(Hint.AT_SIGN)).isFalse();
        assertThat(scan.scan("").sentences().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "'", "a'", ". ", "\ud800", "1 ", "\u200b", "我", "\u0301", "\n", "\"", "😀"})
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void aMegabyteOfAnythingIsReadInOnePass(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertThat(scan.scan(text).length()).isEqualTo(text.length());
        assertThat(scan.sentences().count()).isGreaterThanOrEqualTo(0);
    }

    private List<String> tokens(String text) {
        scan.scan(text);
        return IntStream.range(0, scan.tokens()).mapToObj(t -> text.substring(scan.start(t), scan.end(t))).toList();
    }

    private List<String> sentences(String text) {
        SentenceCut cut = scan.scan(text).sentences();
        return IntStream.range(0, cut.count())
            .mapToObj(s -> text.substring(scan.start(cut.firstToken(s)), scan.end(cut.endToken(s) - 1))).toList();
    }
}
