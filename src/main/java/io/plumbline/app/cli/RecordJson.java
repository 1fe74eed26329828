package io.plumbline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.domain.Flag;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import io.plumbline.store.ProductionLog;
import java.util.List;
import java.util.Locale;

/** A record of the production log as JSON, nothing left out. Whether texts are covered up decides who calls. The keys are a contract: more may come, none may go. */
final class RecordJson {

    private RecordJson() {
    }

    static void put(ObjectNode node, MeasuredRecord measured) {
        LogRecord record = measured.record();
        node.put("key", ProductionLog.keyOf(measured)).put("id", record.id()).put("time", record.time().toString())
            .put("model", record.model()).put("user", record.user()).put("session", record.session()).put("turn", record.turn())
            .put("context", record.context()).put("language", measured.language()).put("category", record.category())
            .put("topic", measured.topic()).put("prompt", record.prompt()).put("response", record.response())
            .put("finishReason", record.finishReason()).put("promptTokens", record.promptTokens())
            .put("completionTokens", record.completionTokens()).put("latencyMillis", record.latencyMillis())
            .put("refused", measured.countsAsRefused()).put("read", measured.isRead());
        measured.textsRemoved().ifPresent(day -> node.put("textRemoved", day.toString()));
        record.sourceRefused().ifPresentOrElse(refused -> node.put("sourceRefused", refused), () -> node.putNull("sourceRefused"));
        JsonOutput.put(node, "toxicity", measured.value(LogSignal.TOXICITY));
        node.put("ownVerdict", word(measured.refusal())).put("detectors", measured.seriesDetectors())
            .put("detectorVersion", record.detectorVersion()).put("canary", record.canary())
            .put("samplingProbability", record.inclusionProbability()).put("feedback", word(record.feedback()));
        spans(node.putArray("refusalSpans"), measured.refusalSpan());
        ObjectNode signals = node.putObject("signals");
        for (LogSignal signal : LogSignal.values()) {
            double value = measured.value(signal);
            if (Double.isFinite(value)) {
                signals.put(SeriesMetric.key(signal.name()), value);
            }
        }
        ArrayNode flags = node.putArray("flags");
        measured.flags().forEach(flag -> put(flags.addObject(), flag));
    }

    private static void put(ObjectNode node, Flag flag) {
        node.put("kind", word(flag.kind())).put("detector", flag.detector()).put("version", flag.version());
        JsonOutput.put(node, "score", flag.score());
        node.put("reason", flag.reason()).put("inPrompt", flag.inPrompt());
        spans(node.putArray("evidence"), flag.evidence());
    }

    private static void spans(ArrayNode array, List<TextSpan> spans) {
        spans.forEach(span -> array.addArray().add(span.start()).add(span.end()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
