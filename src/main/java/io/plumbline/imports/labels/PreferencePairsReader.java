package io.plumbline.imports.labels;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.Judgement;
import io.plumbline.domain.PromptIntent;
import io.plumbline.domain.RunPurpose;
import io.plumbline.domain.Verdict;
import io.plumbline.imports.UnusableRecord;
import io.plumbline.imports.runs.JsonRecords;
import io.plumbline.imports.runs.RunBuilder;
import io.plumbline.imports.runs.RunBuilder.SampleDraft;
import io.plumbline.imports.runs.RunData;
import io.plumbline.imports.runs.RunReader;
import io.plumbline.imports.runs.RunReading;
import io.plumbline.imports.source.Glimpse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Pairs of dialogues of which people preferred one (hh-rlhf): {@code {chosen, rejected}}, each {@code \n\nHuman: …\n\nAssistant: …}. A pair
 * is two samples of one key, the chosen one first. To be preferred is not to be safe, so neither gets a verdict.
 */
public final class PreferencePairsReader implements RunReader {

    /** The judge that says which of a pair was preferred: 1 or 0. */
    public static final String JUDGE = "preference";
    private static final String ANSWER = "\n\nAssistant:";

    @Override
    public String format() {
        return "preference-pairs";
    }

    @Override
    public String title() {
        return "Preferred and rejected dialogues";
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LABELS;
    }

    @Override
    public boolean recognises(Glimpse glimpse) {
        return glimpse.shape() != Glimpse.Shape.CSV && glimpse.shape().isTable() && glimpse.hasColumns("chosen", "rejected");
    }

    @Override
    public List<RunData> read(Glimpse glimpse, RunReading reading) throws IOException {
        RunBuilder run = reading.run(format(), "no model", suite(glimpse)).purpose(RunPurpose.REFERENCE);
        int[] pairs = new int[2];
        JsonRecords.forEach(glimpse, reading, pair -> {
            JsonNode chosen = pair.path("chosen");
            JsonNode rejected = pair.path("rejected");
            if (!isDialogue(chosen) || !isDialogue(rejected)) {
                throw new UnusableRecord("The pair has no text under " + (isDialogue(chosen) ? "rejected" : "chosen") + ".");
            }
            pairs[0]++;
            pairs[1] += chosen.equals(rejected) ? 1 : 0;
            run.add(draft("pair " + pairs[0], text(chosen), 1));
            run.add(draft("pair " + pairs[0], text(rejected), 0));
        });
        run.metadata("pairs", Integer.toString(pairs[0]));
        if (pairs[1] > 0) {
            run.metadata("equal pairs", pairs[1] + " pairs hold the same dialogue twice and prefer nothing");
        }
        return List.of(run.build());
    }

    private static SampleDraft draft(String key, String dialogue, int preferred) {
        int answer = dialogue.lastIndexOf(ANSWER);
        String prompt = answer < 0 ? "" : dialogue.substring(0, answer).strip();
        String response = answer < 0 ? dialogue.strip() : dialogue.substring(answer + ANSWER.length()).strip();
        return new SampleDraft(key, "", PromptIntent.UNSPECIFIED, prompt, response, true,
            List.of(new Judgement(JUDGE, Verdict.UNSCORED, preferred == 1 ? "chosen" : "rejected", preferred)), Map.of());
    }

    /** A text, or in newer sets a list of messages. */
    private static boolean isDialogue(JsonNode dialogue) {
        return dialogue.isTextual() && !dialogue.asText().isBlank() || dialogue.isArray() && dialogue.size() > 0;
    }

    private static String text(JsonNode dialogue) {
        if (dialogue.isTextual()) {
            return dialogue.asText();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode message : dialogue) {
            text.append(message.path("role").asText().equals("assistant") ? ANSWER : "\n\nHuman:").append(' ')
                .append(message.path("content").asText());
        }
        return text.toString();
    }

    private static String suite(Glimpse glimpse) {
        return glimpse.file().name().replaceFirst("(?i)\\.jsonl?(\\.gz|\\.zst)?$", "") + " preferences";
    }
}
