package io.plumbline.signoff;

/** Long notes in short places. */
final class Shortened {

    private static final int LENGTH = 60;

    private Shortened() {
    }

    static String note(String note) {
        return note.codePointCount(0, note.length()) <= LENGTH ? note : note.substring(0, note.offsetByCodePoints(0, LENGTH)) + "…";
    }
}
