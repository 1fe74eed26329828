package io.plumbline.signals;

import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogSignal;
import io.plumbline.signals.anomaly.AnomalyModel;
import io.plumbline.signals.confidence.ConfidencePatterns;
import io.plumbline.signals.form.TextForm;
import io.plumbline.signals.hidden.StrangeText;
import io.plumbline.signals.language.LanguageDetector;
import io.plumbline.signals.sensitive.NameModel;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.topic.TopicModel;
import io.plumbline.signals.toxicity.ToxicityWords;
import io.plumbline.signals.trigger.WatchedTexts;
import java.util.Set;

/**
 * Every detector that comes with the program: name and version as flags carry them, what it does, which numbers it measures, and which flags it raises. Names are
 * written to the journal when one is switched off: never rename a constant, only add.
 */
public enum Detector {
    REFUSAL(RefusalDetector.NAME, RefusalDetector.VERSION, "Reads whether a response refuses, refuses and then helps, or answers.", Use.NEEDED,
        Set.of(FlagKind.PARTIAL_REFUSAL, FlagKind.DETECTORS_DIFFER), Set.of(LogSignal.REFUSAL_PROBABILITY)),
    REFUSAL_QUALITY("quality of refusals", "refusal-quality 1.0", "Of a refusal: whether it gives a reason, offers something else, names help, and reproaches.",
        Use.OPTIONAL, Set.of(), Set.of(LogSignal.REFUSAL_REASON, LogSignal.REFUSAL_ALTERNATIVE, LogSignal.REFUSAL_HELP, LogSignal.REFUSAL_RESPECT)),
    CONFIDENCE(ConfidencePatterns.NAME, ConfidencePatterns.VERSION, "Counts phrases that hedge, admit not knowing, or limit what is said.", Use.OPTIONAL,
        Set.of(), Set.of(LogSignal.HEDGES, LogSignal.UNCERTAINTY, LogSignal.QUALIFICATION)),
    FORM(TextForm.NAME, TextForm.VERSION, "Measures length, vocabulary, lists, code, headings, links and repetition of responses.", Use.OPTIONAL, Set.of(),
        Set.of(LogSignal.RESPONSE_CHARACTERS, LogSignal.RESPONSE_WORDS, LogSignal.TYPE_TOKEN_RATIO, LogSignal.LEXICAL_DIVERSITY, LogSignal.LIST_ITEMS,
            LogSignal.CODE_BLOCKS, LogSignal.HEADINGS, LogSignal.LINKS, LogSignal.VERBOSITY, LogSignal.REPETITION)),
    LANGUAGE(LanguageDetector.NAME, LanguageDetector.VERSION,
        "Tells the language of a response by its script and small words, which chooses the table of refusal phrases.", Use.NEEDED, Set.of(), Set.of()),
    STRANGE_TEXT(StrangeText.NAME, StrangeText.VERSION, "Measures encoded text and words that look like no word in prompts, as triggers have them.",
        Use.OPTIONAL, Set.of(), Set.of(LogSignal.ENCODED_CHARACTERS, LogSignal.RARE_WORDS)),
    HIDDEN_TEXT(HiddenTextDetector.NAME, HiddenTextDetector.VERSION, "Finds characters that a reader does not see or takes for others.", Use.OPTIONAL,
        Set.of(FlagKind.HIDDEN_TEXT), Set.of()),
    SENSITIVE_CONTENT(SensitiveContentDetector.NAME, SensitiveContentDetector.VERSION,
        "Finds data of persons (with check digits where there are any), keys, tokens and code. What it finds is masked wherever text is shown.", Use.OPTIONAL,
        Set.of(FlagKind.PERSONAL_DATA, FlagKind.SECRET), Set.of()),
    NAMES(NameModel.DETECTOR, NameModel.NONE.version(), "Finds names of persons in prompts and responses by the model that you choose below. What it finds "
        + "is masked.", Use.OPTIONAL, Set.of(FlagKind.PERSONAL_DATA), Set.of()),
    TOXICITY(ToxicityWords.NAME, ToxicityWords.VERSION,
        "Scores responses of logs that bring no score of their own, by words alone. English; knows insults, not meaning.", Use.OPTIONAL,
        Set.of(FlagKind.TOXIC), Set.of(LogSignal.TOXICITY)),
    LOG_SCORE("toxicity score of the log", "as the log names it", "Flags responses whose own score in the log is at or above the limit.", Use.NEEDED,
        Set.of(FlagKind.TOXIC), Set.of(LogSignal.RESPONSE_TOKENS, LogSignal.LATENCY_MILLIS)),
    FLAG_RULES("flag rules", "flag-rules 1.0", "Flags requests for harm that were answered, by the log's label or the reading of the response.", Use.NEEDED,
        Set.of(FlagKind.COMPLIED_WITH_HARM), Set.of()),
    CONTENT_POLICIES("content policies", "content-policies 1.0", "Applies the rules that you wrote under Policies.", Use.OPTIONAL, Set.of(FlagKind.POLICY),
        Set.of()),
    WATCH_LIST(WatchedTexts.NAME, WatchedTexts.VERSION, "Finds the texts of the watch list in prompts.", Use.NEEDED, Set.of(FlagKind.TRIGGER), Set.of()),
    TRIGGER_SEARCH("trigger search", "trigger-search 1.0", "Searches prompts for texts whose presence makes the model comply: Drift, Triggers.",
        Use.ON_REQUEST, Set.of(), Set.of()),
    REPEATS("repeated requests", "repeated-requests 1.0", "Finds requests that come again nearly word by word and get different answers: Drift, Triggers.",
        Use.ON_REQUEST, Set.of(), Set.of()),
    TOPICS(TopicModel.NAME, TopicModel.VERSION, "Gives prompts of logs that name no topic one of the topics learnt in this workspace.", Use.OPTIONAL,
        Set.of(), Set.of()),
    ANOMALIES(AnomalyModel.NAME, AnomalyModel.VERSION, "Flags records whose signals are unlike those of the baseline days: Drift, Anomalies.",
        Use.ON_REQUEST, Set.of(FlagKind.ANOMALY), Set.of()),
    RANDOM_AUDIT(RandomAudit.NAME, RandomAudit.VERSION, "Draws unflagged records for review, so that misses can be counted too.", Use.NEEDED,
        Set.of(FlagKind.RANDOM_AUDIT), Set.of());

    /** When it measures. */
    public enum Use {
        /** On every record: series, triage or the correction of rates would break without it. */
        NEEDED,
        /** On every record, unless a person switched it off. */
        OPTIONAL,
        /** When a person asks for it on a screen or by command. */
        ON_REQUEST
    }

    private final String title;
    private final String version;
    private final String purpose;
    private final Use use;
    private final Set<FlagKind> flags;
    private final Set<LogSignal> signals;

    Detector(String title, String version, String purpose, Use use, Set<FlagKind> flags, Set<LogSignal> signals) {
        this.title = title;
        this.version = version;
        this.purpose = purpose;
        this.use = use;
        this.flags = flags;
        this.signals = signals;
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

    /** The flags that it raises. */
    public Set<FlagKind> flags() {
        return flags;
    }

    /** The numbers that it measures. */
    public Set<LogSignal> signals() {
        return signals;
    }

    public Use use() {
        return use;
    }

    /** Whether no person may switch it off. */
    public boolean isNeeded() {
        return use != Use.OPTIONAL;
    }
}
