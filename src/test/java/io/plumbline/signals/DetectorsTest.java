package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {

    private final PersonalDataDetector personalData = new PersonalDataDetector();
    private final HiddenTextDetector hiddenText = new HiddenTextDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Contact jane.doe@example.com today. | EMAIL | jane.doe@example.com",
        "Call +1 202-555-0143 now | PHONE | +1 202-555-0143",
        "Call (202) 555-0143 now | PHONE | (202) 555-0143",
        "Ruf +49 30 1234 5678 an | PHONE | +49 30 1234 5678",
        "card 4111 1111 1111 1111, thanks | CARD | 4111 1111 1111 1111",
        "card 4012888888881881. | CARD | 4012888888881881",
        "from 84.112.9.200 port 80 | IP_ADDRESS | 84.112.9.200"})
    void personalDataIsFoundWithItsPlace(String text, PersonalData.Kind kind, String found) {
        assertThat(personalData.find(text)).singleElement().satisfies(data -> assertThat(data.kind()).isEqualTo(kind))
            .satisfies(data -> assertThat(text.substring(data.span().start(), data.span().end())).isEqualTo(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card 4111 1111 1111 1112", "0000 0000 0000 0000", "order 123456789", "version 1.2.3.4", "192.168.0.17",
        "999.1.2.3", "2026-05-01 12:00", "pi is 3.14159265358979", "a@b", "me@home", "the year 2024", "1.2.3.4.5.6", "call 911"})
    void whatOnlyLooksLikePersonalDataIsNone(String text) {
        assertThat(personalData.find(text)).isEmpty();
    }

    @Test
    void severalPiecesComeInTheirOrder() {
        assertThat(personalData.find("Contact jane.doe@example.com or +1 202-555-0143.")).extracting(PersonalData::kind)
            .isEqualTo(List.of(PersonalData.Kind.EMAIL, PersonalData.Kind.PHONE));
    }

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
    void hiddenTextIsFoundAtItsPlace() {
        assertThat(hiddenText.find("abc\u200b\u200bdef")).singleElement()
            .satisfies(span -> assertThat(List.of(span.start(), span.end())).containsExactly(3, 5));
    }
}
