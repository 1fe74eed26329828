package io.plumbline.imports.trace;

/** Which attributes say that a span is a call of a model, and what was asked and answered. */
interface SpanConvention {

    String format();

    String title();

    /** Whether a span follows this convention at all, be it a call of a model or not. */
    boolean speaks(Span span);

    /** What a span is that is no call of a model, e.g. "tool spans"; empty where it is one. */
    String otherThanCall(Span span);

    /**
     * The call that a span is.
     *
     * @param late what was exported apart from the span and belongs to it
     */
    Exchange read(Span span, Iterable<Fields> late);
}
