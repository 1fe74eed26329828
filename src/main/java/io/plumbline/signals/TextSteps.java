package io.plumbline.signals;

import io.plumbline.domain.LogSignal;
import io.plumbline.signals.confidence.ConfidencePatterns;
import io.plumbline.signals.form.TextForm;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.refusal.RefusalQuality;
import io.plumbline.signals.refusal.RefusalReader;
import io.plumbline.signals.refusal.RefusalReading;

/**
 * The measuring steps that read language, refusal, confidence and form. Numbers are rounded to what they can mean, which also lets columns
 * of them be stored in little space.
 */
final class TextSteps {

    private final RefusalDetector refusals = new RefusalDetector();
    private final LanguageDetector languages = new LanguageDetector();
    private final ConfidencePatterns confidence = new ConfidencePatterns();
    private final StrangeText strange = new StrangeText();

    /** Language and refusal; the language of the log stands where it has one. */
    MeasuringStep refusal() {
        RefusalReader reader = refusals.reader();
        return (exchange, found) -> {
            String logged = exchange.record().language();
            String detected = languages.detect(exchange.response());
            if (logged.isEmpty()) {
                found.language(detected.isEmpty() ? languages.detect(exchange.prompt()) : detected);
            }
            RefusalReading reading = reader.read(exchange.prompt(), exchange.response(),
                ResponseLanguage.choose(detected, logged, exchange.response()));
            found.refusal(reading);
            found.value(LogSignal.REFUSAL_PROBABILITY, rounded(reading.probability(), 100));
        };
    }

    /** How a refusal is made, of what was read as one. */
    static MeasuringStep quality() {
        return (exchange, found) -> found.refusal().quality().ifPresent(quality -> quality(quality, found));
    }

    private static void quality(RefusalQuality quality, Findings found) {
        found.value(LogSignal.REFUSAL_REASON, quality.reason() ? 1 : 0);
        found.value(LogSignal.REFUSAL_ALTERNATIVE, quality.alternative() ? 1 : 0);
        found.value(LogSignal.REFUSAL_HELP, quality.help() ? 1 : 0);
        found.value(LogSignal.REFUSAL_RESPECT, quality.respectful() ? 1 : 0);
    }

    MeasuringStep confidence() {
        ConfidencePatterns.Counter counter = confidence.counter();
        return (exchange, found) -> {
            int words = exchange.response().tokens();
            if (words > 0) {
                counter.read(exchange.response());
                found.value(LogSignal.HEDGES, per100(counter.hedges(), words));
                found.value(LogSignal.UNCERTAINTY, per100(counter.uncertainty(), words));
                found.value(LogSignal.QUALIFICATION, per100(counter.qualifications(), words));
            }
        };
    }

    MeasuringStep form() {
        TextForm form = new TextForm();
        return (exchange, found) -> {
            form.read(exchange.response());
            found.value(LogSignal.RESPONSE_CHARACTERS, form.characters());
            found.value(LogSignal.RESPONSE_WORDS, form.words());
            found.value(LogSignal.TYPE_TOKEN_RATIO, rounded(form.typeTokenRatio(), 100));
            found.value(LogSignal.LEXICAL_DIVERSITY, rounded(form.mtld(), 1));
            found.value(LogSignal.LIST_ITEMS, form.listItems());
            found.value(LogSignal.CODE_BLOCKS, form.codeBlocks());
            found.value(LogSignal.HEADINGS, form.headings());
            found.value(LogSignal.LINKS, form.links());
            found.value(LogSignal.REPETITION, rounded(form.repetition(), 100));
            if (exchange.prompt().tokens() > 0) {
                found.value(LogSignal.VERBOSITY, rounded(form.words() / (double) exchange.prompt().tokens(), 10));
            }
        };
    }

    MeasuringStep strangeText() {
        return (exchange, found) -> {
            found.value(LogSignal.ENCODED_CHARACTERS, strange.encodedCharacters(exchange.prompt()));
            found.value(LogSignal.RARE_WORDS, rounded(strange.rareWordShare(exchange.prompt()), 100));
        };
    }

    private static double per100(int count, int words) {
        return rounded(100.0 * count / words, 10);
    }

    private static double rounded(double value, int steps) {
        return Double.isNaN(value) ? value : Math.rint(value * steps) / steps;
    }
}
