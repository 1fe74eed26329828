package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
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
        return of(text, evidence, List.of());
    }

    /**
     * Covers up names too.
     *
     * @param names where a model found names of persons in the text
     */
    public static MaskedText of(String text, List<TextSpan> evidence, List<TextSpan> names) {
        List<SensitiveFinding> covered = covered(text, names);
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

    /** What gives way, from left to right and without overlap; of two that overlap the one that begins first, at its full length. */
    private static List<SensitiveFinding> covered(String text, List<TextSpan> names) {
        List<SensitiveFinding> found = new ArrayList<>(DETECTOR.find(text).stream().filter(finding -> finding.kind().isMasked()).toList());
        if (names.isEmpty()) {
            return found;
        }
        names.stream().filter(name -> name.end() <= text.length() && name.end() > name.start())
            .forEach(name -> found.add(new SensitiveFinding(SensitiveKind.PERSON_NAME, name)));
        found.sort(Comparator.comparingInt((SensitiveFinding finding) -> finding.span().start()).thenComparingInt(finding -> -finding.span().end()));
        List<SensitiveFinding> apart = new ArrayList<>(found.size());
        for (SensitiveFinding finding : found) {
            int last = apart.size() - 1;
            int end = last < 0 ? 0 : apart.get(last).span().end();
            if (finding.span().start() >= end) {
                apart.add(finding);
            } else if (finding.span().end() > end) {
                apart.set(last, new SensitiveFinding(apart.get(last).kind(), new TextSpan(apart.get(last).span().start(), finding.span().end())));
            }
        }
        return apart;
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
