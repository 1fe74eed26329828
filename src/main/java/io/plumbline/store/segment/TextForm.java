package io.plumbline.store.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Text as bytes and back, without loss: UTF-8, or UTF-16 where the text holds half a surrogate pair, for which UTF-8 has no place.
 */
final class TextForm {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUESTIONS = '?' * ONES;

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
        return utf8.length == text.length() ? questionsStandInBoth(text, utf8) : isWhole(text);
    }

    /** Eight bytes at a time: most texts hold few question marks or none. */
    private static boolean questionsStandInBoth(String text, byte[] utf8) {
        int i = 0;
        for (; i + Long.BYTES <= utf8.length; i += Long.BYTES) {
            long differs = (long) EIGHT.get(utf8, i) ^ QUESTIONS;
            if ((differs - ONES & ~differs & HIGH) != 0 && !questionsStandInBoth(text, utf8, i, i + Long.BYTES)) {
                return false;
            }
        }
        return questionsStandInBoth(text, utf8, i, utf8.length);
    }

    private static boolean questionsStandInBoth(String text, byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            if (utf8[i] == '?' && text.charAt(i) != '?') {
                return false;
            }
        }
        return true;
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
