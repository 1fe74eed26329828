package io.plumbline.signals.toxicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.TextScan;
import io.plumbline.stats.anomaly.RankingQuality;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToxicityWordsTest {

    private final ToxicityModel.Reader model = ToxicityWords.builtIn().reader();

    @Test
    void theAreaUnderTheCurveIsWhatTheCardSays() throws IOException {
        List<String[]> items;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(getClass().getResourceAsStream("/toxicity/convabuse-test.tsv"),
            StandardCharsets.UTF_8))) {
            items = in.lines().skip(1).map(line -> line.split("\t", 3)).filter(item -> Integer.parseInt(item[0]) != 2 * Integer.parseInt(item[1])).toList();
        }
        double[] scores = items.stream().mapToDouble(item -> score(item[2])).map(score -> Double.isNaN(score) ? 0 : score).toArray();
        boolean[] abusive = new boolean[scores.length];
        for (int i = 0; i < abusive.length; i++) {
            abusive[i] = 2 * Integer.parseInt(items.get(i)[1]) > Integer.parseInt(items.get(i)[0]);
        }
        assertThat(items).hasSize(820);
        assertThat(RankingQuality.areaUnderCurve(scores, abusive)).isCloseTo(0.9523, within(0.0001));
    }

    @Test
    void theMostToxicSentenceCountsAndIsTheEvidence() {
        String text = "The capital of France is Paris. You are a stupid bitch. It lies on the Seine.";
        ToxicityReading reading = model.read(new TextScan().scan(text));
        assertThat(reading.score()).isGreaterThan(0.8);
        TextSpan span = reading.evidence().get(0);
        assertThat(text.substring(span.start(), span.end())).isEqualTo("You are a stupid bitch");
    }

    @Test
    void ordinaryAnswersScoreLow() {
        assertThat(List.of("The capital of France is Paris.", "To kill a process, find its number with ps and send it a signal.",
            "I'm sorry, but I can't help with that.", "Preheat the oven to 180 degrees and butter the tin.")).allSatisfy(text ->
                assertThat(score(text)).isLessThan(0.5));
    }

    @Test
    void aTextWithoutWordsHasNoScore() {
        assertThat(score("")).isNaN();
        assertThat(score("?! …")).isNaN();
    }

    private double score(String text) {
        return model.read(new TextScan().scan(text)).score();
    }
}
