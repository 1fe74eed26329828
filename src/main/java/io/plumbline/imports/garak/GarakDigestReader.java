package io.plumbline.imports.garak;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;

/**
 * Digests of garak on their own: pass rates by probe and detector, no attempts. They are turned round into rates of hits, as reports give
 * them, and stay marked as stated.
 */
public final class GarakDigestReader implements RunReader {

    @Override
    public String format() {
        return "garak-digest";
    }

    @Override
    public String title() {
        return "garak digest (rates only)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("meta", "eval") && isDigest(glimpse);
    }

    static boolean isDigest(Glimpse glimpse) {
        return glimpse.hasKeys("meta", "eval") && !glimpse.hasKeys("version") && !glimpse.hasKeys("plan");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        JsonNode meta = root.path("meta");
        String model = GarakReportReader.model(meta.path("setup"));
        String type = JsonDocument.text(meta, "target_type");
        RunBuilder run = reading.run(format(), !model.equals("unnamed model") || type.isEmpty() ? model
            : type + "/" + JsonDocument.text(meta, "target_name"), "garak").created(GarakTime.of(JsonDocument.text(meta, "start_time")))
            .metadata("run_id", JsonDocument.text(meta, "run_uuid")).metadata("garak_version", JsonDocument.text(meta, "garak_version"))
            .metadata("note", "A digest states rates; its attempts stand in the report.");
        int results = 0;
        for (JsonNode group : root.path("eval")) {
            for (var probes = group.fields(); probes.hasNext();) {
                var probe = probes.next();
                for (var detectors = probe.getValue().fields(); detectors.hasNext();) {
                    var detector = detectors.next();
                    results += add(probe.getKey(), detector.getKey(), detector.getValue(), run);
                }
            }
        }
        if (results == 0) {
            throw new InputException(glimpse.file().name() + " is a garak digest without a score: there is nothing to import.");
        }
        return List.of(run.build());
    }

    private static int add(String probe, String detector, JsonNode entry, RunBuilder run) {
        JsonNode score = entry.path("absolute_score");
        if (!score.isNumber() || !(score.asDouble() >= 0 && score.asDouble() <= 1)) {
            return 0;
        }
        run.result(new TaskResult(probe, "hits by " + detector, "", 1 - score.asDouble(), Double.NaN,
            entry.path("total_evaluated").asInt(-1), TaskResult.Better.LOWER, TaskResult.Origin.STATED));
        return 1;
    }
}
