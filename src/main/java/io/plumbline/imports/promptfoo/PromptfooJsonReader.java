package io.plumbline.imports.promptfoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.InputException;
import io.plumbline.domain.Reject;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Excerpt;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;

/** promptfoo results as one JSON document. */
public final class PromptfooJsonReader implements RunReader {

    @Override
    public String format() {
        return "promptfoo-json";
    }

    @Override
    public String title() {
        return "promptfoo results (.json)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.hasKeys("results") && (glimpse.hasKeys("evalId") || glimpse.hasKeys("shareableUrl")
            || glimpse.hasKeys("version", "config", "createdAt") || glimpse.hasKeys("version", "stats"));
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        JsonNode root = JsonDocument.read(glimpse.file(), reading.progress());
        PromptfooRuns runs = new PromptfooRuns(format(), reading);
        JsonNode results = root.path("results");
        int number = 0;
        for (JsonNode row : results.isArray() ? results : results.path("results")) {
            number++;
            PromptfooRow read = new PromptfooRow(row);
            if (read.isUsable()) {
                runs.add(read);
                reading.progress().records(1);
            } else {
                reading.reject(new Reject(number, "The result has neither a test number nor variables.", Excerpt.of(row.toString())));
            }
        }
        if (runs.isEmpty()) {
            throw new InputException(glimpse.file().name() + " is a promptfoo file without results: there is nothing to import. Run the "
                + "evaluation to its end and export it again.");
        }
        return runs.build(root);
    }
}
