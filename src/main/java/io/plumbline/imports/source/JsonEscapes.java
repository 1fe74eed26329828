package io.plumbline.imports.source;

import java.nio.charset.StandardCharsets;

/** Resolves the escapes of JSON texts. Used by one thread. */
final class JsonEscapes {

    private byte[] whole = new byte[4096];
    private int length;

    /** The text between two quotes; null where an escape is none, or names half a surrogate pair. */
    String resolve(byte[] bytes, int from, int to) {
        if (whole.length < to - from) {
            whole = new byte[Math.max(to - from, whole.length * 2)];
        }
        length = 0;
        int i = from;
        while (i < to) {
            int escape = i;
            while (escape < to && bytes[escape] != '\\') {
                escape++;
            }
            System.arraycopy(bytes, i, whole, length, escape - i);
            length += escape - i;
            i = escape == to ? to : resolveOne(bytes, escape + 1, to);
            if (i < 0) {
                return null;
            }
        }
        return new String(whole, 0, length, StandardCharsets.UTF_8);
    }

    /** What stands behind a backslash; returns the place behind it. An escape is never shorter than what it stands for. */
    private int resolveOne(byte[] bytes, int at, int to) {
        switch (bytes[at]) {
            case '"', '\\', '/' -> whole[length++] = bytes[at];
            case 'n' -> whole[length++] = '\n';
            case 't' -> whole[length++] = '\t';
            case 'r' -> whole[length++] = '\r';
            case 'b' -> whole[length++] = '\b';
            case 'f' -> whole[length++] = '\f';
            case 'u' -> {
                return codePoint(bytes, at + 1, to);
            }
            default -> {
                return -1;
            }
        }
        return at + 1;
    }

    private int codePoint(byte[] bytes, int at, int to) {
        int unit = unit(bytes, at, to);
        if (unit < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            append(unit);
            return at + 4;
        }
        boolean followed = at + 6 <= to && bytes[at + 4] == '\\' && bytes[at + 5] == 'u';
        int low = followed ? unit(bytes, at + 6, to) : -1;
        if (low < 0 || !Character.isLowSurrogate((char) low)) {
            return -1;
        }
        append(Character.toCodePoint((char) unit, (char) low));
        return at + 10;
    }

    private static int unit(byte[] bytes, int at, int to) {
        if (at + 4 > to) {
            return -1;
        }
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    private void append(int codePoint) {
        byte[] utf8 = new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, whole, length, utf8.length);
        length += utf8.length;
    }
}
