package io.plumbline.signals.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.signals.scan.TextScan;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidencePatternsTest {

    private final ConfidencePatterns.Counter counter = new ConfidencePatterns().counter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Perhaps it will rain, and maybe it will not. | 2 | 0 | 0",
        "I'm not sure, but it might be the pump. | 1 | 1 | 0",
        "It depends on the model; however, most cars need oil. | 0 | 0 | 3",
        "Water boils at 100 degrees at sea level. | 0 | 0 | 0",
        "In May the roses bloom. | 0 | 0 | 0",
        "Vielleicht regnet es. | 1 | 0 | 0",
        "Je ne sais pas. | 0 | 1 | 0",
        "可能会下雨。 | 1 | 0 | 0"})
    void phrasesAreCountedByFamily(String text, int hedges, int uncertainty, int qualifications) {
        counter.read(new TextScan().scan(text));
        assertThat(List.of(counter.hedges(), counter.uncertainty(), counter.qualifications())).containsExactly(hedges, uncertainty, qualifications);
    }
}
