package io.plumbline.ui.common;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a hostile text into pieces that can be shown without it deceiving the reader: characters that are invisible, turn the direction of
 * writing or pass for a letter of another script become tags with name and code point, evidence becomes pieces of its own.
 */
public final class VisibleCharacters {

    /** What a piece is. */
    public enum Kind {
        PLAIN, EVIDENCE, TAG
    }

    /** A stretch of text as it may be shown. */
    public record Piece(Kind kind, String text) {
    }

    private VisibleCharacters() {
    }

    public static List<Piece> cut(String text, List<TextSpan> evidence) {
        List<TextSpan> spans = evidence.stream().sorted(Comparator.comparingInt(TextSpan::start)).toList();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (TextSpan span : spans) {
            int start = Math.min(text.length(), Math.max(at, span.start()));
            int end = Math.min(text.length(), span.end());
            if (end > start) {
                cut(text, at, start, Kind.PLAIN, pieces);
                cut(text, start, end, Kind.EVIDENCE, pieces);
                at = end;
            }
        }
        cut(text, at, text.length(), Kind.PLAIN, pieces);
        return pieces;
    }

    /** The whole text in words a screen reader can read, tags in brackets. */
    public static String spoken(String text) {
        StringBuilder spoken = new StringBuilder();
        cut(text, List.of()).forEach(piece -> spoken.append(piece.kind == Kind.TAG ? "[" + piece.text + "]" : piece.text));
        return spoken.toString();
    }

    /** How many characters of the text would deceive a reader. */
    public static long deceiving(String text) {
        return cut(text, List.of()).stream().filter(piece -> piece.kind == Kind.TAG).count();
    }

    private static void cut(String text, int from, int to, Kind kind, List<Piece> pieces) {
        int start = from;
        int i = from;
        while (i < to) {
            int c = text.codePointAt(i);
            int next = Math.min(to, i + Character.charCount(c));
            String tag = tag(text, i, c);
            if (!tag.isEmpty()) {
                if (i > start) {
                    pieces.add(new Piece(kind, text.substring(start, i)));
                }
                pieces.add(new Piece(Kind.TAG, tag));
                start = next;
            }
            i = next;
        }
        if (to > start) {
            pieces.add(new Piece(kind, text.substring(start, to)));
        }
    }

    private static String tag(String text, int at, int c) {
        if (c >= 0x20 && c < 0x7F || c == '\n' || c == '\t' || c == '\r') {
            return "";
        }
        String point = String.format(Locale.ROOT, "U+%04X", c);
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                return name(c) + point;
            }
            default -> {
                return isLookAlike(text, at, c) ? Character.toString(c) + " " + point + " " + scriptName(c) : "";
            }
        }
    }

    private static String name(int c) {
        return switch (c) {
            case 0x00AD -> "SHY ";
            case 0x200B -> "ZWSP ";
            case 0x200C -> "ZWNJ ";
            case 0x200D -> "ZWJ ";
            case 0x200E -> "LRM ";
            case 0x200F -> "RLM ";
            case 0x202A -> "LRE ";
            case 0x202B -> "RLE ";
            case 0x202C -> "PDF ";
            case 0x202D -> "LRO ";
            case 0x202E -> "RLO ";
            case 0x2060 -> "WJ ";
            case 0x2066 -> "LRI ";
            case 0x2067 -> "RLI ";
            case 0x2068 -> "FSI ";
            case 0x2069 -> "PDI ";
            case 0xFEFF -> "BOM ";
            default -> c >= 0xE0000 && c <= 0xE007F ? "TAG " : "";
        };
    }

    /** A Cyrillic or Greek letter inside a word that also has Latin ones. Whole words of those scripts are ordinary writing. */
    private static boolean isLookAlike(String text, int at, int c) {
        if (!isForeignLetter(c)) {
            return false;
        }
        for (int i = at; i > 0; i -= Character.charCount(text.codePointBefore(i))) {
            int before = text.codePointBefore(i);
            if (isLatin(before)) {
                return true;
            }
            if (!Character.isLetter(before)) {
                break;
            }
        }
        for (int i = at + Character.charCount(c); i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int after = text.codePointAt(i);
            if (isLatin(after)) {
                return true;
            }
            if (!Character.isLetter(after)) {
                break;
            }
        }
        return false;
    }

    private static boolean isForeignLetter(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return Character.isLetter(c) && (script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK);
    }

    private static boolean isLatin(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static String scriptName(int c) {
        String name = Character.UnicodeScript.of(c).name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
