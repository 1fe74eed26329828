package io.plumbline.evaluation;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where two answers to the same prompt use different words. Case and white space are no difference; a refusal that turned into help is
 * seen at once, and so is the one word that turned.
 *
 * @param inFirst  stretches of the first text that the second does not have
 * @param inSecond stretches of the second text that the first does not have
 * @param whole    false where the texts were too long and only their beginnings were compared
 */
public record WordDifferences(List<TextSpan> inFirst, List<TextSpan> inSecond, boolean whole) {

    /** The cost of a comparison grows with the square of the words. */
    private static final int MOST_WORDS = 3000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++|[^\\p{L}\\p{M}\\p{N}\\s]");

    public WordDifferences {
        inFirst = List.copyOf(inFirst);
        inSecond = List.copyOf(inSecond);
    }

    public static WordDifferences between(String first, String second) {
        List<Word> before = words(first);
        List<Word> after = words(second);
        boolean whole = before.size() <= MOST_WORDS && after.size() <= MOST_WORDS;
        before = before.subList(0, Math.min(before.size(), MOST_WORDS));
        after = after.subList(0, Math.min(after.size(), MOST_WORDS));
        List<TextSpan> inFirst = new ArrayList<>();
        List<TextSpan> inSecond = new ArrayList<>();
        for (AbstractDelta<Word> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(Word::same)).getDeltas()) {
            add(delta.getSource(), inFirst);
            add(delta.getTarget(), inSecond);
        }
        return new WordDifferences(inFirst, inSecond, whole);
    }

    private static void add(Chunk<Word> chunk, List<TextSpan> spans) {
        if (chunk.size() > 0) {
            List<Word> words = chunk.getLines();
            spans.add(new TextSpan(words.get(0).start, words.get(words.size() - 1).end));
        }
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && words.size() <= MOST_WORDS) {
            words.add(new Word(matcher.group().toLowerCase(Locale.ROOT), matcher.start(), matcher.end()));
        }
        return words;
    }

    private record Word(String letters, int start, int end) {

        boolean same(Word other) {
            return letters.equals(other.letters);
        }
    }
}
