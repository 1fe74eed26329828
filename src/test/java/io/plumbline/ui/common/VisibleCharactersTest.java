package io.plumbline.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.TextSpan;
import io.plumbline.ui.common.VisibleCharacters.Kind;
import io.plumbline.ui.common.VisibleCharacters.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleCharactersTest {

    @Test
    void ordinaryWritingOfAnyScriptIsOnePiece() {
        for (String text : List.of("plain text\nwith lines", "Привет мир", "你好", "naïve café", "😀 emoji")) {
            assertThat(VisibleCharacters.cut(text, List.of())).containsExactly(new Piece(Kind.PLAIN, text));
        }
    }

    @Test
    void invisibleAndTurningCharactersGetTheirNameAndCodePoint() {
        assertThat(VisibleCharacters.cut("a\u200Bb\u202Ec\u0007", List.of())).containsExactly(new Piece(Kind.PLAIN, "a"),
            new Piece(Kind.TAG, "ZWSP U+200B"), new Piece(Kind.PLAIN, "b"), new Piece(Kind.TAG, "RLO U+202E"), new Piece(Kind.PLAIN, "c"),
            new Piece(Kind.TAG, "U+0007"));
    }

    @Test
    void aCyrillicLetterInALatinWordIsNamed() {
        assertThat(VisibleCharacters.cut("|depl\u043Ey|", List.of())).contains(new Piece(Kind.TAG, "\u043E U+043E Cyrillic"));
    }

    @Test
    void halfASurrogatePairIsNamed() {
        assertThat(VisibleCharacters.cut("a\uD800", List.of())).contains(new Piece(Kind.TAG, "U+D800"));
    }

    @Test
    void evidenceIsItsOwnPieceAlsoWhereSpansOverlapOrRunOverTheEnd() {
        assertThat(VisibleCharacters.cut("Of course! Here", List.of(new TextSpan(0, 10), new TextSpan(5, 10), new TextSpan(11, 99))))
            .containsExactly(new Piece(Kind.EVIDENCE, "Of course!"), new Piece(Kind.PLAIN, " "), new Piece(Kind.EVIDENCE, "Here"));
    }

    @Test
    void nothingOfTheTextIsLost() {
        StringBuilder joined = new StringBuilder();
        VisibleCharacters.cut("one two three", List.of(new TextSpan(4, 7))).forEach(p -> joined.append(p.text()));
        assertThat(joined).hasToString("one two three");
    }
}
