package io.plumbline.domain;

/**
 * A number on each log record that a chart, a histogram or a rule can use. The name is what storage keeps, so a constant may be added at
 * the end but never renamed; a record stored before a signal existed has no value for it.
 */
public enum LogSignal {
    /** The log's own score where it has one, the built-in model's otherwise; [0, 1]. */
    TOXICITY,
    /** Tokens of the response as the log counted them. */
    RESPONSE_TOKENS,
    /** Milliseconds, as the log has them. */
    LATENCY_MILLIS,
    /** Hedging phrases per 100 words of the response. */
    HEDGES,
    /** Phrases by which the response says that it does not know, per 100 words. */
    UNCERTAINTY,
    /** Phrases that limit what the response says, per 100 words. */
    QUALIFICATION,
    /** UTF-16 characters of the response. */
    RESPONSE_CHARACTERS,
    /** Words of the response; each Han or kana character is one. */
    RESPONSE_WORDS,
    /** Different words per word of the response. */
    TYPE_TOKEN_RATIO,
    /** Measure of textual lexical diversity of the response; not measured under 50 words. */
    LEXICAL_DIVERSITY,
    /** Items of lists in the response. */
    LIST_ITEMS,
    /** Fenced blocks of code in the response. */
    CODE_BLOCKS,
    /** Headings in the response. */
    HEADINGS,
    /** Web addresses in the response. */
    LINKS,
    /** Words of the response per word of the prompt. */
    VERBOSITY,
    /** Share of the sequences of three words in the response that came before. */
    REPETITION,
    /** Characters of the prompt in runs that look like encoded bytes. */
    ENCODED_CHARACTERS,
    /** Share of the prompt's words that look like no word. */
    RARE_WORDS,
    /** Probability that the response is a refusal, full or partial, by our detector. */
    REFUSAL_PROBABILITY,
    /** Of a refusal: 1 where it gives a reason. */
    REFUSAL_REASON,
    /** Of a refusal: 1 where it offers something else. */
    REFUSAL_ALTERNATIVE,
    /** Of a refusal: 1 where it names where to find help. */
    REFUSAL_HELP,
    /** Of a refusal: 1 where it does not reproach the user. */
    REFUSAL_RESPECT
}
