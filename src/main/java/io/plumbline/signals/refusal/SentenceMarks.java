package io.plumbline.signals.refusal;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.phrases.PhraseSearch;
import io.plumbline.signals.phrases.TokenMask;
import io.plumbline.signals.scan.SentenceCut;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/** Each sentence of an answer with the families of phrases that it holds. Scratch of one thread. */
final class SentenceMarks {

    /** A refusal further back than this many sentences cannot be what the answer is about. */
    private static final int MOST_SENTENCES = 400;

    private long[] families = new long[64];
    private int count;
    private int words;
    private long all;
    private TextScan scan;
    private SentenceCut cut;
    private PhraseSearch search;
    private RefusalRules rules;

    void read(TextScan text, TokenMask spoken, RefusalRules language, PhraseSearch searching) {
        scan = text;
        rules = language;
        search = searching;
        cut = text.sentences();
        count = Math.min(cut.count(), MOST_SENTENCES);
        if (families.length < count) {
            families = new long[Math.max(count, families.length * 2)];
        }
        search.read(text, count == 0 ? 0 : cut.endToken(count - 1), spoken);
        words = 0;
        all = 0;
        for (int s = 0; s < count; s++) {
            families[s] = search.families(cut.firstToken(s), cut.endToken(s));
            all |= families[s];
            words += words(s);
        }
        if ((all & rules.declining()) != 0) {
            drop();
        }
    }

    /** Takes back refusals that only sound so, and those spoken in another's voice. */
    private void drop() {
        long exception = rules.bit(RefusalFamily.EXCEPTION);
        long voice = rules.bit(RefusalFamily.VOICE);
        boolean voiced = false;
        all = 0;
        for (int s = 0; s < count; s++) {
            voiced |= (families[s] & voice) != 0;
            if ((families[s] & rules.declining()) != 0 && (voiced || (families[s] & exception) != 0 && standsIn(s, exception))) {
                families[s] &= ~rules.declining();
            }
            all |= families[s];
        }
    }

    /** Whether every refusing phrase of a sentence lies in one of the phrases that are none. */
    private boolean standsIn(int sentence, long exception) {
        List<TextSpan> refusing = spans(sentence, rules.declining());
        List<TextSpan> excepted = spans(sentence, exception);
        return refusing.stream().allMatch(r -> excepted.stream().anyMatch(e -> e.start() < r.end() && r.start() < e.end()));
    }

    int count() {
        return count;
    }

    /** Words of all sentences. */
    int words() {
        return words;
    }

    int words(int sentence) {
        return cut.endToken(sentence) - cut.firstToken(sentence);
    }

    long all() {
        return all;
    }

    boolean any(RefusalFamily family) {
        return (all & rules.bit(family)) != 0;
    }

    /** Whether a sentence holds a phrase of the family; false where there is no such sentence. */
    boolean has(int sentence, RefusalFamily family) {
        return sentence < count && (families[sentence] & rules.bit(family)) != 0;
    }

    boolean hasAny(int sentence, long mask) {
        return (families[sentence] & mask) != 0;
    }

    RefusalRules rules() {
        return rules;
    }

    /** Whether the sentence is an item of a list: a number with a stop, a dash, an asterisk or a bullet before it. */
    boolean isItem(int sentence) {
        int first = scan.start(cut.firstToken(sentence));
        int i = cut.start(sentence);
        while (i < first && Character.isWhitespace(scan.charAt(i))) {
            i++;
        }
        char c = scan.charAt(i);
        if (i < first) {
            return c == '-' || c == '*' || c == '\u2022' || c == '\u00B7';
        }
        int digits = i;
        while (digits < scan.length() && digits - i < 3 && Character.isDigit(scan.charAt(digits))) {
            digits++;
        }
        return digits > i && digits < scan.length()
            && (scan.charAt(digits) == '.' || scan.charAt(digits) == ')' || scan.charAt(digits) == '\u3001');
    }

    /** Where phrases of these families stand in a sentence. */
    List<TextSpan> spans(int sentence, long wanted) {
        return search.spans(cut.firstToken(sentence), cut.endToken(sentence), wanted);
    }

    /** Where phrases of these families stand in the first sentences. */
    List<TextSpan> spans(int sentences, RefusalFamily... wanted) {
        List<TextSpan> spans = new ArrayList<>();
        for (int s = 0; s < Math.min(sentences, count); s++) {
            if (hasAny(s, rules.bits(wanted))) {
                spans.addAll(spans(s, rules.bits(wanted)));
            }
        }
        return spans;
    }
}
