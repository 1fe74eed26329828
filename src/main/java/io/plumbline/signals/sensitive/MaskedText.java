package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with what is sensitive in it covered up: the one place where masking happens, for the window, for reports and for commands.
 * Each piece gives way to a word that says what stood there; evidence moves with the text.
 *
 * @param text     the text as it may be shown
 * @param evidence the given spans, in the new text
 * @param covered  how many pieces were covered up
 */
public record MaskedText(String text, List<TextSpan> evidence, int covered) {

    /** Stateless, so that a single one serves all. */
    private static final SensitiveContentDetector DETECTOR = new SensitiveContentDetector();

    public MaskedText {
        evidence = List.copyOf(evidence);
    }

    public static String of(String text) {
        return of(text, List.of()).text;
    }

    public static MaskedText of(String text, List<TextSpan> evidence) {
        List<SensitiveFinding> covered = DETECTOR.find(text).stream().filter(finding -> finding.kind().isMasked()).toList();
        if (covered.isEmpty()) {
            return new MaskedText(text, evidence, 0);
        }
        StringBuilder masked = new StringBuilder(text.length());
        int[] moved = new int[covered.size()];
        int[] placed = new int[covered.size()];
        int at = 0;
        for (int i = 0; i < covered.size(); i++) {
            SensitiveFinding finding = covered.get(i);
            masked.append(text, at, finding.span().start());
            placed[i] = masked.length();
            masked.append('[').append(finding.kind().word()).append(']');
            at = finding.span().end();
            moved[i] = masked.length() - at;
        }
        masked.append(text, at, text.length());
        List<TextSpan> spans = new ArrayList<>(evidence.size());
        for (TextSpan span : evidence) {
            int start = place(span.start(), covered, moved, placed, Edge.START);
            spans.add(new TextSpan(start, Math.max(start, place(span.end(), covered, moved, placed, Edge.END))));
        }
        return new MaskedText(masked.toString(), spans, covered.size());
    }

    private static int place(int position, List<SensitiveFinding> covered, int[] moved, int[] placed, Edge edge) {
        int shift = 0;
        for (int i = 0; i < covered.size(); i++) {
            TextSpan span = covered.get(i).span();
            boolean inside = edge == Edge.START ? position >= span.start() && position < span.end() : position > span.start() && position <= span.end();
            if (inside) {
                return edge == Edge.START ? placed[i] : span.end() + moved[i];
            }
            if (position >= span.end()) {
                shift = moved[i];
            }
        }
        return position + shift;
    }

    private enum Edge {
        START, END
    }
}
