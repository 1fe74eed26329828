package io.plumbline.signals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The phrases that the refusal detector goes by, read from a resource file so that a reviewer can read them without reading code. Lines
 * under {@code [section]} headings, each beginning at a word; {@code name = phrase|phrase} in the section {@code words} defines
 * {@code <name>} for later patterns.
 */
final class RefusalPatterns {

    /** What a phrase says of the sentence that it stands in. */
    enum Section {
        /** Literal pieces of text without which no refusal pattern can match; they make the search fast. */
        CUES,
        /** The model declines. */
        REFUSAL,
        /** The model disapproves; a refusal where no help follows. */
        DISAPPROVAL,
        /** Sounds like a refusal and is none. */
        EXCEPTION,
        /** Leads away from the request: advice, other offers, where to get help. */
        DEFLECTION,
        /** Turns to something else than what was asked for; what follows is about that. */
        ALTERNATIVE,
        /** Announces what was asked for. */
        HELP
    }

    private static final String RESOURCE = "/io/plumbline/signals/refusal-patterns-1.0.txt";

    private final List<String> cues;
    private final Map<Section, Pattern> patterns = new EnumMap<>(Section.class);

    RefusalPatterns() {
        Map<Section, List<String>> lines = new EnumMap<>(Section.class);
        Map<String, String> words = new HashMap<>();
        read(lines, words);
        cues = lines.get(Section.CUES);
        for (Section section : Section.values()) {
            if (section != Section.CUES) {
                patterns.put(section, Pattern.compile(lines.get(section).stream().map(line -> insert(words, line))
                    .collect(Collectors.joining("|", "\\b(?:", ")"))));
            }
        }
    }

    List<String> cues() {
        return cues;
    }

    Pattern of(Section section) {
        return patterns.get(section);
    }

    private static void read(Map<Section, List<String>> lines, Map<String, String> words) {
        for (Section section : Section.values()) {
            lines.put(section, new ArrayList<>());
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(RefusalPatterns.class.getResourceAsStream(RESOURCE),
            StandardCharsets.UTF_8))) {
            String heading = "";
            String line;
            while ((line = in.readLine()) != null) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                if (text.startsWith("[")) {
                    heading = text.substring(1, text.length() - 1);
                } else if (heading.equals("words")) {
                    String[] definition = text.split(" = ", 2);
                    words.merge("<" + definition[0] + ">", definition[1], (a, b) -> a + "|" + b);
                } else {
                    lines.get(Section.valueOf(heading.toUpperCase(Locale.ROOT))).add(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String insert(Map<String, String> words, String pattern) {
        String inserted = pattern;
        for (Map.Entry<String, String> word : words.entrySet()) {
            inserted = inserted.replace(word.getKey(), "(?:" + word.getValue() + ")");
        }
        return inserted;
    }
}
