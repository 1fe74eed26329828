package io.plumbline.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Prompts by what they say, whatever their case, spacing and punctuation. */
final class PromptHash {

    private static final int BYTES = 8;

    private PromptHash() {
    }

    static String normalised(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            if (lower >= 'a' && lower <= 'z' || lower >= '0' && lower <= '9' || lower >= 0x80) {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(lower);
                gap = false;
            } else {
                gap = true;
            }
        }
        return words.toString().toLowerCase(Locale.ROOT).strip();
    }

    static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normalised(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
