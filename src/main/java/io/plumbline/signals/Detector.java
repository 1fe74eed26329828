package io.plumbline.signals;

import io.plumbline.domain.FlagKind;
import io.plumbline.signals.confidence.ConfidencePatterns;
import io.plumbline.signals.form.TextForm;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import io.plumbline.signals.trigger.WatchedTexts;
import java.util.Set;

/**
 * Every detector that comes with the program: name and version as flags carry them, what it does, and which flags it raises. Names are
 * written to the journal when one is switched off: never rename a constant, only add.
 */
public enum Detector {
    REFUSAL(RefusalDetector.NAME, RefusalDetector.VERSION, "Reads whether a response refuses, refuses and then helps, or answers.",
        Set.of(FlagKind.PARTIAL_REFUSAL, FlagKind.DETECTORS_DIFFER), Use.NEEDED),
    FLAG_RULES("flag rules", "flag-rules 1.0", "Flags requests for harm that were answered, by the log's label or the reading of the response.",
        Set.of(FlagKind.COMPLIED_WITH_HARM), Use.NEEDED),
    SENSITIVE_CONTENT(SensitiveContentDetector.NAME, SensitiveContentDetector.VERSION,
        "Finds data of persons (with check digits where there are any), keys, tokens and code. What it finds is masked wherever text is shown.",
        Set.of(FlagKind.PERSONAL_DATA, FlagKind.SECRET), Use.OPTIONAL),
    TOXICITY(ToxicityWords.NAME, ToxicityWords.VERSION,
        "Scores responses of logs that bring no score of their own, by words alone. English; knows insults, not meaning.",
        Set.of(FlagKind.TOXIC), Use.OPTIONAL),
    HIDDEN_TEXT(HiddenTextDetector.NAME, HiddenTextDetector.VERSION, "Finds characters that a reader does not see or takes for others.",
        Set.of(FlagKind.HIDDEN_TEXT), Use.OPTIONAL),
    CONTENT_POLICIES("content policies", "content-policies 1.0", "Applies the rules that you wrote under Policies.", Set.of(FlagKind.POLICY), Use.OPTIONAL),
    RANDOM_AUDIT(RandomAudit.NAME, RandomAudit.VERSION, "Draws unflagged records for review, so that misses can be counted too.",
        Set.of(FlagKind.RANDOM_AUDIT), Use.NEEDED),
    LANGUAGE(LanguageDetector.NAME, LanguageDetector.VERSION,
        "Tells the language of a response by its script and small words, which chooses the table of refusal phrases.", Set.of(), Use.NEEDED),
    CONFIDENCE(ConfidencePatterns.NAME, ConfidencePatterns.VERSION, "Counts phrases that hedge, admit not knowing, or limit what is said.",
        Set.of(), Use.OPTIONAL),
    FORM(TextForm.NAME, TextForm.VERSION, "Measures length, vocabulary, lists, code, headings, links and repetition of responses.", Set.of(), Use.OPTIONAL),
    STRANGE_TEXT(StrangeText.NAME, StrangeText.VERSION, "Measures encoded text and words that look like no word in prompts, as triggers have them.",
        Set.of(), Use.OPTIONAL),
    WATCH_LIST(WatchedTexts.NAME, WatchedTexts.VERSION, "Finds the texts of the watch list in prompts.", Set.of(FlagKind.TRIGGER), Use.NEEDED),
    TOPICS(TopicModel.NAME, TopicModel.VERSION, "Gives prompts of logs that name no topic one of the topics learnt in this workspace.",
        Set.of(), Use.OPTIONAL);

    /** Whether a person may switch it off. */
    private enum Use {
        NEEDED, OPTIONAL
    }

    private final String title;
    private final String version;
    private final String purpose;
    private final Set<FlagKind> flags;
    private final Use use;

    Detector(String title, String version, String purpose, Set<FlagKind> flags, Use use) {
        this.title = title;
        this.version = version;
        this.purpose = purpose;
        this.flags = flags;
        this.use = use;
    }

    public String title() {
        return title;
    }

    public String version() {
        return version;
    }

    public String purpose() {
        return purpose;
    }

    public Set<FlagKind> flags() {
        return flags;
    }

    /** Whether series, triage or the correction of rates would break without it. */
    public boolean isNeeded() {
        return use == Use.NEEDED;
    }
}
