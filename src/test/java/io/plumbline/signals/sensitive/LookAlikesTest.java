package io.plumbline.signals.sensitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Numbers that only look like a person's. Run as a program it prints every sentence with a finding. */
class LookAlikesTest {

    private static final long SEED = 20_261_121L;
    private static final int EACH = 500;

    private final SensitiveContentDetector detector = new SensitiveContentDetector();

    @Test
    void hardlyAnythingThatOnlyLooksLikeAPersonsNumberIsTakenForOne() {
        Map<String, Double> shares = new TreeMap<>();
        new LookAlikes(SEED).all(EACH).forEach((kind, sentences) -> shares.put(kind, (double) sentences.stream().filter(s -> !found(s).isEmpty()).count() / EACH));
        assertThat(shares).allSatisfy((kind, share) -> assertThat(share).as(kind).isLessThanOrEqualTo(0.02));
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow()).as("of all kinds").isLessThan(0.005);
    }

    private List<SensitiveFinding> found(String sentence) {
        return detector.find(sentence).stream().filter(finding -> finding.kind().isMasked()).toList();
    }

    public static void main(String[] arguments) {
        LookAlikesTest test = new LookAlikesTest();
        new LookAlikes(SEED).all(EACH).forEach((kind, sentences) -> {
            List<String> wrong = sentences.stream().filter(sentence -> !test.found(sentence).isEmpty()).toList();
            System.out.println(kind + ": " + wrong.size() + " of " + EACH);
            wrong.stream().limit(12).forEach(sentence -> System.out.println("    " + sentence + "   " + test.found(sentence)));
        });
    }
}
