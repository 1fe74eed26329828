package io.plumbline.signals;

import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import io.plumbline.signals.confidence.ConfidencePatterns;
import io.plumbline.signals.form.FormSpans;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.refusal.RefusalReader;
import io.plumbline.signals.scan.TextScan;
import io.plumbline.signals.toxicity.ToxicityWords;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds again the words that a number of a record was counted from, so that a person can see them: numbers are stored, their places are
 * not. Reads the texts anew, with today's detectors; one record at a time, never in an import. For one thread.
 */
public final class SignalEvidence {

    /** Numbers about single words or lines. Length, vocabulary and what the log says are about the whole. */
    private static final Set<LogSignal> POINTING = EnumSet.of(LogSignal.TOXICITY, LogSignal.HEDGES, LogSignal.UNCERTAINTY, LogSignal.QUALIFICATION,
        LogSignal.LIST_ITEMS, LogSignal.CODE_BLOCKS, LogSignal.HEADINGS, LogSignal.LINKS, LogSignal.REPETITION, LogSignal.ENCODED_CHARACTERS,
        LogSignal.RARE_WORDS, LogSignal.REFUSAL_PROBABILITY, LogSignal.REFUSAL_REASON, LogSignal.REFUSAL_ALTERNATIVE, LogSignal.REFUSAL_HELP,
        LogSignal.REFUSAL_RESPECT);

    private final TextScan prompt = new TextScan();
    private final TextScan response = new TextScan();
    private final ConfidencePatterns.Counter confidence = new ConfidencePatterns().counter();
    private final StrangeText strange = new StrangeText();
    private final RefusalReader refusals = new RefusalDetector().reader();
    private final LanguageDetector languages = new LanguageDetector();
    private final ToxicityWords toxicity = ToxicityWords.builtIn();

    /** Whether a number of this record can have been counted from words that can be shown. */
    public static boolean canPoint(MeasuredRecord measured, LogSignal signal) {
        double value = measured.signals().get(signal);
        boolean counted = signal == LogSignal.REFUSAL_RESPECT ? value == 0 : value > 0;
        boolean ours = signal != LogSignal.TOXICITY || measured.detectorVersions().contains(ToxicityWords.VERSION);
        return counted && ours && POINTING.contains(signal);
    }

    /** The words behind a number; {@link Evidence#NONE} where there are none or none can be told. */
    public Evidence of(MeasuredRecord measured, LogSignal signal) {
        if (!canPoint(measured, signal)) {
            return Evidence.NONE;
        }
        prompt.scan(measured.record().prompt());
        response.scan(measured.record().response());
        return switch (signal) {
            case ENCODED_CHARACTERS -> new Evidence(true, strange.encodedRuns(prompt));
            case RARE_WORDS -> new Evidence(true, strange.rareWords(prompt));
            default -> new Evidence(false, inResponse(measured, signal));
        };
    }

    private List<TextSpan> inResponse(MeasuredRecord measured, LogSignal signal) {
        return switch (signal) {
            case TOXICITY -> toxicity.reader().read(response).evidence();
            case HEDGES, UNCERTAINTY, QUALIFICATION -> confidence.spans(response, signal);
            case LIST_ITEMS -> new FormSpans(response).listItems();
            case CODE_BLOCKS -> new FormSpans(response).codeBlocks();
            case HEADINGS -> new FormSpans(response).headings();
            case LINKS -> new FormSpans(response).links();
            case REPETITION -> new FormSpans(response).repetitions();
            case REFUSAL_PROBABILITY -> measured.refusalSpan();
            default -> quality(measured, signal);
        };
    }

    private List<TextSpan> quality(MeasuredRecord measured, LogSignal aspect) {
        String language = ResponseLanguage.choose(languages.detect(response), measured.record().language(), response);
        return refusals.read(prompt, response, language).quality().isEmpty() ? List.of() : refusals.quality(aspect);
    }
}
