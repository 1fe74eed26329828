package io.plumbline.signals.sensitive;

/** A cluster of digit groups with one or two separators between them, as numbers are written: {@code 4111 1111-1111 1111}. */
final class DigitGroups {

    private static final int MOST = 12;

    private final String text;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int count;
    private final int next;

    private DigitGroups(String text, int from) {
        this.text = text;
        int i = from;
        while (true) {
            int end = i;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (count < MOST) {
                starts[count] = i;
                ends[count++] = end;
            }
            int after = end;
            while (after < text.length() && after - end < 2 && isSeparator(text.charAt(after))) {
                after++;
            }
            if (after == end || after >= text.length() || !isDigit(text.charAt(after)) || count == MOST) {
                next = end;
                return;
            }
            i = after;
        }
    }

    /** The cluster that begins at this digit. */
    static DigitGroups at(String text, int digit) {
        return new DigitGroups(text, digit);
    }

    int count() {
        return count;
    }

    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    /** Where the cluster ends. */
    int next() {
        return next;
    }

    int digits(int first, int last) {
        int digits = 0;
        for (int g = first; g <= last; g++) {
            digits += ends[g] - starts[g];
        }
        return digits;
    }

    String joined(int first, int last) {
        StringBuilder joined = new StringBuilder();
        for (int g = first; g <= last; g++) {
            joined.append(text, starts[g], ends[g]);
        }
        return joined.toString();
    }

    /** Sizes and separators: {@code 4-4-4-4}. */
    String layout(int first, int last) {
        StringBuilder layout = new StringBuilder();
        for (int g = first; g <= last; g++) {
            if (g > first) {
                layout.append(text, ends[g - 1], starts[g]);
            }
            layout.append(ends[g] - starts[g]);
        }
        return layout.toString().replace('\u00a0', ' ').replace('\u2011', '-');
    }

    /** Whether these groups stand for themselves, and are not part of a word, a decimal, an id or a longer row of the same kind. */
    boolean standAlone(int first, int last) {
        return isFree(first, last) && !(first > 0 && sameRow(first - 1, first)) && !(last + 1 < count && sameRow(last, last + 1));
    }

    private boolean isFree(int first, int last) {
        int start = starts[first];
        int end = ends[last];
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (Character.isLetterOrDigit(before) || before == '_' || before == '$' || before == '€'
                || "-./,".indexOf(before) >= 0 && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2))) {
                return false;
            }
        }
        if (end == text.length()) {
            return true;
        }
        char after = text.charAt(end);
        boolean joined = "-./,@".indexOf(after) >= 0 && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return !Character.isLetterOrDigit(after) && after != '_' && after != '%' && !joined;
    }

    private boolean sameRow(int group, int following) {
        return starts[following] - ends[group] == 1 && ends[group] - starts[group] == ends[following] - starts[following];
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == '\u00a0' || c == '\u2011';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
