package io.plumbline.store.segment;

import java.nio.charset.StandardCharsets;

/**
 * Text as bytes and back, without loss: UTF-8, or UTF-16 where the text holds half a surrogate pair, for which UTF-8 has no place.
 */
final class TextForm {

    private TextForm() {
    }

    /** The text in UTF-8; see {@link #survives}. */
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] utf16(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    static String text(byte[] bytes, int from, int length, boolean utf16) {
        if (!utf16) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        char[] units = new char[length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (bytes[from + 2 * i] & 0xff | bytes[from + 2 * i + 1] << 8);
        }
        return new String(units);
    }

    /** Whether UTF-8 holds this text, given what it became there. */
    static boolean survives(String text, byte[] utf8) {
        // One byte for every unit: ASCII, where half a pair can only have become a question mark.
        if (utf8.length == text.length()) {
            for (int at = text.indexOf('?'), seen = 0; ; at = text.indexOf('?', at + 1)) {
                int next = indexOf(utf8, seen);
                if (next != at) {
                    return false;
                }
                if (next < 0) {
                    return true;
                }
                seen = next + 1;
            }
        }
        return isWhole(text);
    }

    private static int indexOf(byte[] utf8, int from) {
        for (int i = from; i < utf8.length; i++) {
            if (utf8[i] == '?') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
