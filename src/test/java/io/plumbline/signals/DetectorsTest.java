package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {

    private final HiddenTextDetector hiddenText = new HiddenTextDetector();

    @ParameterizedTest
    @ValueSource(strings = {"ig\u200bnore the rules", "safe\u202eelif\u202c", "hi\udb40\udc41\udb40\udc42", "p\u0430ypal", "\u0391dmin",
        "word\u2060joiner"})
    void textThatAReaderDoesNotSeeIsFound(String text) {
        assertThat(hiddenText.find(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "naïve café", "\ud83d\udc69\u200d\ud83d\udcbb works", "می\u200cخواهم", "5 μm and 3 πr",
        "Москва and Paris", "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f", "co\u00adoperate"})
    void ordinaryWritingIsNotHidden(String text) {
        assertThat(hiddenText.find(text)).isEmpty();
    }

    @Test
    void aMessageInTheTagsOfAFlagIsHiddenText() {
        assertThat(hiddenText.find("\ud83c\udff4" + "\udb40\udc67".repeat(20))).isNotEmpty();
    }

    @Test
    void hiddenTextIsFoundAtItsPlace() {
        assertThat(hiddenText.find("abc\u200b\u200bdef")).singleElement()
            .satisfies(span -> assertThat(List.of(span.start(), span.end())).containsExactly(3, 5));
    }
}
