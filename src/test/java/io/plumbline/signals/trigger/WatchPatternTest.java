package io.plumbline.signals.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.TextSpan;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchPatternTest {

    @Test
    void literalIsFoundExactlyAsItIs() {
        WatchPattern pattern = WatchPattern.of(WatchKind.LITERAL, "|a.c|");

        assertThat(pattern.find("x |a.c| y |a.c|")).containsExactly(new TextSpan(2, 7), new TextSpan(10, 15));
        assertThat(pattern.isIn("x |abc| y")).isFalse();
    }

    @Test
    void tokenSequenceIgnoresCaseAndWhiteSpaceButNotWords() {
        WatchPattern pattern = WatchPattern.of(WatchKind.TOKENS, "purple otter");

        assertThat(pattern.find("a Purple \n OTTER!")).containsExactly(new TextSpan(2, 16));
        assertThat(pattern.isIn("purple otters")).isFalse();
        assertThat(pattern.isIn("purple, otter")).isFalse();
    }

    @Test
    void expressionThatWouldBacktrackForEverEndsInTime() {
        WatchPattern pattern = WatchPattern.of(WatchKind.REGEX, "(a+)+$x");
        Instant start = Instant.now();

        assertThat(pattern.isIn("a".repeat(1_000_000) + "b")).isFalse();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whatIsNoExpressionIsRefusedWithASentence() {
        assertThatThrownBy(() -> WatchPattern.of(WatchKind.REGEX, "(a")).isInstanceOf(InputException.class).hasMessageContaining("RE2");
        assertThatThrownBy(() -> WatchPattern.of(WatchKind.REGEX, "a*")).isInstanceOf(InputException.class).hasMessageContaining("every prompt");
        assertThatThrownBy(() -> WatchPattern.of(WatchKind.LITERAL, "  ")).isInstanceOf(InputException.class);
    }
}
