package io.plumbline.stats.knownanswers;

import com.fasterxml.jackson.databind.JsonNode;

/** How far a computed number may be from a known one: an absolute distance, a relative one, or the wider of both. */
record Tolerance(double absolute, double relative) {

    static boolean isNumeric(JsonNode node) {
        return node.isNumber() || node.isObject() && (node.has("absolute") || node.has("relative"));
    }

    static Tolerance of(JsonNode node) {
        if (node.isNumber()) {
            return new Tolerance(node.doubleValue(), 0);
        }
        if (!isNumeric(node)) {
            throw new AssertionError("not a numeric tolerance: " + node);
        }
        return new Tolerance(node.path("absolute").asDouble(0), node.path("relative").asDouble(0));
    }

    boolean accepts(double expected, double actual) {
        if (Double.isInfinite(expected) || Double.isInfinite(actual)) {
            return expected == actual;
        }
        return Math.abs(expected - actual) <= Math.max(absolute, relative * Math.abs(expected));
    }
}
