package io.plumbline.imports.lmeval;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.imports.runs.JsonDocument;
import io.plumbline.imports.runs.PromptKey;
import io.plumbline.imports.runs.RunBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the hashes that lm-evaluation-harness stores beside each sample against the sample: a line that was edited gives itself away. */
final class SampleHashes {

    private int checked;
    private int wrong;

    /** Names the hashes of this line that do not fit it. */
    List<String> wrongOf(JsonNode line, String prompt) {
        List<String> found = new ArrayList<>();
        check("prompt_hash", line, Optional.of(prompt), found);
        check("target_hash", line, PythonText.of(line.path("target")), found);
        check("doc_hash", line, PythonText.json(line.path("doc")), found);
        return found;
    }

    void noteIn(RunBuilder run) {
        if (checked > 0) {
            run.metadata("hashes", (checked - wrong) + " of " + checked + " hashes fit their sample");
        }
        if (wrong > 0) {
            run.metadata("difference.hashes", wrong + " of " + checked
                + " stored hashes do not fit the prompt, target or document beside them: the file was changed, or its tool hashes differently.");
        }
    }

    private void check(String field, JsonNode line, Optional<String> text, List<String> found) {
        String stated = JsonDocument.text(line, field);
        if (stated.isEmpty() || text.isEmpty()) {
            return;
        }
        checked++;
        if (!PromptKey.sha256(text.get()).equalsIgnoreCase(stated)) {
            wrong++;
            found.add(field);
        }
    }
}
