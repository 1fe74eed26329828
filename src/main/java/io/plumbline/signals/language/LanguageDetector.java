package io.plumbline.signals.language;

import io.plumbline.signals.scan.ScriptCounts;
import io.plumbline.signals.scan.ScriptCounts.Script;
import io.plumbline.signals.scan.TermTable;
import io.plumbline.signals.scan.TextScan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells in which language a text is written: by its script where the script says it, else by the small words of each language. Of a text
 * too short to say it says nothing. Immutable; threads share it.
 */
public final class LanguageDetector {

    public static final String NAME = "language by small words";
    public static final String VERSION = "language-words 1.1";

    /** Where the language is not known. */
    public static final String UNKNOWN = "";

    private static final int MOST_TOKENS = 160;
    private static final int FEWEST_WORDS = 2;
    /** Of the words of running text in any of the languages, a third and more are in its list; one in twelve is chance. */
    private static final int ONE_IN = 12;

    private final List<String> languages = new ArrayList<>();
    private final TermTable words;

    public LanguageDetector() {
        Map<String, Integer> masks = new HashMap<>();
        try (InputStream in = LanguageDetector.class.getResourceAsStream("/io/plumbline/signals/languages.txt");
             BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                String[] parts = line.split(" ");
                languages.add(parts[0]);
                for (int i = 1; i < parts.length; i++) {
                    masks.merge(parts[i], 1 << languages.size() - 1, (a, b) -> a | b);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words = new TermTable(masks);
    }

    /** ISO 639-1 code, or {@link #UNKNOWN}. */
    public String detect(TextScan scan) {
        if (scan.tokens() == 0) {
            return UNKNOWN;
        }
        String byScript = scan.nonAscii() == 0 ? UNKNOWN : byScript(scan);
        return byScript.isEmpty() ? bySmallWords(scan) : byScript;
    }

    /** Where most letters are of a script that one language stands for. */
    private static String byScript(TextScan scan) {
        ScriptCounts scripts = scan.scripts();
        int ascii = scan.length() - scan.nonAscii() - scan.whiteSpace() - scan.digits();
        int half = ascii / 4;
        int han = scripts.get(Script.HAN);
        int kana = scripts.get(Script.KANA);
        if (han + kana > half) {
            return kana * 8 > han ? "ja" : "zh";
        }
        if (scripts.get(Script.HANGUL) > half) {
            return "ko";
        }
        if (scripts.get(Script.CYRILLIC) > half * 2) {
            return hasUkrainian(scan) ? "uk" : "ru";
        }
        if (scripts.get(Script.ARABIC) > half * 2) {
            return has(scan, "\u067E\u0686\u0698\u06AF\u06CC") ? "fa" : "ar";
        }
        if (scripts.get(Script.HEBREW) > half * 2) {
            return "he";
        }
        if (scripts.get(Script.GREEK) > half * 2) {
            return "el";
        }
        if (scripts.get(Script.THAI) > half) {
            return "th";
        }
        return scripts.get(Script.DEVANAGARI) > half ? "hi" : UNKNOWN;
    }

    private static boolean hasUkrainian(TextScan scan) {
        return has(scan, "\u0456\u0457\u0454\u0491");
    }

    private static boolean has(TextScan scan, String letters) {
        for (int i = 0; i < scan.length(); i++) {
            if (scan.charAt(i) > 0x2FF && letters.indexOf(scan.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private String bySmallWords(TextScan scan) {
        int n = Math.min(scan.tokens(), MOST_TOKENS);
        int[] votes = null;
        for (int t = 0; t < n; t++) {
            int mask = words.get(scan.key(t));
            if (mask != 0) {
                votes = votes == null ? new int[languages.size()] : votes;
                for (int rest = mask; rest != 0; rest &= rest - 1) {
                    votes[Integer.numberOfTrailingZeros(rest)]++;
                }
            }
        }
        return votes == null ? UNKNOWN : winner(votes, n);
    }

    private String winner(int[] votes, int tokens) {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        boolean clear = true;
        for (int i = 0; i < votes.length; i++) {
            clear &= i == best || votes[i] < votes[best];
        }
        return clear && votes[best] >= FEWEST_WORDS && votes[best] * ONE_IN >= tokens ? languages.get(best) : UNKNOWN;
    }
}
