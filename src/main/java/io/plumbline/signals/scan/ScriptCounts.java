package io.plumbline.signals.scan;

import java.util.Arrays;

/** How many letters beyond ASCII a text has, by script. */
public final class ScriptCounts {

    /** Scripts that tell languages apart. */
    public enum Script { LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, DEVANAGARI, THAI, HANGUL, KANA, HAN, OTHER }

    private static final Script[] SCRIPTS = Script.values();

    private final int[] counts = new int[SCRIPTS.length];

    void clear() {
        Arrays.fill(counts, 0);
    }

    void add(int c) {
        Script script = of(c);
        if (script != Script.OTHER || Character.isLetter(c)) {
            counts[script.ordinal()]++;
        }
    }

    public int get(Script script) {
        return counts[script.ordinal()];
    }

    private static Script of(int c) {
        if (c < 0x370) {
            return c >= 0xC0 && c < 0x250 ? Script.LATIN : Script.OTHER;
        }
        if (c < 0x530) {
            return c < 0x400 ? Script.GREEK : Script.CYRILLIC;
        }
        if (c < 0x980) {
            return c < 0x590 ? Script.OTHER : c < 0x600 ? Script.HEBREW : c < 0x780 ? Script.ARABIC
                : c >= 0x900 ? Script.DEVANAGARI : Script.OTHER;
        }
        if (c >= 0x3040 && c < 0x3100) {
            return Script.KANA;
        }
        if (Characters.standsAlone(c)) {
            return Script.HAN;
        }
        return c >= 0xAC00 && c < 0xD7B0 ? Script.HANGUL : c >= 0xE00 && c < 0xE80 ? Script.THAI : c >= 0x1E00 && c < 0x1F00 ? Script.LATIN
            : Script.OTHER;
    }
}
