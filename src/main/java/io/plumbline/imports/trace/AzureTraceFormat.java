package io.plumbline.imports.trace;

/** The traces of language model inference that Azure published: times and tokens of requests, no text and no name of a model. */
final class AzureTraceFormat implements TraceFormat {

    @Override
    public String format() {
        return "azure-llm-trace";
    }

    @Override
    public String title() {
        return "Azure LLM inference trace";
    }

    @Override
    public boolean recognises(Fields row) {
        return row.has("TIMESTAMP", "ContextTokens", "GeneratedTokens");
    }

    @Override
    public void read(Fields row, SideNotes notes, ExchangeSink sink) {
        sink.exchange(new Exchange().set(LogField.TIME, row.value("TIMESTAMP")).set(LogField.MODEL, row.text("Model", "model"))
            .set(LogField.PROMPT_TOKENS, row.number("ContextTokens")).set(LogField.COMPLETION_TOKENS, row.number("GeneratedTokens")));
    }
}
