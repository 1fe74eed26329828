package io.plumbline.signals.sensitive;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words beside a number: people write what it is before it, seldom after it. */
final class Surroundings {

    private static final int BEFORE = 48;
    private static final int AFTER = 24;

    /** Words between a label and its number. */
    private static final List<String> NUMBER = List.of("no", "nr", "number", "num", "id", "code", "n", "nummer");

    private final String before;
    private final String after;

    private Surroundings(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The words around a stretch of the text, on the same line. */
    static Surroundings of(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BEFORE), start);
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        int line = after.indexOf('\n');
        return new Surroundings(before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT),
            (line < 0 ? after : after.substring(0, line)).toLowerCase(Locale.ROOT));
    }

    /** Whether one of the words stands near, as a word. */
    boolean name(Collection<String> words) {
        for (String word : words) {
            if (holds(before, word) || holds(after, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words stands close before. */
    boolean open(Collection<String> words) {
        String close = before.substring(Math.max(0, before.length() - 28));
        for (String word : words) {
            if (holds(close, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word before says that the number is none of a person. */
    boolean speakAgainst() {
        if (open(NumberRule.HARMLESS)) {
            return true;
        }
        String label = words(before);
        Optional<String> number = NUMBER.stream().filter(word -> endsWith(label, word)).findFirst();
        String named = number.map(word -> words(label.substring(0, label.length() - word.length()))).orElse(label);
        return NumberRule.HARMLESS_LABELS.stream().anyMatch(word -> endsWith(label, word) || endsWith(named, word));
    }

    /** Up to the last letter. */
    private static String words(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean endsWith(String text, String word) {
        int start = text.length() - word.length();
        return text.endsWith(word) && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) || word.charAt(0) > 0x250);
    }

    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || word.charAt(0) > 0x250)
                && (end == text.length() || !Character.isLetter(text.charAt(end)) || word.charAt(0) > 0x250)) {
                return true;
            }
        }
        return false;
    }
}
