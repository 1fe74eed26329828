package io.plumbline.signals.scan;

/** What the scanner needs to know of one character, in tables for ASCII and by the JDK for the rest. */
final class Characters {

    /** Sign bit: part of a word. Low 7 bits: the character in lower case. Bit 8: digit. Bit 20: capital. */
    private static final int[] ASCII = new int[128];
    static final int COUNTED = 0x00100100;

    static {
        for (char c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean small = c >= 'a' && c <= 'z';
            ASCII[c] = (digit || capital || small ? Integer.MIN_VALUE : 0) | (capital ? c + 32 : c) | (digit ? 1 << 8 : 0)
                | (capital ? 1 << 20 : 0);
        }
    }

    private Characters() {
    }

    /** What is known of each ASCII character; not to be written to. */
    static int[] ascii() {
        return ASCII;
    }

    /** Digits among counted characters. */
    static int digits(int counted) {
        return counted >>> 8 & 0xFFF;
    }

    static int capitals(int counted) {
        return counted >>> 20 & 0xFFF;
    }

    static char lower(char ascii) {
        return (char) (ASCII[ascii] & 0x7F);
    }

    /** Characters that are words of their own, because their scripts put no spaces between words. */
    static boolean standsAlone(int c) {
        return c >= 0x3040 && c <= 0x30FF && c != 0x30FB || c >= 0x3400 && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF
            || c >= 0xF900 && c <= 0xFAFF || c >= 0x20000 && c <= 0x3FFFF;
    }

    static boolean isWordPart(int c) {
        if (standsAlone(c)) {
            return false;
        }
        int type = Character.getType(c);
        return type >= Character.UPPERCASE_LETTER && type <= Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Characters that a reader does not see. */
    static boolean isInvisible(int c) {
        return c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x2069 || c == 0xFEFF || c == 0x180E
            || c == 0x00AD || c >= 0xE0000 && c <= 0xE007F || c >= 0xFE00 && c <= 0xFE0F;
    }

    static boolean isQuotationMark(int c) {
        return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x00AB || c == 0x00BB || c >= 0x300C && c <= 0x300F;
    }
}
