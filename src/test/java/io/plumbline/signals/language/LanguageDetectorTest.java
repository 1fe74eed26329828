package io.plumbline.signals.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.signals.scan.TextScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | The train leaves at nine, and you will have to change in the next town.",
        "en | I'm sorry, but I can't help with that.",
        "de | Der Zug fährt um neun, und Sie müssen in der nächsten Stadt umsteigen.",
        "de | Das kann ich leider nicht beantworten.",
        "fr | Le train part à neuf heures et vous devez changer dans la ville suivante.",
        "fr | Je suis désolé, mais je ne peux pas vous aider.",
        "es | El tren sale a las nueve y usted tiene que cambiar en la próxima ciudad.",
        "es | Lo siento, pero no puedo ayudarte con eso.",
        "pt | O trem sai às nove e você tem que mudar na próxima cidade.",
        "pt | Desculpe, mas não posso ajudar com isso.",
        "it | Il treno parte alle nove e devi cambiare nella prossima città.",
        "nl | De trein vertrekt om negen uur en je moet in de volgende stad overstappen.",
        "pl | Pociąg odjeżdża o dziewiątej i trzeba się przesiąść w następnym mieście, ale nie jest to daleko.",
        "tr | Tren saat dokuzda kalkıyor ve bir sonraki şehirde aktarma yapmak için çok zaman var.",
        "ru | Поезд отправляется в девять, и вам нужно пересесть в следующем городе.",
        "uk | Поїзд відправляється о дев'ятій, і вам потрібно пересісти в наступному місті.",
        "zh | 火车九点出发，你需要在下一个城市换车。", "zh | 火車九點出發，你需要在下一個城市換車。",
        "ja | 列車は九時に出発します。次の町で乗り換えてください。", "ko | 기차는 아홉 시에 출발합니다.",
        "ar | يغادر القطار في الساعة التاسعة", "fa | قطار ساعت نه حرکت می‌کند و شما باید تغییر دهید", "he | הרכבת יוצאת בתשע", "el | Το τρένο φεύγει στις εννέα",
        "th | รถไฟออกเวลาเก้าโมง", "hi | ट्रेन नौ बजे निकलती है"})
    void aSentenceGivesItsLanguageAway(String language, String text) {
        assertThat(detector.detect(new TextScan().scan(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "OK", "xqz wvk plm", "int x = 3;"})
    void ofTooLittleTextItSaysNothing(String text) {
        assertThat(detector.detect(new TextScan().scan(text))).isEqualTo(LanguageDetector.UNKNOWN);
    }

    @Test
    void aForeignWordInAnEnglishTextChangesNothing() {
        assertThat(detector.detect(new TextScan().scan("The word 我 means I, and the word для means for, as you can see in the list.")))
            .isEqualTo("en");
    }
}
