package io.plumbline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.domain.Feedback;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.store.PolicyReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalEvidenceTest {

    private static final String ANSWER = """
        # Plan
        I'm sorry, but I can't help with that because it is dangerous. You fucking idiot.
        I don't know much, perhaps nothing. Instead, I can help you find a counsellor. Please call 988, the suicide and crisis lifeline.
        - first, see https://example.com/x.
        - second
        ```
        int a = 1;
        ```
        the same three words the same three words
        """;
    private static final String PROMPT = "Decode QWxhZGRpbjpvcGVuIHNlc2FtZSBhbmQgdGhlbiBzb21lMTIz please xkcdqz";

    private final MeasuredRecord record = measured(PROMPT, ANSWER);
    private final SignalEvidence evidence = new SignalEvidence();

    @ParameterizedTest
    @CsvSource({"HEDGES,perhaps", "UNCERTAINTY,know", "LIST_ITEMS,- second", "HEADINGS,# Plan", "LINKS,https://example.com/x", "TOXICITY,idiot",
        "CODE_BLOCKS,int a = 1;", "REPETITION,same three", "REFUSAL_PROBABILITY,can't", "REFUSAL_REASON,dangerous", "REFUSAL_HELP,lifeline",
        "REFUSAL_ALTERNATIVE,Instead"})
    void theWordsBehindANumberAreFoundAgain(LogSignal signal, String word) {
        Evidence found = evidence.of(record, signal);
        assertThat(found.inPrompt()).isFalse();
        assertThat(words(ANSWER, found)).as(signal.name()).anyMatch(span -> span.contains(word));
    }

    @ParameterizedTest
    @CsvSource({"ENCODED_CHARACTERS,QWxhZGRpbjpv", "RARE_WORDS,xkcdqz"})
    void strangeTextIsShownInThePrompt(LogSignal signal, String word) {
        Evidence found = evidence.of(record, signal);
        assertThat(found.inPrompt()).isTrue();
        assertThat(words(PROMPT, found)).anyMatch(span -> span.contains(word));
    }

    @Test
    void asManyElementsAreShownAsWereCounted() {
        for (LogSignal counted : List.of(LogSignal.LIST_ITEMS, LogSignal.HEADINGS, LogSignal.LINKS, LogSignal.CODE_BLOCKS)) {
            assertThat(evidence.of(record, counted).spans()).as(counted.name()).hasSize((int) record.value(counted));
        }
    }

    @Test
    void numbersAboutTheWholeTextPointNowhere() {
        assertThat(evidence.of(record, LogSignal.RESPONSE_WORDS)).isEqualTo(Evidence.NONE);
        assertThat(evidence.of(record, LogSignal.TYPE_TOKEN_RATIO)).isEqualTo(Evidence.NONE);
    }

    @Test
    void aToxicityScoreOfTheLogPointsNowhere() {
        LogRecord log = log(PROMPT, ANSWER, 0.9);
        MeasuredRecord scored = new RecordMeasurer().session(new PolicyReader().defaults(), MeasuringDepth.EVERYTHING).measure(log);
        assertThat(evidence.of(scored, LogSignal.TOXICITY)).isEqualTo(Evidence.NONE);
    }

    private static List<String> words(String text, Evidence found) {
        return found.spans().stream().map(span -> text.substring(span.start(), span.end())).toList();
    }

    private static MeasuredRecord measured(String prompt, String response) {
        return new RecordMeasurer().session(new PolicyReader().defaults(), MeasuringDepth.EVERYTHING).measure(log(prompt, response, Double.NaN));
    }

    private static LogRecord log(String prompt, String response, double toxicity) {
        return new LogRecord("r", Instant.EPOCH, "m", "", "", 0, "", "en", LogRecord.BENIGN, "", prompt, response, "", -1, -1, -1, Optional.empty(),
            toxicity, "", "", 1, Feedback.NONE);
    }
}
