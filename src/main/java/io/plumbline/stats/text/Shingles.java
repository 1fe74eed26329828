package io.plumbline.stats.text;

import io.plumbline.stats.Argument;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pieces of a text that decide how alike two texts are: overlapping runs of characters or of words, each counted once.
 * Source: Broder 1997, On the resemblance and containment of documents, section 2.
 */
public final class Shingles {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Shingles() {
    }

    /**
     * Runs of {@code size} Unicode characters (code points) of the lower-cased text; a shorter text is one shingle itself, an empty one
     * none.
     *
     * @param text any text, also without spaces between words
     * @param size 1 or more; 5 is customary for short texts
     */
    public static Set<String> ofCharacters(String text, int size) {
        Argument.atLeast("size of a shingle", 1, size);
        int[] characters = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        if (characters.length <= size) {
            return characters.length == 0 ? Set.of() : Set.of(new String(characters, 0, characters.length));
        }
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + size <= characters.length; i++) {
            shingles.add(new String(characters, i, size));
        }
        return shingles;
    }

    /** The words of the lower-cased text, split at white space of any script. */
    public static List<String> words(String text) {
        return WHITE_SPACE.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty()).toList();
    }

    /** Runs of {@code size} words, joined by one space; a shorter text has none. */
    public static Set<String> ofWords(String text, int size) {
        Argument.atLeast("size of a shingle", 1, size);
        List<String> words = words(text);
        Set<String> shingles = new LinkedHashSet<>();
        for (int i = 0; i + size <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + size)));
        }
        return shingles;
    }
}
