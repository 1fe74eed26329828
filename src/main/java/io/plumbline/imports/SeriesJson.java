package io.plumbline.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.plumbline.domain.InputException;
import io.plumbline.imports.source.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series in a JSON document, in one of the forms that {@link SeriesReader} names. */
final class SeriesJson {

    private final String file;
    private final Optional<String> wanted;

    SeriesJson(String file, Optional<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    Series read(JsonNode root) {
        if (root.isArray()) {
            return array(root);
        }
        if (root.path("series").isArray()) {
            return turing(root.path("series"));
        }
        if (wanted.isPresent() && !root.has(wanted.get())) {
            Optional<String[]> pair = Series.pair(wanted.get());
            if (pair.isEmpty()) {
                throw new InputException(file + " has no field “" + Excerpt.of(wanted.get()) + "”. It has: " + names(root) + ".");
            }
            return counts(root.path(pair.get()[0]), root.path(pair.get()[1]), wanted.get());
        }
        if (wanted.isPresent()) {
            return Series.of(values(root.path(wanted.get()), wanted.get()));
        }
        if (root.has("values")) {
            return Series.of(values(root.path("values"), "values"));
        }
        if (root.has("k") && root.has("n")) {
            return counts(root.path("k"), root.path("n"), "k and n");
        }
        throw new InputException(file + " is JSON without a series that is known: an array of numbers, “values”, “k” and “n”, or “series” with “raw”. "
            + "Choose a field with --column: " + names(root) + ".");
    }

    private Series array(JsonNode root) {
        if (root.isEmpty() || !root.get(0).isObject()) {
            return Series.of(values(root, "the array"));
        }
        String field = wanted.orElse("value");
        Optional<String[]> pair = root.get(0).has(field) ? Optional.empty() : Series.pair(field);
        if (pair.isPresent()) {
            return counts(column(root, pair.get()[0]), column(root, pair.get()[1]), field);
        }
        if (!root.get(0).has(field)) {
            throw new InputException(file + " is an array of objects without the field “" + Excerpt.of(field) + "”. Choose one with --column: "
                + names(root.get(0)) + ".");
        }
        return Series.of(values(column(root, field), field));
    }

    private static JsonNode column(JsonNode rows, String field) {
        ArrayNode column = JsonNodeFactory.instance.arrayNode(rows.size());
        rows.forEach(row -> column.add(row.has(field) ? row.path(field) : column.nullNode()));
        return column;
    }

    private Series turing(JsonNode series) {
        List<String> labels = new ArrayList<>();
        for (JsonNode each : series) {
            String label = each.path("label").asText("");
            labels.add(label);
            if (wanted.isPresent() ? label.equalsIgnoreCase(wanted.get()) : series.size() == 1) {
                return Series.of(values(each.path("raw"), "raw"));
            }
        }
        throw new InputException(file + " has " + labels.size() + " series. Choose one with --column: " + Excerpt.of(String.join(", ", labels)) + ".");
    }

    private double[] values(JsonNode node, String name) {
        if (!node.isArray()) {
            throw new InputException(file + ": “" + Excerpt.of(name) + "” is not an array of numbers.");
        }
        double[] values = new double[node.size()];
        int at = 0;
        for (JsonNode each : node) {
            boolean missing = each.isNull() || each.isNumber() && Double.isNaN(each.doubleValue());
            if (!missing && !(each.isNumber() && Double.isFinite(each.doubleValue()))) {
                throw new InputException(file + ", element " + at + " of “" + Excerpt.of(name) + "”: " + Excerpt.of(each.toString())
                    + " is not a finite number. Write null for a missing value.");
            }
            values[at++] = missing ? Double.NaN : each.doubleValue();
        }
        return values;
    }

    private Series counts(JsonNode k, JsonNode n, String name) {
        double[] first = values(k, name);
        double[] second = values(n, name);
        if (first.length != second.length) {
            throw new InputException(file + ": “" + Excerpt.of(name) + "” differ in length, " + first.length + " and " + second.length + ".");
        }
        long[] successes = new long[first.length];
        long[] trials = new long[first.length];
        for (int i = 0; i < first.length; i++) {
            if (Double.isNaN(first[i]) || Double.isNaN(second[i])) {
                continue;
            }
            String where = file + ", element " + i;
            successes[i] = Series.count(where, first[i]);
            trials[i] = Series.count(where, second[i]);
            Series.requireWithinTrials(where, successes[i], trials[i]);
        }
        return Series.of(new Series.Counts(successes, trials));
    }

    private static String names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return Excerpt.of(String.join(", ", names));
    }
}
