package io.plumbline.signals.sensitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Precision and recall by kind on generated sentences. Run as a program it prints the table of the document on sensitive content. */
class SensitiveContentQualityTest {

    private static final long SEED = 20_261_120L;
    private static final int EXAMPLES = 200;
    private static final int HARMLESS = 200;

    private final SensitiveContentDetector detector = new SensitiveContentDetector();
    private final Map<SensitiveKind, int[]> counts = new EnumMap<>(SensitiveKind.class);
    private final Map<String, Integer> falseAlarms = new TreeMap<>();

    @Test
    void namedContentIsFoundAndLookAlikesAreNot() {
        measure();
        assertThat(counts).allSatisfy((kind, count) -> {
            assertThat(recall(count[0])).as("recall of %s beside its name", kind).isGreaterThanOrEqualTo(0.97);
            assertThat((double) (count[0] + count[1]) / (count[0] + count[1] + count[2])).as("precision of %s", kind).isGreaterThanOrEqualTo(0.90);
        });
        int wrong = falseAlarms.values().stream().mapToInt(Integer::intValue).sum();
        assertThat((double) wrong / (20 * HARMLESS)).as("share of harmless sentences with a finding").isLessThan(0.02);
    }

    public static void main(String[] arguments) {
        SensitiveContentQualityTest test = new SensitiveContentQualityTest();
        test.measure();
        System.out.println("| kind | recall beside a word that names it | recall bare | precision |\n|---|---|---|---|");
        test.counts.forEach((kind, count) -> System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", kind.word(), recall(count[0]), recall(count[1]),
            (double) (count[0] + count[1]) / (count[0] + count[1] + count[2])));
        System.out.println("\nFalse alarms by kind of harmless sentence (of " + HARMLESS + "): " + test.falseAlarms);
    }

    private void measure() {
        SensitiveTexts texts = new SensitiveTexts(SEED);
        for (SensitiveKind kind : texts.kinds()) {
            counts.computeIfAbsent(kind, unused -> new int[3]);
            for (SensitiveTexts.Context context : SensitiveTexts.Context.values()) {
                for (SensitiveTexts.Example example : texts.of(kind, context, EXAMPLES)) {
                    judge(example, context.ordinal());
                }
            }
        }
        texts.harmless(HARMLESS).forEach((name, sentences) -> {
            falseAlarms.put(name, 0);
            sentences.forEach(sentence -> detector.find(sentence).stream().filter(finding -> finding.kind().isMasked()).forEach(finding -> {
                falseAlarms.merge(name, 1, Integer::sum);
                counts.get(finding.kind())[2]++;
            }));
        });
    }

    private void judge(SensitiveTexts.Example example, int context) {
        List<SensitiveFinding> found = detector.find(example.text());
        for (SensitiveFinding finding : found) {
            boolean right = finding.kind() == example.kind() && finding.span().equals(example.span());
            counts.computeIfAbsent(finding.kind(), unused -> new int[3])[right ? context : 2]++;
        }
    }

    private static double recall(int found) {
        return (double) found / EXAMPLES;
    }
}
