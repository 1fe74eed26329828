package io.plumbline.imports.trace;

/** Takes what a format finds in one row of a file. */
interface ExchangeSink {

    /** A call of a model. */
    void exchange(Exchange exchange);

    /** Something that is no call of a model and no fault, such as a call of a tool; counted by its kind, e.g. "tool spans". */
    void leaveOut(String kind);

    /** Remembers which fields of a part of the row nobody asked for; those of the row itself are remembered anyway. */
    void unused(Fields part);

    /** Something that can't be used, with the reason in one sentence. */
    void unusable(String reason);
}
