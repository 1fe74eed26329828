package io.plumbline.signals.scan;

/** Reads any text character by character. Scratch of one thread. */
final class CharacterPass {

    private char[] chars;
    private int length;
    private Traces traces;

    void read(Traces into) {
        traces = into;
        chars = into.chars;
        length = into.length;
        int[] ascii = Characters.ascii();
        int i = 0;
        while (i < length) {
            char at = chars[i];
            if (at >= 128) {
                i = beyondAscii(i);
            } else if (ascii[at] < 0) {
                i = word(i);
            } else {
                if (at == ' ') {
                    traces.spaces++;
                } else {
                    traces.mark(at, i);
                }
                i++;
            }
        }
    }

    /** A token from here on, cut where it would be longer than any word; returns where it ends. */
    private int word(int start) {
        int[] ascii = Characters.ascii();
        int n = Math.min(length, start + Traces.LONGEST_TOKEN);
        int i = start;
        int counted = 0;
        while (i < n) {
            char at = chars[i];
            if (at >= 128) {
                return mixedWord(start, i, Characters.digits(counted), Characters.capitals(counted));
            }
            int info = ascii[at];
            if (info >= 0 && (at != '\'' || i + 1 >= n || !isLetter(chars[i + 1]))) {
                break;
            }
            counted += info & Characters.COUNTED;
            i++;
        }
        traces.capitals += Characters.capitals(counted);
        add(start, i, Characters.digits(counted));
        return i;
    }

    private int mixedWord(int start, int from, int digitsBefore, int capitalsBefore) {
        int i = from;
        int n = Math.min(length, start + Traces.LONGEST_TOKEN);
        int counted = digitsBefore;
        traces.capitals += capitalsBefore;
        boolean latin = from > start && digitsBefore < from - start;
        boolean other = false;
        while (i < n) {
            int at = Character.codePointAt(chars, i, length);
            if (at < 128) {
                if (Characters.ascii()[at] < 0) {
                    boolean digit = at <= '9';
                    latin |= !digit;
                    counted += digit ? 1 : 0;
                    traces.capitals += at >= 'A' && at <= 'Z' ? 1 : 0;
                } else if (at != '\'' || i + 1 >= length || !isLetter(chars[i + 1])) {
                    break;
                }
            } else if ((at == 0x2019 || at == 0x02BC) && i > start && i + 1 < length && isLetter(chars[i + 1])) {
                note(at);
            } else if (Characters.isWordPart(at)) {
                note(at);
                traces.capitals += Character.isUpperCase(at) ? 1 : 0;
                counted += Character.isDigit(at) ? 1 : 0;
                other |= at >= 0x370 && at < 0x590;
                latin |= at < 0x250;
            } else if (Characters.isInvisible(at) && i > start && i + 1 < length && isLetter(chars[i + 1])) {
                note(at);
            } else {
                break;
            }
            i += Character.charCount(at);
        }
        if (latin && other) {
            traces.hints |= Hint.MIXED_SCRIPTS.bit();
        }
        add(start, i, counted);
        return i;
    }

    private int beyondAscii(int start) {
        int at = Character.codePointAt(chars, start, length);
        int next = start + Character.charCount(at);
        if (Characters.standsAlone(at)) {
            note(at);
            traces.ideographs++;
            traces.kana += at < 0x3100 ? 1 : 0;
            add(start, next, 0);
            return next;
        }
        if (Characters.isWordPart(at)) {
            return mixedWord(start, start, 0, 0);
        }
        note(at);
        if (Characters.isQuotationMark(at)) {
            traces.hints |= Hint.QUOTATION_MARK.bit();
        }
        if (at == 0x3002 || at == 0xFF01 || at == 0xFF1F || at == 0x2026) {
            traces.addStop(start);
        }
        traces.spaces += at == 0x3000 || at == 0x00A0 ? 1 : 0;
        return next;
    }

    private void note(int at) {
        traces.nonAscii++;
        traces.hints |= Hint.NON_ASCII.bit();
        if (Characters.isInvisible(at)) {
            traces.hints |= Hint.INVISIBLE.bit();
        } else {
            traces.scripts.add(at);
        }
    }

    private void add(int start, int end, int digits) {
        traces.addToken(start, end, TermKey.of(chars, start, end));
        traces.hint(start, end);
        if (digits > 0) {
            traces.digits += digits;
            traces.number(start, end, digits);
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 128 && Character.isLetter(c);
    }
}
