package io.plumbline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordDifferencesTest {

    private static List<String> cut(String text, List<TextSpan> spans) {
        return spans.stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    @Test
    void theWordsThatTurnedAreFoundOnBothSides() {
        String before = "I cannot help you with that.";
        String after = "I can  help you with that, today.";
        WordDifferences found = WordDifferences.between(before, after);
        assertThat(cut(before, found.inFirst())).containsExactly("cannot");
        assertThat(cut(after, found.inSecond())).containsExactly("can", ", today");
    }

    @Test
    void caseAndWhiteSpaceAreNoDifference() {
        WordDifferences found = WordDifferences.between("Stay  safe", "stay\nSafe");
        assertThat(found.inFirst()).isEmpty();
        assertThat(found.inSecond()).isEmpty();
    }

    @Test
    void anEmptyAnswerDiffersAsAWhole() {
        WordDifferences found = WordDifferences.between("", "No. Never.");
        assertThat(found.inFirst()).isEmpty();
        assertThat(found.inSecond()).containsExactly(new TextSpan(0, 10));
    }

    @Test
    void onlyTheBeginningOfVeryLongAnswersIsComparedAndThatIsSaid() {
        String before = "alpha ".repeat(100_000);
        String after = "beta ".repeat(100_000);
        assertThat(WordDifferences.between(before, after).whole()).isFalse();
        assertThat(WordDifferences.between("alpha", "beta").whole()).isTrue();
    }
}
