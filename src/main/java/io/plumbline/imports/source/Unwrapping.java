package io.plumbline.imports.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.Reject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the records of a file inside what a search engine, an interface or a collector has wrapped around them. */
public final class Unwrapping {

    private static final int FIRST_ROWS = 200;
    private static final List<RowUnwrapping.Envelope> ENVELOPES = List.of(new SearchHits(), new PageOfRecords(), new RecordInText());

    private Unwrapping() {
    }

    /** The file seen as the records in it; as it was where nothing is wrapped around them. */
    public static Glimpse of(Glimpse glimpse) throws IOException {
        Glimpse records = glimpse.shape() == Glimpse.Shape.JSON_OBJECT ? document(glimpse) : glimpse;
        for (RowUnwrapping.Envelope envelope : ENVELOPES) {
            records = without(envelope, records);
        }
        return records;
    }

    private static Glimpse without(RowUnwrapping.Envelope envelope, Glimpse records) {
        long wrapped = records.firstRows().stream().filter(envelope::isAround).count();
        return wrapped * 3 < records.firstRows().size() || wrapped == 0 ? records : seen(records, envelope);
    }

    private static Glimpse document(Glimpse glimpse) throws IOException {
        First first = new First();
        boolean nested = false;
        try (NestedRows rows = new NestedRows(glimpse.file().open(ReadingProgress.unwatched()))) {
            Optional<RowBatch> batch;
            while (first.rows.size() < FIRST_ROWS && (batch = rows.next()).isPresent()) {
                batch.get().parse(first);
            }
            nested = rows.isNested();
        } catch (JsonProcessingException | TornFileException e) {
            // What stands before the damage is enough for a first look; reading it tells of the damage.
        }
        return first.rows.isEmpty() ? glimpse
            : with(glimpse, nested ? Glimpse.Shape.JSON_ARRAY : Glimpse.Shape.JSON_OBJECT, (in, progress) -> new NestedRows(in),
            first.rows);
    }

    private static Glimpse seen(Glimpse glimpse, RowUnwrapping.Envelope envelope) {
        First first = new First();
        RowBatch known = sink -> glimpse.firstRows().forEach(sink::row);
        try (RowSource rows = new RowUnwrapping(new Known(known), envelope)) {
            Optional<RowBatch> batch;
            while ((batch = rows.next()).isPresent()) {
                batch.get().parse(first);
            }
        } catch (IOException e) {
            throw new IllegalStateException("rows in memory", e);
        }
        return with(glimpse, glimpse.shape(), (in, progress) -> new RowUnwrapping(glimpse.opening().open(in, progress), envelope), first.rows);
    }

    private static Glimpse with(Glimpse glimpse, Glimpse.Shape shape, RowOpening opening, List<Row> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.fields().keySet()));
        return new Glimpse(glimpse.file(), shape, glimpse.keys(), List.copyOf(columns), glimpse.separator(), rows, opening);
    }

    private static final class First implements RowSink {

        private final List<Row> rows = new ArrayList<>();

        @Override
        public void row(Row row) {
            if (rows.size() < FIRST_ROWS) {
                rows.add(row);
            }
        }

        @Override
        public void reject(Reject reject) {
            // A first look counts nothing.
        }
    }

    /** Rows that are in memory already. */
    private static final class Known implements RowSource {

        private RowBatch batch;

        Known(RowBatch batch) {
            this.batch = batch;
        }

        @Override
        public Optional<RowBatch> next() {
            Optional<RowBatch> next = Optional.ofNullable(batch);
            batch = null;
            return next;
        }

        @Override
        public long line() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
