package io.plumbline.imports.source;

import java.nio.charset.StandardCharsets;

/** Reads numbers of JSON. Used by one thread. */
final class JsonNumberScanner {

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 100;
    /** Both are exact as doubles up to here, so that one division or multiplication rounds as a full conversion would. */
    private static final long LARGEST_EXACT = 1L << 53;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private long digits;
    private int count;
    private int scale;
    private boolean negative;
    private boolean whole;

    /** Place behind the number that begins here, or {@link JsonLineScanner#ODD} where there is none that this class reads. */
    int read(byte[] bytes, int from, int limit) {
        negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        digits = 0;
        count = 0;
        scale = 0;
        whole = true;
        int at = digits(bytes, start, limit);
        if (at == start || at - start > 1 && bytes[start] == '0') {
            return JsonLineScanner.ODD;
        }
        if (at < limit && bytes[at] == '.') {
            whole = false;
            int fraction = at + 1;
            at = digits(bytes, fraction, limit);
            scale = at - fraction;
            if (scale == 0) {
                return JsonLineScanner.ODD;
            }
        }
        if (at < limit && (bytes[at] == 'e' || bytes[at] == 'E')) {
            whole = false;
            at = exponent(bytes, at + 1, limit);
        }
        return at < 0 || at - from > LONGEST || whole && count > MOST_DIGITS ? JsonLineScanner.ODD : at;
    }

    /** The number read last, which stands in these bytes: a Long if it is written as a whole number, a Double otherwise. */
    Object value(byte[] bytes, int from, int to) {
        if (whole) {
            return negative ? -digits : digits;
        }
        if (count <= MOST_DIGITS && digits <= LARGEST_EXACT && Math.abs(scale) < POWERS.length) {
            double size = scale >= 0 ? digits / POWERS[scale] : digits * POWERS[-scale];
            return negative ? -size : size;
        }
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private int digits(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
            digits = digits * 10 + bytes[at] - '0';
            count += digits == 0 ? 0 : 1;
            at++;
        }
        return at;
    }

    private int exponent(byte[] bytes, int from, int limit) {
        int at = from;
        boolean down = at < limit && bytes[at] == '-';
        if (at < limit && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int start = at;
        int power = 0;
        while (at < limit && bytes[at] >= '0' && bytes[at] <= '9' && at - start < 4) {
            power = power * 10 + bytes[at++] - '0';
        }
        scale += down ? power : -power;
        return at == start || at - start == 4 ? JsonLineScanner.ODD : at;
    }
}
