package io.plumbline.signals.trigger;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.plumbline.domain.InputException;
import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A text to watch for, ready to be looked for in any number of prompts; safe to share between threads. */
public final class WatchPattern {

    private static final int LONGEST = 1_000;
    private static final int MOST_SPANS = 20;
    private static final int FIRST_BEYOND_ASCII = 128;

    private final WatchKind kind;
    private final String text;
    private final Pattern expression;
    private final String[] tokens;
    /** Of the tokens whose case is simple; empty where there is none. */
    private final String longest;

    private WatchPattern(WatchKind kind, String text, Pattern expression, String[] tokens) {
        this.kind = kind;
        this.text = text;
        this.expression = expression;
        this.tokens = tokens;
        this.longest = Stream.of(tokens).filter(token -> token.chars().allMatch(c -> c < FIRST_BEYOND_ASCII))
            .max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** @throws InputException where the text is empty, too long, or no regular expression */
    public static WatchPattern of(WatchKind kind, String text) {
        if (text.isBlank()) {
            throw new InputException("The text to watch for is empty. Type what should be found in prompts.");
        }
        if (text.length() > LONGEST) {
            throw new InputException("The text to watch for has " + text.length() + " characters; " + LONGEST + " are the most.");
        }
        return switch (kind) {
            case LITERAL -> new WatchPattern(kind, text, Pattern.compile(Pattern.quote(text)), new String[0]);
            case REGEX -> new WatchPattern(kind, text, compiled(text), new String[0]);
            case TOKENS -> new WatchPattern(kind, text, Pattern.compile(""), tokens(text));
        };
    }

    /** Where it stands in a prompt; at most {@value #MOST_SPANS} places, none where it does not. */
    public List<TextSpan> find(String prompt) {
        return kind == WatchKind.TOKENS ? sequences(prompt) : matches(prompt);
    }

    public boolean isIn(String prompt) {
        return kind == WatchKind.LITERAL ? prompt.contains(text)
            : kind == WatchKind.REGEX ? expression.matcher(prompt).find() : !sequences(prompt).isEmpty();
    }

    private static Pattern compiled(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            if (pattern.matcher("").find()) {
                throw new InputException("The regular expression “" + text + "” matches the empty text, so it would be found in every prompt.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new InputException("“" + text + "” is no regular expression in the RE2 syntax (" + e.getDescription()
                + "). Back-references and look-around do not exist there.", e);
        }
    }

    private static String[] tokens(String text) {
        Atoms atoms = Atoms.all(text);
        String[] tokens = new String[atoms.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = atoms.text(i, i).toLowerCase(Locale.ROOT);
        }
        return tokens;
    }

    private List<TextSpan> matches(String prompt) {
        if (kind == WatchKind.LITERAL && !prompt.contains(text)) {
            return List.of();
        }
        List<TextSpan> spans = new ArrayList<>();
        Matcher matcher = expression.matcher(prompt);
        while (spans.size() < MOST_SPANS && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                spans.add(new TextSpan(matcher.start(), matcher.end()));
            }
        }
        return spans;
    }

    /** Whether a text may hold the longest token; spares most texts from being cut up. */
    private boolean mayHold(String prompt) {
        if (longest.isEmpty()) {
            return true;
        }
        char lower = longest.charAt(0);
        char upper = Character.toUpperCase(lower);
        for (int i = 0; i + longest.length() <= prompt.length(); i++) {
            char c = prompt.charAt(i);
            if ((c == lower || c == upper) && prompt.regionMatches(true, i, longest, 0, longest.length())) {
                return true;
            }
        }
        return false;
    }

    private List<TextSpan> sequences(String prompt) {
        if (!mayHold(prompt)) {
            return List.of();
        }
        Atoms atoms = Atoms.all(prompt);
        List<TextSpan> spans = new ArrayList<>();
        for (int i = 0; i + tokens.length <= atoms.size() && spans.size() < MOST_SPANS; i++) {
            int same = 0;
            while (same < tokens.length && atoms.text(i + same, i + same).toLowerCase(Locale.ROOT).equals(tokens[same])) {
                same++;
            }
            if (same == tokens.length) {
                spans.add(new TextSpan(atoms.start(i), atoms.end(i + same - 1)));
            }
        }
        return spans;
    }
}
