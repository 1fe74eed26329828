package io.plumbline.imports.runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Pairs prompts across runs where the source gives them no id: the same text in the same category is the same prompt. */
public final class PromptKey {

    private PromptKey() {
    }

    public static String of(String category, String prompt) {
        String hash = sha256(prompt).substring(0, 16);
        return category.isEmpty() ? hash : category + "/" + hash;
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
