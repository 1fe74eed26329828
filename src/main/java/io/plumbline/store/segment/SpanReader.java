package io.plumbline.store.segment;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Spans of things that have any number of them each, kept one after the other; asked for in the order in which they were written. */
final class SpanReader {

    private final long[] counts;
    private final long[] starts;
    private final long[] lengths;
    private int next;

    SpanReader(long[] counts, long[] starts, long[] lengths) {
        this.counts = counts;
        this.starts = starts;
        this.lengths = lengths;
    }

    List<TextSpan> next(int thing) {
        if (counts[thing] == 0) {
            return List.of();
        }
        List<TextSpan> spans = new ArrayList<>();
        for (long i = 0; i < counts[thing]; i++, next++) {
            spans.add(new TextSpan((int) starts[next], (int) (starts[next] + lengths[next])));
        }
        return spans;
    }
}
