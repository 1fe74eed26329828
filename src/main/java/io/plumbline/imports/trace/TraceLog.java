package io.plumbline.imports.trace;

import io.plumbline.domain.Reject;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSink;
import io.plumbline.imports.source.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A file in which the calls of a model are recorded as one tool does it. Read once; its remarks are whole when the rows were read. */
public final class TraceLog {

    /** Said wherever it was so. */
    public static final String WITHOUT_ZONE = "Times without a zone were read as UTC.";

    private final Glimpse file;
    private final TraceFormat format;
    private final String model;
    private final Remarks remarks = new Remarks();

    /** @param model what to call the model where the file does not say */
    TraceLog(Glimpse file, TraceFormat format, String model) {
        this.file = file;
        this.format = format;
        this.model = model;
    }

    public String format() {
        return format.format();
    }

    public String title() {
        return format.title();
    }

    /** The same file as a table with the columns of {@link LogField}. */
    public Glimpse asTable() {
        return file.asRows(LogField.columns(), firstRows(), this::open);
    }

    /** What a person should know of the reading. */
    public List<String> remarks() {
        return remarks.list();
    }

    private RowSource open(InputStream in, ReadingProgress progress) throws IOException {
        SideNotes notes = format.joinsRows() ? sideNotes(progress) : new SideNotes();
        return new TraceRows(file.opening().open(in, progress), format, notes, model, remarks);
    }

    private SideNotes sideNotes(ReadingProgress progress) {
        SideNotes notes = new SideNotes();
        RowSink gathering = new RowSink() {
            @Override
            public void row(Row row) {
                format.gather(new Fields(row.fields()), notes);
            }

            @Override
            public void reject(Reject reject) {
                // The second passage rejects it.
            }
        };
        try (RowSource rows = file.open(ReadingProgress.unwatched())) {
            Optional<RowBatch> batch;
            while ((batch = rows.next()).isPresent()) {
                batch.get().parse(gathering);
                progress.check();
            }
        } catch (IOException e) {
            // The second passage meets the same and says so.
        }
        notes.complete();
        return notes;
    }

    private List<Row> firstRows() {
        FirstExchanges first = new FirstExchanges();
        for (Row row : file.firstRows()) {
            TraceRows.read(row, format, new SideNotes(), model, new Remarks(), first);
        }
        return first.rows();
    }
}
