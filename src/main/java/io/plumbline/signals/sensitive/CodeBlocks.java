package io.plumbline.signals.sensitive;

import io.plumbline.domain.TextSpan;
import java.util.List;

/** Finds program code: fenced blocks, and runs of lines that end as statements do. */
final class CodeBlocks {

    private static final int FEWEST_LINES = 3;

    private CodeBlocks() {
    }

    /** Reads three back-quotes; returns where the block ends. */
    static int fenced(String text, int fence, List<SensitiveFinding> found) {
        int closing = text.indexOf("```", fence + 3);
        int end = closing < 0 ? text.length() : closing + 3;
        if (end - fence > 8) {
            found.add(new SensitiveFinding(SensitiveKind.CODE, new TextSpan(fence, end)));
        }
        return end;
    }

    /** Reads lines from the one that holds this statement end; returns where the run of code lines ends, or {@code mark}. */
    static int statements(String text, int mark, List<SensitiveFinding> found) {
        int start = text.lastIndexOf('\n', mark) + 1;
        int end = mark + 1;
        int lines = 1;
        while (end < text.length() && text.charAt(end) == '\n') {
            int next = text.indexOf('\n', end + 1);
            int line = next < 0 ? text.length() : next;
            if (!isCode(text, end + 1, line)) {
                break;
            }
            end = line;
            lines++;
        }
        if (lines < FEWEST_LINES) {
            return mark + 1;
        }
        found.add(new SensitiveFinding(SensitiveKind.CODE, new TextSpan(start, end)));
        return end;
    }

    private static boolean isCode(String text, int from, int to) {
        int last = to - 1;
        while (last >= from && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        return last < from || ";{}".indexOf(text.charAt(last)) >= 0;
    }
}
