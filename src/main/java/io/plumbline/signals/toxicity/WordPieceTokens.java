package io.plumbline.signals.toxicity;

import io.plumbline.domain.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the word pieces of a BERT vocabulary: words and single punctuation marks, each taken apart from the left into the longest
 * pieces that the vocabulary has (Devlin et al. 2019, appendix A; Wu et al. 2016, section 4.1). Lower case without accents where the
 * vocabulary has no capitals.
 */
final class WordPieceTokens {

    private static final String UNKNOWN = "[UNK]";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> pieces;
    private final boolean cased;

    private WordPieceTokens(Map<String, Integer> pieces) {
        this.pieces = pieces;
        cased = pieces.keySet().stream().anyMatch(piece -> piece.length() > 1 && Character.isUpperCase(piece.charAt(0)));
    }

    /** Reads a {@code vocab.txt}: one piece a line, its number the line's. */
    static WordPieceTokens read(Path vocabulary) {
        Map<String, Integer> pieces = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(vocabulary, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                pieces.putIfAbsent(lines.get(i).strip(), i);
            }
        } catch (IOException e) {
            throw new InputException("The vocabulary " + vocabulary + " can't be read. Put the model's vocab.txt beside model.onnx.", e);
        }
        for (String needed : List.of(UNKNOWN, FIRST, LAST)) {
            if (!pieces.containsKey(needed)) {
                throw new InputException("The vocabulary " + vocabulary + " has no " + needed + ". It must be the WordPiece vocabulary of the model.");
            }
        }
        return new WordPieceTokens(pieces);
    }

    /** Numbers of the pieces, with the marks for beginning and end; no more than so many. */
    long[] of(String text, int most) {
        List<Integer> numbers = new ArrayList<>();
        numbers.add(pieces.get(FIRST));
        String plain = cased ? text : Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        int i = 0;
        while (i < plain.length() && numbers.size() < most - 1) {
            int c = plain.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
                while (end < plain.length() && Character.isLetterOrDigit(plain.codePointAt(end)) && !Character.isIdeographic(plain.codePointAt(end))) {
                    end += Character.charCount(plain.codePointAt(end));
                }
                word(plain.substring(i, end), numbers);
            } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                word(plain.substring(i, end), numbers);
            }
            i = end;
        }
        List<Integer> kept = numbers.subList(0, Math.min(numbers.size(), most - 1));
        long[] all = new long[kept.size() + 1];
        for (int k = 0; k < kept.size(); k++) {
            all[k] = kept.get(k);
        }
        all[kept.size()] = pieces.get(LAST);
        return all;
    }

    private void word(String word, List<Integer> numbers) {
        List<Integer> found = new ArrayList<>();
        int start = 0;
        while (start < word.length() && word.length() <= LONGEST_WORD) {
            int end = word.length();
            while (end > start && !pieces.containsKey(piece(word, start, end))) {
                end--;
            }
            if (end == start) {
                break;
            }
            found.add(pieces.get(piece(word, start, end)));
            start = end;
        }
        numbers.addAll(start == word.length() ? found : List.of(pieces.get(UNKNOWN)));
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
    }
}
