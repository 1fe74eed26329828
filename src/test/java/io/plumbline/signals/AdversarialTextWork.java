package io.plumbline.signals;

import io.plumbline.signals.confidence.ConfidencePatterns;
import io.plumbline.signals.form.FormSpans;
import io.plumbline.signals.form.TextForm;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.refusal.RefusalReader;
import io.plumbline.signals.scan.TextScan;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.toxicity.ToxicityModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Every detector that reads texts, by name, and how many operations each needs for one; to be loaded by {@link CountedOperations}. */
public final class AdversarialTextWork implements Function<String, Map<String, Long>> {

    private final TextScan scan = new TextScan();
    private final TextScan prompt = new TextScan().scan("Why is it so?");
    private final LanguageDetector language = new LanguageDetector();
    private final ConfidencePatterns.Counter confidence = new ConfidencePatterns().counter();
    private final TextForm form = new TextForm();
    private final StrangeText strange = new StrangeText();
    private final HiddenTextDetector hidden = new HiddenTextDetector();
    private final SensitiveContentDetector sensitive = new SensitiveContentDetector();
    private final ToxicityModel.Reader toxicity = ToxicityWords.builtIn().reader();
    private final RefusalReader refusal = new RefusalDetector().reader();
    private final Map<String, Runnable> detectors = new LinkedHashMap<>();

    public AdversarialTextWork() {
        detectors.put("scan", () -> scan.scan(scan.text()));
        detectors.put("sentences", scan::sentences);
        detectors.put("language", () -> language.detect(scan));
        detectors.put("confidence", () -> confidence.read(scan));
        detectors.put("form", () -> form.read(scan).mtld());
        detectors.put("places of form", () -> new FormSpans(scan).repetitions());
        detectors.put("encoded characters", () -> strange.encodedCharacters(scan));
        detectors.put("rare words", () -> strange.rareWordShare(scan));
        detectors.put("hidden text", () -> hidden.find(scan.text()));
        detectors.put("sensitive content", () -> sensitive.find(scan.text()));
        detectors.put("toxicity", () -> toxicity.read(scan));
        detectors.put("refusal in English", () -> refusal.read(prompt, scan, "en"));
        detectors.put("refusal in Chinese", () -> refusal.read(prompt, scan, "zh"));
    }

    /** Operations of each detector on a text. */
    @Override
    public Map<String, Long> apply(String text) {
        scan.scan(text);
        Map<String, Long> operations = new LinkedHashMap<>();
        detectors.forEach((name, detector) -> {
            long before = CountedOperations.soFar();
            detector.run();
            operations.put(name, CountedOperations.soFar() - before);
        });
        return operations;
    }
}
