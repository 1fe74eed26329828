package io.plumbline.imports.promptfoo;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.runs.JsonRecords;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;

/** promptfoo results as JSON lines: the same rows, in the order in which they came back, with nothing around them. */
public final class PromptfooLinesReader implements RunReader {

    @Override
    public String format() {
        return "promptfoo-jsonl";
    }

    @Override
    public String title() {
        return "promptfoo results (.jsonl)";
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape().isTable() && glimpse.hasColumns("promptIdx", "testIdx", "success");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        PromptfooRuns runs = new PromptfooRuns(format(), reading);
        JsonRecords.forEach(glimpse, reading, line -> {
            PromptfooRow row = new PromptfooRow(line);
            if (!row.isUsable()) {
                throw new UnusableRecord("The result has neither a test number nor variables.");
            }
            runs.add(row);
        });
        return runs.build(MissingNode.getInstance());
    }
}
