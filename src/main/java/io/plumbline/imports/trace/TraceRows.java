package io.plumbline.imports.trace;

import io.plumbline.domain.Reject;
import io.plumbline.imports.source.Row;
import io.plumbline.imports.source.RowBatch;
import io.plumbline.imports.source.RowSink;
import io.plumbline.imports.source.RowSource;
import io.plumbline.imports.source.Timestamps;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The rows of a trace file as rows of calls. A row of the file may hold none, one or many. */
final class TraceRows implements RowSource {

    private final RowSource rows;
    private final TraceFormat format;
    private final SideNotes notes;
    private final String model;
    private final Remarks remarks;

    TraceRows(RowSource rows, TraceFormat format, SideNotes notes, String model, Remarks remarks) {
        this.rows = rows;
        this.format = format;
        this.notes = notes;
        this.model = model;
        this.remarks = remarks;
    }

    @Override
    public Optional<RowBatch> next() throws IOException {
        return rows.next().map(batch -> sink -> batch.parse(new RowSink() {
            @Override
            public void row(Row row) {
                read(row, format, notes, model, remarks, sink);
            }

            @Override
            public void reject(Reject reject) {
                sink.reject(reject);
            }
        }));
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Hands over the calls of one row of the file. */
    static void read(Row row, TraceFormat format, SideNotes notes, String model, Remarks remarks, RowSink sink) {
        Fields fields = new Fields(row.fields());
        format.read(fields, notes, new ExchangeSink() {
            @Override
            public void exchange(Exchange exchange) {
                notes.scoresOf(exchange).stream().filter(score -> !score.applyTo(exchange))
                    .forEach(score -> remarks.unused(Set.of("score " + score.name())));
                Leftovers.use(fields, exchange);
                Optional<String> failure = exchange.failure();
                if (failure.isPresent()) {
                    remarks.failed();
                    sink.reject(new Reject(row.line(), "The call failed (" + failure.get() + "): there is no answer to measure.",
                        row.excerpt().get()));
                    return;
                }
                if (!exchange.has(LogField.MODEL)) {
                    exchange.set(LogField.MODEL, model);
                    remarks.say("The log does not always say which model answered; those records stand under “" + model + "”.");
                }
                Object time = exchange.row().get(LogField.TIME.column());
                if (Timestamps.lacksZone(time)) {
                    remarks.say(TraceLog.WITHOUT_ZONE);
                }
                sink.row(new Row(row.line(), exchange.row(), row.excerpt()));
            }

            @Override
            public void leaveOut(String kind) {
                remarks.leftOut(kind);
            }

            @Override
            public void unusable(String reason) {
                sink.reject(new Reject(row.line(), reason, row.excerpt().get()));
            }

            @Override
            public void unused(Fields part) {
                remarks.unused(part.unread());
            }
        });
        remarks.unused(fields.unread());
    }
}
