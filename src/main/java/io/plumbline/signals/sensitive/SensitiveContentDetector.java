package io.plumbline.signals.sensitive;

import io.plumbline.signals.scan.Hint;
import io.plumbline.signals.scan.TextScan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds data of persons, secrets and code in one pass over the text. Characters that can begin something stop the pass, and only there is
 * anything looked at closely; ordinary prose costs one table look-up a character. Names and postal addresses it does not know. Safe for
 * several threads.
 */
public final class SensitiveContentDetector {

    public static final String NAME = "sensitive content";
    public static final String VERSION = "sensitive-content 2.0";

    /** The shortest IP address has so many. */
    private static final int FEWEST_DIGITS = 4;
    private static final int LONG_WORD = 20;
    private static final byte PLAIN = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte JOIN = 3;
    private static final byte AT = 4;
    private static final byte COLON = 5;
    private static final byte TICK = 6;
    private static final byte STATEMENT = 7;
    private static final byte[] CLASSES = classes();

    private final NumberFinder numbers = new NumberFinder();
    private final LetteredNumbers lettered = new LetteredNumbers();
    private final Addresses addresses = new Addresses();
    private final Secrets secrets = new Secrets();

    /** What stands in a scanned text; one without the signs of anything is not read again. */
    public List<SensitiveFinding> find(TextScan scan) {
        boolean worthReading = scan.longestNumber() >= FEWEST_DIGITS || scan.has(Hint.AT_SIGN) || scan.has(Hint.LONG_TOKEN)
            || scan.has(Hint.BACKTICK);
        return worthReading ? find(scan.text()) : List.of();
    }

    /** What stands in the text, in order; only code may hold other findings. */
    public List<SensitiveFinding> find(String text) {
        List<SensitiveFinding> found = new ArrayList<>(0);
        int length = text.length();
        int code = 0;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            byte kind = c < 128 ? CLASSES[c] : PLAIN;
            if (kind == PLAIN) {
                i++;
            } else if (kind <= JOIN) {
                int end = i + 1;
                boolean digits = kind == DIGIT;
                while (end < length && (c = text.charAt(end)) < 128 && (kind = CLASSES[c]) != PLAIN && kind <= JOIN) {
                    digits |= kind == DIGIT;
                    end++;
                }
                i = digits || end - i >= LONG_WORD ? word(text, i, end, found) : end - i == 2 || end - i > 9 ? shortWord(text, i, end, found) : end;
            } else if (kind == AT) {
                i = addresses.email(text, i, found.isEmpty() ? 0 : lastEnd(found), found);
            } else if (kind == COLON) {
                i = Math.max(i + 1, addresses.ipv6(text, i, found));
            } else if (i >= code) {
                code = code(text, i, kind, found);
                i++;
            } else {
                i++;
            }
        }
        return found;
    }

    /** A word with digits, or a long one. */
    private int word(String text, int start, int end, List<SensitiveFinding> found) {
        if (end - start >= LONG_WORD || isBase64(text, start - 1) || isBase64(text, end)) {
            int secret = secrets.word(text, start, end, found);
            if (secret > start) {
                return secret;
            }
        }
        int i = start;
        while (i < end) {
            if (CLASSES[text.charAt(i)] == JOIN) {
                i++;
                continue;
            }
            int stop = i;
            boolean letters = false;
            boolean digits = false;
            while (stop < end && CLASSES[text.charAt(stop)] != JOIN) {
                letters |= CLASSES[text.charAt(stop)] == LETTER;
                digits |= CLASSES[text.charAt(stop)] == DIGIT;
                stop++;
            }
            int read = i;
            if (letters && digits) {
                read = lettered.read(text, i, stop, found);
            } else if (digits) {
                read = number(text, i, stop, found);
            }
            i = Math.max(stop, read);
        }
        return i;
    }

    /** The two characters of Base64 that no other word holds. */
    private static boolean isBase64(String text, int at) {
        return at > 0 && at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '+');
    }

    private int number(String text, int start, int end, List<SensitiveFinding> found) {
        if (end - start <= 3 && end < text.length() && text.charAt(end) == '.') {
            int address = addresses.ipv4(text, start, found);
            if (address > start) {
                return address;
            }
        }
        if (end - start == 1 && end + 1 < text.length() && text.charAt(end) == ' ') {
            int corsican = lettered.corsican(text, start, found);
            if (corsican > start) {
                return corsican;
            }
        }
        int company = end - start == 2 && end < text.length() && text.charAt(end) == '.' ? lettered.read(text, start, end, found) : start;
        return company > start ? company : numbers.read(text, start, found);
    }

    /** The two letters before a spaced number, or the frame of a key. */
    private int shortWord(String text, int start, int end, List<SensitiveFinding> found) {
        if (end - start == 2) {
            boolean number = end + 1 < text.length() && text.charAt(end) == ' ' && text.charAt(end + 1) >= '0' && text.charAt(end + 1) <= '9';
            return number ? Math.max(end, lettered.read(text, start, end, found)) : end;
        }
        return text.charAt(start) == '-' ? Math.max(end, secrets.frame(text, start, found)) : end;
    }

    /** Where the code ends that begins here; zero where none does. */
    private static int code(String text, int at, byte kind, List<SensitiveFinding> found) {
        if (kind == TICK) {
            return text.startsWith("```", at) ? CodeBlocks.fenced(text, at, found) : 0;
        }
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? CodeBlocks.statements(text, at, found) : 0;
    }

    private static int lastEnd(List<SensitiveFinding> found) {
        SensitiveFinding last = found.get(found.size() - 1);
        return last.kind() == SensitiveKind.CODE ? 0 : last.span().end();
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] = LETTER;
            classes[c - 32] = LETTER;
        }
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT;
        }
        classes['-'] = JOIN;
        classes['_'] = JOIN;
        classes['@'] = AT;
        classes[':'] = COLON;
        classes['`'] = TICK;
        classes[';'] = STATEMENT;
        classes['{'] = STATEMENT;
        classes['}'] = STATEMENT;
        return classes;
    }
}
