package io.plumbline.signals.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.signals.scan.TextScan;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {

    private final TextForm form = new TextForm();

    @Test
    void theFormOfAMarkdownAnswerIsCounted() {
        read("""
            # Plan

            1. Buy flour
            2. Bake
            - rest
            * eat

            ```java
            int x = 1;
            ```
            See https://example.org and www.example.com.
            ## End""");
        assertThat(List.of(form.headings(), form.listItems(), form.codeBlocks(), form.links())).containsExactly(2, 4, 1, 2);
    }

    @Test
    void plainProseHasNoForm() {
        read("It costs 1.50 - or 2 - a piece, and #1 is best. 3 of them do.");
        assertThat(List.of(form.headings(), form.listItems(), form.codeBlocks(), form.links())).containsExactly(0, 0, 0, 0);
    }

    @Test
    void typeTokenRatioCountsWordsWithoutCase() {
        read("The cat and the dog and THE bird");
        assertThat(form.words()).isEqualTo(8);
        assertThat(form.typeTokenRatio()).isEqualTo(5.0 / 8);
    }

    /** By hand: "a b" over and over has a ratio of 2/3 at the third word, so a factor ends every three words. */
    @Test
    void lexicalDiversityIsTheMeanLengthOfItsFactors() {
        read("a b ".repeat(30));
        assertThat(form.mtld()).isCloseTo(3.0, within(1e-9));
        read(IntStream.range(0, 60).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
        assertThat(form.mtld()).isEqualTo(60);
    }

    @Test
    void lexicalDiversityOfAFewWordsIsNotMeasured() {
        read("a few words only");
        assertThat(form.mtld()).isNaN();
    }

    @Test
    void repetitionIsTheShareOfSequencesThatCameBefore() {
        read("one two three four");
        assertThat(form.repetition()).isZero();
        read("one two three one two three");
        assertThat(form.repetition()).isEqualTo(0.25);
        read("no ".repeat(1000));
        assertThat(form.repetition()).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b ", "# ", "- x\n", "```\n", "1. ", "://", "www.", "\n", "我"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aMegabyteOfAnythingIsMeasured(String piece) {
        read(piece.repeat(1_000_000 / piece.length()));
        form.mtld();
        assertThat(form.characters()).isGreaterThan(900_000);
    }

    private void read(String text) {
        form.read(new TextScan().scan(text));
    }
}
