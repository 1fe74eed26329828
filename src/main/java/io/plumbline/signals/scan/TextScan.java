package io.plumbline.signals.scan;

/**
 * One pass over a text, which every detector then works on: where the tokens are, a hash of each in lower case, what kinds of characters
 * there are, and cheap hints at what may be found. A token is a run of letters, marks and digits with apostrophes inside; Han and kana
 * characters are tokens of their own. The object is scratch space of one thread: {@link #scan} overwrites what it held before, and nothing
 * it gives out survives the next call.
 */
public final class TextScan {

    private final Traces traces = new Traces();
    private final AsciiPass ascii = new AsciiPass();
    private final CharacterPass characters = new CharacterPass();
    private final SentenceCut sentences = new SentenceCut();
    private String text = "";

    /** Reads a text; the scan then describes it until the next call. */
    public TextScan scan(String source) {
        text = source;
        sentences.forget();
        traces.begin(source);
        if (!ascii.read(traces)) {
            traces.forget();
            characters.read(traces);
        }
        return this;
    }

    /** A character as hashes see it: lower case, apostrophes straight. */
    static char folded(char c) {
        if (c < 128) {
            return Characters.lower(c);
        }
        return c == 0x2019 || c == 0x02BC ? '\'' : Character.toLowerCase(c);
    }

    public String text() {
        return text;
    }

    /** Length in UTF-16 units, as spans count. */
    public int length() {
        return traces.length;
    }

    public char charAt(int index) {
        return traces.chars[index];
    }

    /** Number of tokens. */
    public int tokens() {
        return traces.tokens;
    }

    /** Where a token begins in the text. */
    public int start(int token) {
        return traces.bounds[2 * token];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int token) {
        return traces.bounds[2 * token + 1];
    }

    /** Key of a token in lower case, equal to {@link TermKey#of} of it. */
    public long key(int token) {
        return traces.keys[token];
    }

    /** Whether the text is nothing but ASCII without digits and capitals. */
    public boolean isPlain() {
        return traces.nonAscii == 0 && traces.digits == 0 && traces.capitals == 0;
    }

    /** Up to eight letters of a text that {@link #isPlain}, the first in the lowest byte; behind {@code end} there are zeros. */
    public long letters(int from, int end) {
        return ascii.letters(from, end);
    }

    /** Hash of a token in lower case, equal to {@link TermHash#of} of it; computed when asked for. */
    public long hash(int token) {
        return TermHash.of(traces.chars, start(token), end(token));
    }

    public boolean has(Hint hint) {
        return (traces.hints & hint.bit()) != 0;
    }

    public int digits() {
        return traces.digits;
    }

    public int capitals() {
        return traces.capitals;
    }

    public int whiteSpace() {
        return traces.spaces;
    }

    /** Line feeds. */
    public int lineFeeds() {
        return traces.lines;
    }

    /** Code points beyond ASCII. */
    public int nonAscii() {
        return traces.nonAscii;
    }

    /** Han and kana characters, which are tokens of their own. */
    public int ideographs() {
        return traces.ideographs;
    }

    public int kana() {
        return traces.kana;
    }

    /** Letters beyond ASCII by script. */
    public ScriptCounts scripts() {
        return traces.scripts;
    }

    /** Most digits in one number, groups with at most one character between them taken together. */
    public int longestNumber() {
        return traces.longestNumber;
    }

    /** The sentences, cut when first asked for. */
    public SentenceCut sentences() {
        return sentences.of(traces);
    }
}
