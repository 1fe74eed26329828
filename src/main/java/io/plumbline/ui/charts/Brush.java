package io.plumbline.ui.charts;

/** Days that a person marked, both inclusive, as epoch days. */
public record Brush(long first, long last) {

    public Brush {
        if (last < first) {
            throw new IllegalArgumentException("a brush ends before it begins: " + first + ".." + last);
        }
    }

    /** The days between two, in either order. */
    public static Brush between(long one, long other) {
        return new Brush(Math.min(one, other), Math.max(one, other));
    }
}
