package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into sentences: at line breaks and at a full stop, question or exclamation mark that white space follows. */
final class Sentences {

    private Sentences() {
    }

    static List<TextSpan> of(CharSequence text) {
        List<TextSpan> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stop = (c == '.' || c == '!' || c == '?') && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
            if (c == '\n' || stop) {
                add(text, start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
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
