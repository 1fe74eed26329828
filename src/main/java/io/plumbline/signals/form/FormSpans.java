package io.plumbline.signals.form;

import io.plumbline.domain.TextSpan;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/** Where in a text the elements stand that {@link TextForm} counts, for a person who wants to see them. Reads anew, so it is not for imports. */
public final class FormSpans {

    private static final int SEQUENCE = 3;
    private static final int MOST_SIGNS = 6;

    private final TextScan scan;
    private final List<TextSpan> items = new ArrayList<>();
    private final List<TextSpan> headings = new ArrayList<>();
    private final List<TextSpan> blocks = new ArrayList<>();

    /** Of a text that stays scanned as long as this is used. */
    public FormSpans(TextScan scan) {
        this.scan = scan;
        String text = scan.text();
        int fence = -1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int first = start;
            while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
                first++;
            }
            if (text.startsWith("```", first)) {
                fence = fence < 0 ? first : closed(fence, end);
            } else if (isHeading(text, first, end)) {
                headings.add(new TextSpan(first, end));
            } else if (TextForm.isItem(scan, first)) {
                items.add(new TextSpan(first, end));
            }
            start = end + 1;
        }
        if (fence >= 0) {
            closed(fence, text.length());
        }
    }

    private int closed(int fence, int end) {
        blocks.add(new TextSpan(fence, end));
        return -1;
    }

    private static boolean isHeading(String text, int first, int end) {
        int i = first;
        while (i < end && text.charAt(i) == '#') {
            i++;
        }
        return i > first && i - first <= MOST_SIGNS && i < end && text.charAt(i) == ' ';
    }

    public List<TextSpan> listItems() {
        return items;
    }

    public List<TextSpan> headings() {
        return headings;
    }

    /** From fence to fence; one that is not closed goes on to the end. */
    public List<TextSpan> codeBlocks() {
        return blocks;
    }

    /** Web addresses, as far as no blank, quote or bracket ends them. */
    public List<TextSpan> links() {
        List<TextSpan> links = new ArrayList<>();
        String text = scan.text();
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int start = at;
            while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            links.add(new TextSpan(start, endOfLink(text, at + 3)));
        }
        for (int at = text.indexOf("www."); at >= 0; at = text.indexOf("www.", at + 4)) {
            if (at < 3 || text.charAt(at - 1) != '/') {
                links.add(new TextSpan(at, endOfLink(text, at + 4)));
            }
        }
        return links;
    }

    private static int endOfLink(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "\"'<>()[]{}`".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > from && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Sequences of three words that came before; those that touch are one span. */
    public List<TextSpan> repetitions() {
        WordTypes words = new WordTypes();
        words.read(scan);
        SequenceSet sequences = new SequenceSet();
        int last = words.tokens() - SEQUENCE;
        List<TextSpan> again = new ArrayList<>();
        sequences.clear(Math.max(1, last + 1));
        for (int t = 0; t <= last; t++) {
            if (!sequences.add(TextForm.sequence(words, t))) {
                TextSpan span = new TextSpan(scan.start(t), scan.end(t + SEQUENCE - 1));
                TextSpan before = again.isEmpty() ? new TextSpan(0, 0) : again.get(again.size() - 1);
                if (!again.isEmpty() && before.end() >= span.start()) {
                    again.set(again.size() - 1, new TextSpan(before.start(), span.end()));
                } else {
                    again.add(span);
                }
            }
        }
        return again;
    }
}
