package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;

/** Numbers as the known-answers files write them: null is missing (NaN) and the text "Infinity" is infinite. */
final class Json {

    private Json() {
    }

    static double number(JsonNode node) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (node.isTextual()) {
            return Double.parseDouble(node.textValue());
        }
        if (!node.isNumber()) {
            throw new AssertionError("not a number: " + node);
        }
        return node.doubleValue();
    }

    static double[] vector(JsonNode node) {
        return IntStream.range(0, node.size()).mapToDouble(i -> number(node.get(i))).toArray();
    }

    static long[] counts(JsonNode node) {
        return IntStream.range(0, node.size()).mapToLong(i -> count(node.get(i))).toArray();
    }

    /** A whole number, also where a file writes it as 98.0. */
    static long count(JsonNode node) {
        double value = number(node);
        if (value != Math.rint(value)) {
            throw new AssertionError("not a count: " + node);
        }
        return (long) value;
    }

    static double[][] matrix(JsonNode node) {
        return IntStream.range(0, node.size()).mapToObj(i -> vector(node.get(i))).toArray(double[][]::new);
    }

    static long[][] countMatrix(JsonNode node) {
        return IntStream.range(0, node.size()).mapToObj(i -> counts(node.get(i))).toArray(long[][]::new);
    }

    static long[][][] countMatrix3(JsonNode node) {
        return IntStream.range(0, node.size()).mapToObj(i -> countMatrix(node.get(i))).toArray(long[][][]::new);
    }
}
