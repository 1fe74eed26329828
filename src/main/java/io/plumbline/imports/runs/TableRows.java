package io.plumbline.imports.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.TornEnd;
import io.plumbline.imports.TornFile;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSink;
import io.plumbline.imports.source.RowSource;
import io.plumbline.imports.source.TornFileException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the rows of a table that holds an evaluation run. Runs are small enough for one thread. */
public final class TableRows {

    private TableRows() {
    }

    public static void forEach(Glimpse glimpse, RunReading reading, Consumer<Row> each) throws IOException {
        RowSink sink = new RowSink() {
            @Override
            public void row(Row row) {
                each.accept(row);
                reading.progress().records(1);
            }

            @Override
            public void reject(Reject reject) {
                reading.reject(reject);
            }
        };
        long line = 0;
        try (RowSource rows = glimpse.open(reading.progress())) {
            Optional<RowBatch> batch;
            while ((batch = rows.next()).isPresent()) {
                batch.get().parse(sink);
                line = rows.line();
            }
        } catch (TornFileException e) {
            if (reading.request().tornEnd() == TornEnd.REFUSE) {
                throw TornFile.refused(glimpse.file().name(), line, e);
            }
        } catch (JsonProcessingException e) {
            throw new InputException(glimpse.file().name() + " breaks off or is damaged after record " + line + ". Get the file anew.", e);
        }
    }
}
