package io.plumbline.imports.source;

import java.nio.charset.StandardCharsets;

/** The beginning of a text, short enough for a list. */
public final class Excerpt {

    private static final int LENGTH = 160;

    private Excerpt() {
    }

    public static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    public static String of(byte[] bytes, int start, int end) {
        int length = Math.min(end - start, LENGTH * 4);
        return of(new String(bytes, start, length, StandardCharsets.UTF_8));
    }
}
