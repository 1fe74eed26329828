package io.plumbline.imports.trace;

import io.plumbline.imports.source.Glimpse;
import java.util.List;
import java.util.Optional;

/** Every tool whose records of model calls are known, in the order in which they are asked whether a file is theirs. */
public final class TraceFormats {

    private final List<TraceFormat> formats = List.of(SpanFormat.openInference(), SpanFormat.genAi(), new LangfuseFormat(),
        new LiteLlmFormat(),
        new LangSmithFormat(), new HeliconeFormat(), new AzureTraceFormat(), new ChatFormat());

    /**
     * The tool that wrote a file; none where most of its first rows are of no tool.
     *
     * @param model what to call the model where the file does not say
     */
    public Optional<TraceLog> recognise(Glimpse glimpse, String model) {
        return formats.stream().filter(format -> isOf(format, glimpse)).findFirst().map(format -> new TraceLog(glimpse, format, model));
    }

    private static boolean isOf(TraceFormat format, Glimpse glimpse) {
        long rows = glimpse.firstRows().size();
        long recognised = glimpse.firstRows().stream().filter(row -> format.recognises(new Fields(row.fields()))).count();
        return rows > 0 && recognised * 2 > rows;
    }
}
