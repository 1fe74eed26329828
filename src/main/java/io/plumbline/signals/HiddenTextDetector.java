package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds text that a reader does not see or takes for other text: zero-width characters, direction overrides, tag characters, and words
 * that mix Latin letters with look-alikes of other scripts. Joiners inside emoji and scripts that need them are ordinary writing.
 */
public final class HiddenTextDetector {

    public static final String NAME = "hidden text";
    public static final String VERSION = "hidden-text 1.1";

    /** The tags of a flag before the one looked at: country and region in up to five letters, and the end. */
    private static final int MOST_FLAG_TAGS = 6;

    /** Where such text stands in a scanned text. */
    public List<TextSpan> find(TextScan scan) {
        return scan.nonAscii() == 0 ? List.of() : search(scan.text());
    }

    /** Where such text stands, in order; empty for almost every text. */
    public List<TextSpan> find(String text) {
        int i = 0;
        int length = text.length();
        while (i < length && text.charAt(i) < 0x80) {
            i++;
        }
        return i == length ? List.of() : search(text);
    }

    private static List<TextSpan> search(String text) {
        List<TextSpan> spans = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isHidden(c) && !isOrdinaryJoiner(text, i, next, c)) {
                int end = next;
                while (end < text.length() && isHidden(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                spans.add(new TextSpan(i, end));
                i = end;
            } else if (Character.isLetter(c)) {
                i = word(text, i, spans);
            } else {
                i = next;
            }
        }
        return spans;
    }

    private static boolean isHidden(int c) {
        return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x180E || c == 0x00AD
            || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xE0000 && c <= 0xE007F
            || c >= 0x2061 && c <= 0x2064;
    }

    /** Joiners between non-ASCII characters build emoji and letters; a soft hyphen or a flag's tags are ordinary too. */
    private static boolean isOrdinaryJoiner(String text, int at, int next, int c) {
        if (c == 0x00AD) {
            return true;
        }
        if (c >= 0xE0000) {
            return at >= 2 && isFlagTag(text, at);
        }
        if (c != 0x200C && c != 0x200D) {
            return false;
        }
        return at > 0 && text.codePointBefore(at) > 0x2FF && (next == text.length() || text.codePointAt(next) > 0x2FF);
    }

    /** Flags of regions are a black flag followed by a few tags; more of them are a message. */
    private static boolean isFlagTag(String text, int at) {
        int i = at;
        int most = Math.max(0, at - MOST_FLAG_TAGS * 2);
        while (i > most && text.codePointBefore(i) >= 0xE0000 && text.codePointBefore(i) <= 0xE007F) {
            i -= 2;
        }
        return i > 1 && text.codePointBefore(i) == 0x1F3F4;
    }

    private static int word(String text, int start, List<TextSpan> spans) {
        boolean latin = false;
        boolean lookAlike = false;
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!Character.isLetter(c)) {
                break;
            }
            if (c < 0x250) {
                latin |= c < 0x80;
            } else {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                lookAlike |= script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK && !isFormulaLetter(c);
            }
            i += Character.charCount(c);
        }
        if (latin && lookAlike) {
            spans.add(new TextSpan(start, i));
        }
        return i;
    }

    /** Greek letters that stand beside Latin ones in units and formulas: μ, π, Δ, Σ, Ω, λ, σ, θ, α, β, γ. */
    private static boolean isFormulaLetter(int c) {
        return "μπΔΣΩλσθαβγδεφω".indexOf(c) >= 0;
    }
}
