package io.plumbline.signals.sensitive;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTextTest {

    @Test
    void aWordSaysWhatStoodThere() {
        assertThat(MaskedText.of("Write to jane@example.com or pay 4111 1111 1111 1111.")).isEqualTo("Write to [e-mail address] or pay [payment card].");
    }

    @Test
    void aTextWithoutSensitiveContentStaysAsItIs() {
        List<TextSpan> evidence = List.of(new TextSpan(2, 5));
        assertThat(MaskedText.of("I can't help.", evidence)).isEqualTo(new MaskedText("I can't help.", evidence, 0));
    }

    @Test
    void evidenceMovesWithTheText() {
        String text = "jane@example.com wrote: I refuse, and joe@example.com too";
        int at = text.indexOf("I refuse");
        MaskedText masked = MaskedText.of(text, List.of(new TextSpan(0, 16), new TextSpan(at, at + 8), new TextSpan(at, text.indexOf("joe") + 3)));
        assertThat(masked.evidence()).extracting(span -> masked.text().substring(span.start(), span.end()))
            .containsExactly("[e-mail address]", "I refuse", "I refuse, and [e-mail address]");
        assertThat(masked.covered()).isEqualTo(2);
    }

    @Test
    void codeIsNotCoveredButSecretsInItAre() {
        assertThat(MaskedText.of("```\nkey = \"AKIAIOSFODNN7EXAMPLE\"\n```")).isEqualTo("```\nkey = \"[AWS key]\"\n```");
    }
}
