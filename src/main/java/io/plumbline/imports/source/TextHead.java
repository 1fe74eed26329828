package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first stretch of a text file, line by line. A last line that goes beyond the stretch is left out where there are others. */
final class TextHead {

    private static final int LINES = 50;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    private final byte[] bytes;
    private final List<int[]> lines = new ArrayList<>();

    TextHead(byte[] bytes) {
        this.bytes = bytes;
        int start = 0;
        for (int i = 0; i < bytes.length && lines.size() < LINES; i++) {
            if (bytes[i] == '\n') {
                add(start, i);
                start = i + 1;
            }
        }
        if (lines.size() < LINES) {
            add(start, bytes.length);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** First character that is no white space; −1 if there is none. */
    int firstCharacter() {
        return lines.isEmpty() ? -1 : bytes[lines.get(0)[0]] & 0xff;
    }

    /** Whether records stand one a line: the first line is a whole object, or a later line that begins with one is. */
    boolean isJsonLines() {
        for (int[] line : lines) {
            if (bytes[line[0]] == '{' && (line == lines.get(0) || beginsLine(line)) && !keys(line).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines end as they did on the first computers of Apple, with which no reader of JSON lines can do anything. */
    boolean hasOnlyCarriageReturns() {
        int returns = 0;
        for (byte b : bytes) {
            if (b == '\n') {
                return false;
            }
            returns += b == '\r' ? 1 : 0;
        }
        return returns > 0 && keysOfFirstObject().isEmpty();
    }

    Set<String> keysOfFirstObject() {
        return lines.stream().map(this::keys).filter(keys -> !keys.isEmpty()).findFirst().orElse(Set.of());
    }

    /** What separates the columns of the first line; empty where it has one column. */
    Optional<Character> separator() {
        String header = new String(bytes, lines.get(0)[0], lines.get(0)[1] - lines.get(0)[0], StandardCharsets.UTF_8);
        if (header.matches("(?i)\"?sep=.\"?")) {
            return Optional.of(header.charAt(header.indexOf('=') + 1));
        }
        long most = 0;
        Optional<Character> best = Optional.empty();
        for (char separator : SEPARATORS) {
            long count = header.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = Optional.of(separator);
            }
        }
        return best;
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(bytes[start])) {
            start++;
        }
        while (end > start && isSpace(bytes[end - 1])) {
            end--;
        }
        if (end > start) {
            lines.add(new int[] {start, end});
        }
    }

    private boolean beginsLine(int[] line) {
        return line[0] == 0 || bytes[line[0] - 1] == '\n';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /** Field names of the object that a line holds; none where the line is not one whole object. */
    private Set<String> keys(int[] line) {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonParser parser = ForeignJson.factory().createParser(bytes, line[0], line[1] - line[0])) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Set.of();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return parser.nextToken() == null ? keys : Set.of();
        } catch (IOException notAnObject) {
            return Set.of();
        }
    }
}
