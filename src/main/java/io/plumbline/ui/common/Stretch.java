package io.plumbline.ui.common;

import io.plumbline.domain.TextSpan;
import java.util.List;

/**
 * A stretch of a text that is too long to show, with the evidence that lies in it.
 *
 * @param text     the stretch
 * @param evidence spans in the stretch
 * @param after    characters of the whole text that follow it
 */
record Stretch(String text, List<TextSpan> evidence, int after) {

    /** Where to begin so that the first evidence is in the stretch with some of what stands before it. */
    static int beginning(String text, List<TextSpan> evidence, int longest) {
        int first = evidence.stream().mapToInt(TextSpan::start).min().orElse(0);
        return text.length() <= longest || first < longest * 3 / 4 ? 0 : whole(text, Math.max(0, Math.min(first, text.length()) - longest / 4));
    }

    static Stretch of(String text, List<TextSpan> evidence, int from, int longest) {
        int to = text.length() - from <= longest ? text.length() : whole(text, from + longest);
        List<TextSpan> inside = evidence.stream().filter(span -> span.end() > from && span.start() < to)
            .map(span -> new TextSpan(Math.max(span.start(), from) - from, Math.min(span.end(), to) - from)).toList();
        return new Stretch(text.substring(from, to), inside, text.length() - to);
    }

    /** Not between the two halves of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
