package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plumbline.stats.Interval;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One case of a known-answers file. It remembers which inputs were read and which expected values were compared, so that a key that
 * nobody handles fails the case instead of passing unseen.
 */
final class KnownCase {

    private final JsonNode node;
    private final Set<String> readInputs = new HashSet<>();
    private final Set<String> comparedValues = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();

    KnownCase(JsonNode node) {
        this.node = node;
    }

    String id() {
        return node.path("id").asText();
    }

    /** Which software gave the answers; some topics serve two that differ in a convention. */
    String source() {
        return node.path("source").asText();
    }

    boolean hasInput(String key) {
        return node.path("inputs").has(key);
    }

    JsonNode input(String key) {
        readInputs.add(key);
        JsonNode value = node.path("inputs").path(key);
        if (value instanceof MissingNode) {
            throw new AssertionError("no input " + key);
        }
        return value;
    }

    double number(String key) {
        return Json.number(input(key));
    }

    /** The number under {@code key}, or {@code otherwise} where the case doesn't say. */
    double number(String key, double otherwise) {
        return hasInput(key) ? number(key) : otherwise;
    }

    int integer(String key) {
        return Math.toIntExact(Math.round(number(key)));
    }

    int integer(String key, int otherwise) {
        return hasInput(key) ? integer(key) : otherwise;
    }

    double[] vector(String key) {
        return Json.vector(input(key));
    }

    long[] counts(String key) {
        return Json.counts(input(key));
    }

    double[][] matrix(String key) {
        return Json.matrix(input(key));
    }

    /** For an input that describes a convention in words: it must be one that the topic implements. */
    void requireInput(String key, String... known) {
        String value = input(key).asText();
        if (!List.of(known).contains(value)) {
            throw new AssertionError("input " + key + " is \"" + value + "\", known: " + List.of(known));
        }
    }

    boolean expects(String key) {
        return node.path("expected").has(key);
    }

    Set<String> expectedKeys() {
        Set<String> keys = new TreeSet<>();
        node.path("expected").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The raw expected value, for rules that are not an equality; counts as compared. */
    JsonNode expected(String key) {
        comparedValues.add(key);
        return node.path("expected").path(key);
    }

    /** The case's tolerance, or of several named ones the first of {@code names} that it has. */
    Tolerance tolerance(String... names) {
        JsonNode tolerance = node.path("tolerance");
        for (String name : names) {
            if (tolerance.isObject() && tolerance.has(name)) {
                return Tolerance.of(tolerance.path(name));
            }
        }
        return Tolerance.of(tolerance);
    }

    /** Compares by the case's tolerance; a value that is not expected is not compared. */
    void expect(String key, Object actual) {
        if (expects(key)) {
            expect(key, actual, tolerance());
        }
    }

    /** Computes and compares unless the reference itself gave no number, where the program may refuse the input too. */
    void expectComputed(String key, Supplier<?> actual, Tolerance tolerance) {
        if (expects(key) && !expected(key).isNull()) {
            compare(key, expected(key), actual.get(), tolerance);
        }
    }

    /** The same by the case's tolerance. */
    void expectComputed(String key, Supplier<?> actual) {
        if (expects(key) && !expected(key).isNull()) {
            compare(key, expected(key), actual.get(), tolerance());
        }
    }

    /** Compares by the given tolerance; a JSON null says that the reference gave no number, and nothing is compared. */
    void expect(String key, Object actual, Tolerance tolerance) {
        if (expects(key)) {
            compare(key, expected(key), actual, tolerance);
        }
    }

    /** Notes a broken rule; all of a case's mistakes are reported together. */
    void require(boolean holds, String rule) {
        if (!holds) {
            mistakes.add(rule);
        }
    }

    /** Fails with all mistakes and all keys that nobody looked at. */
    void finish() {
        Set<String> unread = new TreeSet<>();
        node.path("inputs").fieldNames().forEachRemaining(unread::add);
        unread.removeAll(readInputs);
        Set<String> uncompared = expectedKeys();
        uncompared.removeAll(comparedValues);
        if (!unread.isEmpty()) {
            mistakes.add("inputs that the topic does not know: " + unread);
        }
        if (!uncompared.isEmpty()) {
            mistakes.add("expected values that the topic does not know: " + uncompared);
        }
        if (!mistakes.isEmpty()) {
            List<String> first = mistakes.subList(0, Math.min(25, mistakes.size()));
            throw new AssertionError(id() + ": " + mistakes.size() + " mistake(s)\n  " + String.join("\n  ", first));
        }
    }

    private void compare(String path, JsonNode expected, Object actual, Tolerance tolerance) {
        if (expected.isNull()) {
            return;
        }
        if (actual == null) {
            mistakes.add(path + ": expected " + expected + ", nothing computed");
        } else if (expected.isArray()) {
            compareArray(path, expected, actual, tolerance);
        } else if (expected.isObject()) {
            compareObject(path, expected, actual, tolerance);
        } else if (actual instanceof Number number) {
            double known = Json.number(expected);
            if (!tolerance.accepts(known, number.doubleValue())) {
                mistakes.add(path + ": expected " + known + ", computed " + number + " (off by " + Math.abs(known - number.doubleValue())
                    + ")");
            }
        } else if (!expected.asText().equals(String.valueOf(actual))) {
            mistakes.add(path + ": expected " + expected + ", computed " + actual);
        }
    }

    private void compareArray(String path, JsonNode expected, Object actual, Tolerance tolerance) {
        Object array = actual instanceof Interval interval ? new double[] {interval.lower(), interval.upper()}
            : actual instanceof Collection<?> list ? list.toArray() : actual;
        int length = array.getClass().isArray() ? Array.getLength(array) : -1;
        if (length != expected.size()) {
            mistakes.add(path + ": expected " + expected.size() + " values, computed " + (length < 0 ? actual : length + " values"));
            return;
        }
        for (int i = 0; i < length; i++) {
            compare(path + "[" + i + "]", expected.get(i), Array.get(array, i), tolerance);
        }
    }

    private void compareObject(String path, JsonNode expected, Object actual, Tolerance tolerance) {
        if (!(actual instanceof Map<?, ?> map)) {
            mistakes.add(path + ": expected an object, computed " + actual);
            return;
        }
        expected.fieldNames().forEachRemaining(key -> {
            if (map.containsKey(key)) {
                compare(path + "." + key, expected.get(key), map.get(key), tolerance);
            } else {
                mistakes.add(path + "." + key + ": a value that the topic does not know");
            }
        });
    }
}
