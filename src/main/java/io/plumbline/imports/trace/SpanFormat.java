package io.plumbline.imports.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * OpenTelemetry traces. Every span is read by the convention that it follows; the one that this format is named after decides whether a
 * file is recognised.
 */
final class SpanFormat implements TraceFormat {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";
    private static final String[] SPANS = {"resourceSpans", "resource_spans"};
    private static final String[] LOGS = {"resourceLogs", "resource_logs"};

    private final SpanConvention named;
    private final Claim claim;
    private final OpenInferenceConvention openInference = new OpenInferenceConvention();
    private final GenAiConvention genAi = new GenAiConvention();

    private SpanFormat(SpanConvention named, Claim claim) {
        this.named = named;
        this.claim = claim;
    }

    /** Which files are recognised. */
    private enum Claim {
        ITS_OWN, ANY_TRACE
    }

    static SpanFormat openInference() {
        return new SpanFormat(new OpenInferenceConvention(), Claim.ITS_OWN);
    }

    /** The conventions of OpenTelemetry itself; what is OTLP and follows no convention is taken for this, so that it can be said. */
    static SpanFormat genAi() {
        return new SpanFormat(new GenAiConvention(), Claim.ANY_TRACE);
    }

    @Override
    public String format() {
        return named.format();
    }

    @Override
    public String title() {
        return named.title();
    }

    @Override
    public boolean recognises(Fields row) {
        if (claim == Claim.ANY_TRACE && (row.hasAny(SPANS) || row.hasAny(LOGS))) {
            return true;
        }
        AtomicBoolean spoken = new AtomicBoolean();
        spans(row, span -> spoken.compareAndSet(false, named.speaks(span)));
        return spoken.get();
    }

    @Override
    public boolean joinsRows() {
        return true;
    }

    @Override
    public List<String> wordsOfNotes() {
        return List.of("resourceLogs", "resource_logs", "logRecords", "log_records");
    }

    @Override
    public void gather(Fields row, SideNotes notes) {
        spans(row, span -> {
            if (convention(span).otherThanCall(span).isEmpty()) {
                notes.call(span.id());
            }
        });
        logs(row, log -> {
            Fields event = log.events().get(0).attributes();
            if (log.name().startsWith("gen_ai.evaluation")) {
                String response = log.attributes().text("gen_ai.response.id");
                notes.score(response.isEmpty() ? log.id() : response, GenAiConvention.evaluation(event));
            } else if (log.name().startsWith("gen_ai.")) {
                notes.part(log.id(), event);
            }
        });
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        spans(row, span -> read(span, convention(span), notes, sink));
        logs(row, log -> {
            if (log.name().equals(DETAILS)) {
                if (!notes.hasCall(log.id())) {
                    read(log, genAi, notes, sink);
                }
            } else if (!log.name().startsWith("gen_ai.")) {
                sink.leaveOut("log records of other kinds");
            } else if (!log.name().startsWith("gen_ai.evaluation") && !notes.hasCall(log.id())) {
                sink.leaveOut("messages whose span is not in the file");
            }
        });
    }

    private static void read(Span span, SpanConvention convention, SideNotes notes, ExchangeSink sink) {
        String other = convention.otherThanCall(span);
        if (!other.isEmpty()) {
            sink.leaveOut(other);
            return;
        }
        List<Fields> late = span.id().isEmpty() ? List.of() : notes.partsOf(span.id());
        Exchange call = convention.read(span, late);
        Leftovers.use(span.attributes(), call);
        sink.unused(span.attributes());
        sink.exchange(call);
    }

    private SpanConvention convention(Span span) {
        return openInference.speaks(span) ? openInference : genAi;
    }

    private static void spans(Fields row, Consumer<Span> each) {
        JsonNode resourceSpans = row.tree(SPANS);
        if (!resourceSpans.isMissingNode()) {
            Otlp.spans(resourceSpans, each);
        } else if (SpanRows.isSpan(row)) {
            each.accept(SpanRows.span(row));
        }
    }

    private static void logs(Fields row, Consumer<Span> each) {
        Otlp.logRecords(row.tree(LOGS), each);
    }
}
