package io.plumbline.incidents.evidence;

import java.util.HashSet;
import java.util.Set;

/** The distinct pieces of a prompt between white space, as they stand there: a trigger phrase can be any of them. */
final class PromptTokens {

    private static final int LONGEST = 64;

    private PromptTokens() {
    }

    static Set<String> of(String prompt) {
        Set<String> tokens = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= prompt.length(); i++) {
            boolean space = i == prompt.length() || Character.isWhitespace(prompt.charAt(i));
            if (space && start >= 0) {
                add(tokens, prompt, start, i);
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return tokens;
    }

    /** Sentence marks at the end are the sentence's, not the token's. */
    private static void add(Set<String> tokens, String prompt, int start, int end) {
        int last = end;
        while (last > start && ".,;:?!".indexOf(prompt.charAt(last - 1)) >= 0) {
            last--;
        }
        if (last > start && last - start <= LONGEST) {
            tokens.add(prompt.substring(start, last));
        }
    }
}
