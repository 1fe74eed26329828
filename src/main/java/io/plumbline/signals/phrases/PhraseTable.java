package io.plumbline.signals.phrases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of phrases as people write it: families under {@code [headings]}, one phrase a line, {@code name = phrase} lines that later
 * phrases use as {@code <name>}, {@code #} before a remark. In a phrase: {@code (a|b c)} one of these, {@code ?} after something that may
 * be missing, {@code *3} after something that comes up to three times, {@code ~4} up to four other words, {@code help{,s,ing}} one word
 * with these endings, {@code ^} where the sentence begins and {@code $} where it ends. A line
 * {@code ---} begins a new part: parts are searched one after the other, which keeps each automaton small where many phrases have gaps.
 *
 * @param families names of the families, in their order
 * @param rows     the phrases
 */
public record PhraseTable(List<String> families, List<Row> rows) {

    private static final String NEW_PART = "---";
    private static final Pattern NAME = Pattern.compile("<([a-z0-9]{1,40})>");

    public PhraseTable {
        families = List.copyOf(families);
        rows = List.copyOf(rows);
    }

    /** A table that comes with the program. */
    public static PhraseTable ofResource(String name) {
        try (InputStream in = PhraseTable.class.getResourceAsStream("/io/plumbline/signals/" + name);
             BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table from its lines. */
    public static PhraseTable of(List<String> lines) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> families = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int part = 0;
        for (String raw : lines) {
            String line = raw.strip();
            int equals = line.indexOf(" = ");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.equals(NEW_PART)) {
                part++;
            } else if (line.startsWith("[") && line.endsWith("]")) {
                families.add(line.substring(1, line.length() - 1));
            } else if (equals > 0) {
                names.merge(line.substring(0, equals), inserted(line.substring(equals + 3), names), (a, b) -> a + "|" + b);
            } else if (families.isEmpty()) {
                throw new IllegalArgumentException("a phrase stands before the first [heading]: " + line);
            } else {
                rows.add(new Row(families.get(families.size() - 1), inserted(line, names), part));
            }
        }
        return new PhraseTable(families.stream().distinct().toList(), rows);
    }

    private static String inserted(String phrase, Map<String, String> names) {
        Matcher matcher = NAME.matcher(phrase);
        StringBuilder whole = new StringBuilder();
        while (matcher.find()) {
            String meaning = names.get(matcher.group(1));
            if (meaning == null) {
                throw new IllegalArgumentException("nothing is called <" + matcher.group(1) + "> in: " + phrase);
            }
            matcher.appendReplacement(whole, Matcher.quoteReplacement("(" + meaning + ")"));
        }
        return matcher.appendTail(whole).toString();
    }

    /**
     * One phrase.
     *
     * @param family its family
     * @param phrase as written, names replaced by what they stand for
     * @param part   which automaton it belongs to
     */
    public record Row(String family, String phrase, int part) {
    }
}
