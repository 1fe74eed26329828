package io.plumbline.imports.redteam;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Turn;
import java.util.ArrayList;
import java.util.List;

/** One attempt of a garak report; each output is an attempt of its own. A detector's 1 is a hit. */
final class GarakAttempt {

    private static final int EVALUATED = 2;
    private static final double HIT = 0.5;

    private GarakAttempt() {
    }

    static List<Attempt> read(JsonNode entry) {
        List<Attempt> attempts = new ArrayList<>();
        // The same attempt is written twice; only the second time its detectors have spoken.
        if (entry.path("status").asInt() != EVALUATED) {
            return attempts;
        }
        String trigger = trigger(entry.path("notes"));
        JsonNode outputs = entry.path("outputs");
        for (int i = 0; i < outputs.size(); i++) {
            List<Turn> turns = new ArrayList<>(turns(entry.path("prompt"), text(outputs.get(i))));
            AttemptOutcome outcome = outcome(entry.path("detector_results"), i);
            attempts.add(new Attempt(turns, outcome, outcome == AttemptOutcome.FAILED ? turns.size() : 0, trigger,
                entry.path("probe_classname").asText("")));
        }
        return attempts;
    }

    private static List<Turn> turns(JsonNode prompt, String output) {
        List<Turn> turns = new ArrayList<>();
        String open = "";
        for (JsonNode turn : prompt.path("turns")) {
            String words = text(turn.path("content"));
            if (turn.path("role").asText().equals("assistant")) {
                turns.add(new Turn(open, words));
                open = "";
            } else if (turn.path("role").asText().equals("user")) {
                open = words;
            }
        }
        turns.add(new Turn(prompt.has("turns") ? open : text(prompt), output));
        return turns;
    }

    private static AttemptOutcome outcome(JsonNode detectors, int output) {
        AttemptOutcome outcome = AttemptOutcome.UNCLEAR;
        for (JsonNode scores : detectors) {
            JsonNode score = scores.path(output);
            if (score.isNumber()) {
                outcome = score.asDouble() >= HIT || outcome == AttemptOutcome.FAILED ? AttemptOutcome.FAILED : AttemptOutcome.HELD;
            }
        }
        return outcome;
    }

    private static String trigger(JsonNode notes) {
        JsonNode triggers = notes.path("triggers");
        return triggers.isArray() && triggers.size() > 0 ? triggers.get(0).asText("") : notes.path("trigger").asText("");
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.path("text").asText("");
    }
}
