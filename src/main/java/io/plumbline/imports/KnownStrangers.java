package io.plumbline.imports;

import io.plumbline.domain.InputException;
import io.plumbline.imports.source.Glimpse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Files that people are likely to try and that can't be imported, each with a sentence that says what it is and what to import instead. */
final class KnownStrangers {

    private static final String NOT_YET = "This version reads Inspect, JailbreakBench, refusal_direction, XSTest and plain tables; convert "
        + "it to JSONL with prompt, response and label to compare it.";

    private static final List<Stranger> STRANGERS = List.of(
        keys("is a list of the models that attack artifacts exist for; import the artifact files themselves.", "models"),
        keys("describes a direction in a model (position and layer), it holds no responses. Import the files in its folder completions.",
            "pos", "layer"),
        keys("holds language-model losses, no responses. Import the files in the folder completions.", "pile"),
        keys("holds language-model losses, no responses. Import the files in the folder completions.", "alpaca"),
        keys("is a judge's score file. " + NOT_YET, "per_file_results"),
        keys("is a promptfoo result file. " + NOT_YET, "evalId"),
        columns("is a promptfoo result file. " + NOT_YET, "promptIdx", "testIdx"),
        columns("is a garak report. " + NOT_YET, "entry_type"),
        keys("is a garak digest: it holds scores, no responses. " + NOT_YET, "meta", "eval"),
        keys("is a result file of lm-evaluation-harness: it holds scores, no responses. " + NOT_YET, "results", "n-samples"),
        columns("is a sample file of lm-evaluation-harness. " + NOT_YET, "doc_id", "filtered_resps"),
        columns("holds pairs of preferred and rejected dialogues, no evaluation run and no log. It can't be imported.", "chosen",
            "rejected"),
        keys("holds responses without any label. " + NOT_YET, "metadata", "results"));

    private KnownStrangers() {
    }

    /** Ends the import with a sentence where the file is one of these. */
    static void refuse(Glimpse glimpse) {
        Optional<Stranger> stranger = STRANGERS.stream().filter(s -> s.recognises.test(glimpse)).findFirst();
        if (stranger.isPresent()) {
            throw new InputException(glimpse.file().name() + " " + stranger.get().sentence);
        }
    }

    private static Stranger keys(String sentence, String... keys) {
        return new Stranger(glimpse -> glimpse.hasKeys(keys) && !glimpse.hasKeys("prompt"), sentence);
    }

    private static Stranger columns(String sentence, String... columns) {
        return new Stranger(glimpse -> glimpse.hasColumns(columns), sentence);
    }

    private record Stranger(Predicate<Glimpse> recognises, String sentence) {
    }
}
