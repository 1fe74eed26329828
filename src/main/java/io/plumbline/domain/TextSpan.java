package io.plumbline.domain;

/** Half-open range of UTF-16 positions in a text: the evidence behind a measurement. */
public record TextSpan(int start, int end) {

    public TextSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }
}
