package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into sentences: at line breaks and at a full stop, question or exclamation mark that white space follows; a list number is
 * no sentence.
 */
final class Sentences {

    private Sentences() {
    }

    static List<TextSpan> of(CharSequence text) {
        List<TextSpan> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = (c == '.' || c == '!' || c == '?') && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))
                && !isListNumber(text, start, i);
            if (c == '\n' || stop) {
                add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    /** Whether nothing but the number of a list item stands before the full stop. */
    private static boolean isListNumber(CharSequence text, int from, int stop) {
        int start = from;
        while (start < stop && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        for (int i = start; i < stop; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return stop > start;
    }

    private static void add(CharSequence text, int from, int to, List<TextSpan> sentences) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new TextSpan(start, end));
        }
    }
}
