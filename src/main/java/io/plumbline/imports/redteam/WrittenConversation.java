package io.plumbline.imports.redteam;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One conversation an object, as people and small scripts write it down. */
final class WrittenConversation {

    private static final Set<String> FAILED = Set.of("failed", "fail", "jailbroken", "unsafe", "harmful", "success", "true", "1", "hit");
    private static final Set<String> HELD = Set.of("held", "hold", "refused", "safe", "pass", "passed", "false", "0");

    private WrittenConversation() {
    }

    static Optional<Attempt> read(JsonNode object) {
        List<Turn> turns = turns(object);
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        AttemptOutcome outcome = outcome(object);
        int said = object.path("failed_at_turn").asInt(turns.size());
        int failedAt = outcome == AttemptOutcome.FAILED ? Math.max(1, Math.min(turns.size(), said)) : 0;
        return Optional.of(new Attempt(turns, outcome, failedAt, object.path("trigger").asText(""), object.path("note").asText("")));
    }

    private static List<Turn> turns(JsonNode object) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : object.path("turns")) {
            if (turn.has("prompt")) {
                turns.add(new Turn(turn.path("prompt").asText(""), turn.path("response").asText("")));
            }
        }
        String open = "";
        for (JsonNode message : object.path("messages")) {
            String words = message.path("content").asText("");
            if (message.path("role").asText().equals("user")) {
                open = words;
            } else if (message.path("role").asText().equals("assistant")) {
                turns.add(new Turn(open, words));
                open = "";
            }
        }
        if (!open.isEmpty()) {
            turns.add(new Turn(open, ""));
        }
        if (turns.isEmpty() && object.path("prompt").isTextual()) {
            turns.add(new Turn(object.path("prompt").asText(), object.path("response").asText("")));
        }
        return turns;
    }

    private static AttemptOutcome outcome(JsonNode object) {
        for (String field : List.of("outcome", "result", "jailbroken", "success", "failed")) {
            String word = object.path(field).asText("").toLowerCase(Locale.ROOT).strip();
            if (FAILED.contains(word)) {
                return AttemptOutcome.FAILED;
            }
            if (HELD.contains(word)) {
                return AttemptOutcome.HELD;
            }
        }
        return AttemptOutcome.UNCLEAR;
    }
}
