package io.plumbline.imports.metric;

import io.plumbline.domain.InputException;
import io.plumbline.imports.Series;
import io.plumbline.imports.source.Excerpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Line protocol of InfluxDB: {@code measurement,tag=value field=1.5,other=2i 1556813561098000000}. A backslash takes the meaning from a
 * comma, a space or an equals sign; texts stand in double quotes. Fields that are texts are no series.
 */
public final class InfluxLines {

    private static final Pattern LINE = Pattern.compile("(?:\\\\.|[^,\\s\\\\\"])+(?:,(?:\\\\.|[^\\s\\\\])+)?\\s(?:\\\\.|[^\\s=\\\\,\"])+=\\S.*");
    private static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final MetricSet metrics;

    public InfluxLines(String file) {
        this.file = file;
        this.metrics = new MetricSet(file);
    }

    /** Whether a line of a file is one of these. */
    public static boolean recognises(String line) {
        return line.length() <= LONGEST_LINE && LINE.matcher(line.strip()).matches();
    }

    public Series read(BufferedReader text, Optional<String> wanted) throws IOException {
        long number = 0;
        String line;
        while ((line = text.readLine()) != null) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line.strip(), number);
            }
        }
        return metrics.choose(wanted);
    }

    private void read(String line, long number) {
        List<String> words = split(line, ' ');
        if (words.size() < 2 || words.size() > 3) {
            throw broken(number, line);
        }
        List<String> series = split(words.get(0), ',');
        String measurement = plain(series.get(0));
        String tags = String.join(",", series.subList(1, series.size()).stream().map(InfluxLines::plain).toList());
        long time = words.size() == 3 ? time(words.get(2), number, line) : number;
        for (String field : split(words.get(1), ',')) {
            List<String> pair = split(field, '=');
            if (pair.size() != 2) {
                throw broken(number, line);
            }
            String name = plain(pair.get(0));
            OptionalDouble value = value(pair.get(1), number, line);
            if (value.isPresent()) {
                metrics.point(measurement + (tags.isEmpty() ? "" : "," + tags) + " " + name, List.of(name, measurement + "." + name,
                    measurement + " " + name), time, value.getAsDouble());
            }
        }
    }

    private OptionalDouble value(String text, long number, String line) {
        if (text.startsWith("\"")) {
            return OptionalDouble.empty();
        }
        if (text.matches("t|T|true|True|TRUE|f|F|false|False|FALSE")) {
            return OptionalDouble.of(Character.toLowerCase(text.charAt(0)) == 't' ? 1 : 0);
        }
        String digits = text.endsWith("i") || text.endsWith("u") ? text.substring(0, text.length() - 1) : text;
        try {
            return OptionalDouble.of(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            throw broken(number, line);
        }
    }

    private long time(String text, long number, String line) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw broken(number, line);
        }
    }

    private InputException broken(long number, String line) {
        return new InputException(file + ", line " + number + ": “" + Excerpt.of(line) + "” is not InfluxDB line protocol (measurement,tag=value "
            + "field=value time). Mend the line or export the file anew.");
    }

    /** Pieces of a line; nothing is cut behind a backslash or between double quotes. */
    private static List<String> split(String line, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                if (i > from || separator != ' ') {
                    pieces.add(line.substring(from, i));
                }
                from = i + 1;
            }
        }
        pieces.add(line.substring(Math.min(from, line.length())));
        return pieces;
    }

    private static String plain(String escaped) {
        return escaped.replaceAll("\\\\([,= ])", "$1");
    }
}
