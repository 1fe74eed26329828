package io.plumbline.imports.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.imports.source.ForeignJson;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists and dictionaries as Python prints them. Tables that pandas writes hold them in place of JSON, arrays of numpy even without commas.
 * They are rewritten as JSON token by token; what is none of it stays the text that it was.
 */
final class PythonLiteral {

    private static final Pattern WORD = Pattern.compile("\\G[A-Za-z_][A-Za-z_0-9.]*");
    private static final Pattern ARRAY_END = Pattern.compile("\\G\\s*,\\s*dtype=[A-Za-z0-9<>'\"]+\\s*\\)|\\G\\s*\\)");

    private final String text;
    private final StringBuilder json = new StringBuilder();
    private int at;
    private int arrays;
    /** What was written last was a value, so that another one needs a comma before it. */
    private boolean afterValue;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The value that a text stands for; empty where it is no list and no dictionary of Python. */
    static Optional<JsonNode> read(String text) {
        if (!looksLikeOne(text)) {
            return Optional.empty();
        }
        try {
            PythonLiteral literal = new PythonLiteral(text);
            return literal.rewrite() ? Optional.of(ForeignJson.mapper().readTree(literal.json.toString())) : Optional.empty();
        } catch (JsonProcessingException noLiteral) {
            return Optional.empty();
        }
    }

    private static boolean looksLikeOne(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return text.startsWith("{") && last == '}' || text.startsWith("[") && last == ']' || text.startsWith("array([") && last == ')';
    }

    private boolean rewrite() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\n', '\r', '\t' -> at++;
                case '\'', '"' -> {
                    value();
                    if (!quoted(c)) {
                        return false;
                    }
                }
                case '{', '[' -> open(c);
                case '(' -> open('[');
                case '}', ']' -> close(c);
                case ')' -> {
                    if (!closesArray()) {
                        close(']');
                    }
                }
                case ',' -> {
                    if (!closesArray()) {
                        json.append(',');
                        afterValue = false;
                        at++;
                    }
                }
                case ':' -> {
                    json.append(':');
                    afterValue = false;
                    at++;
                }
                default -> {
                    if (!word(c)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void open(char bracket) {
        value();
        json.append(bracket);
        afterValue = false;
        at++;
    }

    private void close(char bracket) {
        int end = json.length() - 1;
        if (end >= 0 && json.charAt(end) == ',') {
            json.setLength(end);
        }
        json.append(bracket);
        afterValue = true;
        at++;
    }

    private void value() {
        if (afterValue) {
            json.append(',');
        }
        afterValue = true;
    }

    private boolean closesArray() {
        Matcher end = ARRAY_END.matcher(text);
        if (arrays == 0 || !end.find(at)) {
            return false;
        }
        arrays--;
        at = end.end();
        return true;
    }

    private boolean word(char first) {
        if (first >= '0' && first <= '9' || first == '-' || first == '.') {
            value();
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                json.append(text.charAt(at++));
            }
            return true;
        }
        Matcher word = WORD.matcher(text);
        if (!word.find(at)) {
            return false;
        }
        at = word.end();
        if (word.group().equals("array") && text.startsWith("(", at)) {
            arrays++;
            at++;
            return true;
        }
        String meant = switch (word.group()) {
            case "None" -> "null";
            case "True" -> "true";
            case "False" -> "false";
            case "nan" -> "NaN";
            case "inf" -> "Infinity";
            default -> "";
        };
        if (meant.isEmpty()) {
            return false;
        }
        value();
        json.append(meant);
        return true;
    }

    private boolean quoted(char quote) {
        json.append('"');
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                json.append('"');
                at++;
                return true;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                escape(text.charAt(at));
            } else {
                plain(c);
            }
        }
        return false;
    }

    private void escape(char c) {
        switch (c) {
            case 'n', 't', 'r', 'b', 'f', 'u', '\\' -> json.append('\\').append(c);
            case 'x' -> json.append("\\u00");
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
        } else {
            json.append(c == '"' ? "\\\"" : c == '\\' ? "\\\\" : Character.toString(c));
        }
    }
}
