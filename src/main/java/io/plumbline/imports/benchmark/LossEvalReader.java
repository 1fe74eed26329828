package io.plumbline.imports.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.TaskResult;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Language-model losses of the {@code refusal_direction} pipeline: {@code {corpus: {ce_loss, perplexity, n_tokens}}}. A model that lost its
 * refusals at unchanged loss can do what it could before. Model and condition stand only in the path,
 * {@code runs/<model>/loss_evals/<intervention>_loss_eval.json}.
 */
public final class LossEvalReader implements RunReader {

    @Override
    public String format() {
        return "loss-eval";
    }

    @Override
    public String title() {
        return "Language-model losses";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() != Glimpse.Shape.CSV && (glimpse.hasKeys("pile") || glimpse.hasKeys("alpaca")) && !glimpse.hasKeys("results");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        String stem = glimpse.file().name().replaceFirst("(?i)\\.json(\\.gz|\\.zst)?$", "");
        RunBuilder run = reading.run(format(), model(glimpse.file().path()), "language-model loss").purpose(RunPurpose.CAPABILITY)
            .variant(stem.replaceFirst("_?loss_eval$", ""));
        int found = 0;
        for (var corpora = root.fields(); corpora.hasNext();) {
            var corpus = corpora.next();
            JsonNode loss = corpus.getValue().path("ce_loss");
            if (loss.isNumber() && Double.isFinite(loss.asDouble())) {
                run.result(new TaskResult(corpus.getKey(), "ce_loss", "", loss.asDouble(), Double.NaN,
                    corpus.getValue().path("n_tokens").asInt(-1), TaskResult.Better.LOWER, TaskResult.Origin.STATED));
                found++;
            }
        }
        if (found == 0) {
            throw new InputException(glimpse.file().name() + " holds no ce_loss of any corpus: there is nothing to import.");
        }
        return List.of(run.build());
    }

    private static String model(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        boolean inPlace = folder != null && folder.endsWith("loss_evals") && folder.getParent() != null
            && folder.getParent().getFileName() != null;
        return inPlace ? folder.getParent().getFileName().toString() : "unnamed model";
    }
}
