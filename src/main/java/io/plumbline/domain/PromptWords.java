package io.plumbline.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/** When two prompts are the same words: case, width of characters and white space do not matter. */
public final class PromptWords {

    private PromptWords() {
    }

    public static String normalised(String prompt) {
        String compatible = isAscii(prompt) ? prompt : Normalizer.normalize(prompt, Normalizer.Form.NFKC);
        StringBuilder words = new StringBuilder(compatible.length());
        boolean gap = false;
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            if (isGap(c)) {
                gap = true;
            } else {
                if (gap && words.length() > 0) {
                    words.append(' ');
                }
                gap = false;
                words.append(c);
            }
        }
        return words.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** The first eight bytes of the SHA-256 of the normalised words, so that nobody can make two prompts pass for one; 0 for no words. */
    public static long fingerprint(String normalised) {
        if (normalised.isEmpty()) {
            return 0;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normalised.getBytes(StandardCharsets.UTF_8));
            long first = ByteBuffer.wrap(hash).getLong();
            return first == 0 ? 1 : first;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isGap(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
