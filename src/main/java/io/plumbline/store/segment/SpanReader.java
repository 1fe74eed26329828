package io.plumbline.store.segment;

import io.plumbline.domain.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Spans of text, some of each of many things, of which any can be asked for. */
final class SpanReader {

    private final int[] first;
    private final IntToLongFunction starts;
    private final IntToLongFunction lengths;

    /**
     * @param counts  column with the number of spans of each thing
     * @param starts  column of where they begin
     * @param lengths column of how long they are
     */
    SpanReader(ColumnFile file, String counts, String starts, String lengths) {
        long[] each = LongColumn.read(file.column(counts));
        first = new int[each.length + 1];
        for (int i = 0; i < each.length; i++) {
            if (each[i] < 0 || each[i] > LongColumn.MOST - first[i]) {
                throw new DamagedBytesException("more spans than there can be");
            }
            first[i + 1] = first[i] + (int) each[i];
        }
        this.starts = LongColumn.lazily(file.column(starts), first[each.length]);
        this.lengths = LongColumn.lazily(file.column(lengths), first[each.length]);
    }

    int size() {
        return first.length - 1;
    }

    static long[] starts(List<TextSpan> spans) {
        long[] starts = new long[spans.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = spans.get(i).start();
        }
        return starts;
    }

    static long[] lengths(List<TextSpan> spans) {
        long[] lengths = new long[spans.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = spans.get(i).end() - spans.get(i).start();
        }
        return lengths;
    }

    List<TextSpan> of(int thing) {
        if (first[thing] == first[thing + 1]) {
            return List.of();
        }
        List<TextSpan> spans = new ArrayList<>(first[thing + 1] - first[thing]);
        for (int i = first[thing]; i < first[thing + 1]; i++) {
            long start = starts.applyAsLong(i);
            spans.add(new TextSpan((int) start, (int) (start + lengths.applyAsLong(i))));
        }
        return spans;
    }
}
