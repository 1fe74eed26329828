package io.plumbline.imports.trace;

import io.plumbline.domain.Reject;
import io.plumbline.imports.source.FieldNameSearch;
import io.plumbline.imports.source.Glimpse;
import io.plumbline.imports.source.ReadingProgress;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSink;
import io.plumbline.imports.source.RowSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file in which the calls of a model are recorded as one tool does it. Read once; its remarks are whole when the rows were read. */
public final class TraceLog {

    /** Said wherever it was so. */
    public static final String WITHOUT_ZONE = "Times without a zone were read as UTC.";

    private final Glimpse file;
    private final TraceFormat format;
    private final String model;
    private final List<Glimpse> beside;
    private final Remarks remarks = new Remarks();
    private volatile SideNotes read = new SideNotes();

    /** @param model what to call the model where the file does not say */
    TraceLog(Glimpse file, TraceFormat format, String model) {
        this(file, format, model, List.of());
    }

    private TraceLog(Glimpse file, TraceFormat format, String model, List<Glimpse> beside) {
        this.file = file;
        this.format = format;
        this.model = model;
        this.beside = beside;
    }

    /** The same file with what other files, which hold nothing else, say of its calls. */
    public TraceLog joining(List<TraceLog> others) {
        return new TraceLog(file, format, model, others.stream().filter(other -> other.format.format().equals(format.format()))
            .map(other -> other.file).toList());
    }

    /** Whether there is no call in the file and all its rows speak of calls elsewhere. */
    public boolean holdsNotesOnly(ReadingProgress progress) {
        if (file.firstRows().isEmpty() || !file.firstRows().stream().allMatch(row -> format.isNote(new Fields(row.fields())))) {
            return false;
        }
        SideNotes notes = new SideNotes();
        gather(file, notes, progress);
        return !notes.hasAnyCall();
    }

    /** What the rows that speak of calls elsewhere are called, in the plural. */
    public String notes() {
        return format.notes();
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
        List<String> all = new ArrayList<>(remarks.list());
        if (!beside.isEmpty()) {
            long scores = read.scores();
            long joined = read.joinedScores();
            String names = String.join(", ", beside.stream().map(other -> other.file().name()).toList());
            all.add("%,d of the %,d %s in %s were joined to their calls%s.".formatted(joined, scores, format.notes(), names, joined == scores ? ""
                : "; the calls of the others are not in this file"));
        }
        return all;
    }

    private RowSource open(InputStream in, ReadingProgress progress) throws IOException {
        SideNotes notes = format.joinsRows() ? sideNotes(progress) : new SideNotes();
        read = notes;
        return new TraceRows(file.opening().open(in, progress), format, notes, model, remarks);
    }

    private SideNotes sideNotes(ReadingProgress progress) {
        SideNotes notes = new SideNotes();
        if (mayHoldNotes(progress)) {
            gather(file, notes, progress);
        }
        beside.forEach(other -> gather(other, notes, progress));
        notes.complete();
        return notes;
    }

    /** Going through a large file twice costs as much again; one search for the names of fields costs little. */
    private boolean mayHoldNotes(ReadingProgress progress) {
        List<String> words = format.wordsOfNotes();
        if (file.shape() == Glimpse.Shape.CSV) {
            return words.isEmpty() || words.stream().anyMatch(file.columns()::contains);
        }
        try (InputStream in = file.file().open(ReadingProgress.unwatched())) {
            return words.isEmpty() || FieldNameSearch.holdsAny(in, words, progress);
        } catch (IOException e) {
            return true;
        }
    }

    private void gather(Glimpse from, SideNotes notes, ReadingProgress progress) {
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
        try (RowSource rows = from.open(ReadingProgress.unwatched())) {
            Optional<RowBatch> batch;
            while ((batch = rows.next()).isPresent()) {
                batch.get().parse(gathering);
                progress.check();
            }
        } catch (IOException e) {
            // The second passage meets the same and says so.
        }
    }

    private List<Row> firstRows() {
        FirstExchanges first = new FirstExchanges();
        for (Row row : file.firstRows()) {
            TraceRows.read(row, format, new SideNotes(), model, new Remarks(), first);
        }
        return first.rows();
    }
}
