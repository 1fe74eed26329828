package io.plumbline.signals.scan;

/** What the scanner needs to know of one character, in tables for ASCII and by the JDK for the rest. */
final class Characters {

    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte WORD = 2;
    /** Punctuation that may be a hint for a detector. */
    static final byte TELLING = 3;

    private static final byte[] KIND = new byte[128];
    private static final char[] LOWER = new char[128];
    /** Digits in the lower half, capitals in the upper half, so that one addition counts both. */
    private static final long[] COUNT = new long[128];

    static {
        for (char c = 0; c < 128; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean small = c >= 'a' && c <= 'z';
            KIND[c] = digit || capital || small ? WORD : c == ' ' || c >= '\t' && c <= '\r' ? SPACE : OTHER;
            LOWER[c] = capital ? (char) (c + 32) : c;
            COUNT[c] = digit ? 1L : capital ? 1L << 32 : 0;
        }
        for (char c : new char[] {'@', '"', '`', '<', '>', '|', '=', '/', '#', '*'}) {
            KIND[c] = TELLING;
        }
    }

    private Characters() {
    }

    static byte kind(char ascii) {
        return KIND[ascii];
    }

    static char lower(char ascii) {
        return LOWER[ascii];
    }

    static long count(char ascii) {
        return COUNT[ascii];
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
