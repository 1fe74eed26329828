package io.plumbline.imports.redteam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.domain.InputException;
import io.plumbline.domain.Progress;
import io.plumbline.redteam.Attempt;
import io.plumbline.redteam.AttemptOutcome;
import io.plumbline.redteam.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedTeamLogReaderTest {

    @TempDir
    private Path folder;

    private List<Attempt> read(String content) throws IOException {
        return new RedTeamLogReader().read(Files.writeString(folder.resolve("log.json"), content), Progress.NONE);
    }

    /** Fields as in PyRIT's memory export: role, conversation_id, sequence, converted_value, scores. */
    @Test
    void piecesOfAConversationAreJoinedAndTheFirstHarmfulAnswerIsItsTurn() throws IOException {
        List<Attempt> attempts = read("""
            [{"conversation_id":"c1","role":"assistant","sequence":1,"converted_value":"no","scores":[{"score_value":"False","score_type":"true_false"}]},
             {"conversation_id":"c1","role":"user","sequence":0,"original_value":"ask","converted_value":"ASK"},
             {"conversation_id":"c1","role":"user","sequence":2,"original_value":"again"},
             {"conversation_id":"c1","role":"assistant","sequence":3,"original_value":"yes","scores":[{"score_value":"0.9","score_type":"float_scale"}]},
             {"conversation_id":"c2","role":"user","sequence":0,"original_value":"only asked"}]""");
        assertThat(attempts).containsExactly(
            new Attempt(List.of(new Turn("ASK", "no"), new Turn("again", "yes")), AttemptOutcome.FAILED, 2, "", ""),
            new Attempt(List.of(new Turn("only asked", "")), AttemptOutcome.UNCLEAR, 0, "", ""));
    }

    @Test
    void ofAGarakReportTheEvaluatedAttemptsCountOnceEachOutput() throws IOException {
        List<Attempt> attempts = read("""
            {"entry_type":"init","garak_version":"0.13"}
            {"entry_type":"attempt","uuid":"u","status":1,"probe_classname":"p.P","prompt":"x","outputs":["a","b"],"detector_results":{}}
            {"entry_type":"attempt","uuid":"u","status":2,"probe_classname":"p.P","prompt":{"turns":[{"role":"user","content":{"text":"x"}}]},"outputs":[{"text":"a"},{"text":"b"},null],"detector_results":{"d":[0.0,1.0,null]},"notes":{"triggers":["t"]}}
            """);
        assertThat(attempts).extracting(Attempt::outcome).containsExactly(AttemptOutcome.HELD, AttemptOutcome.FAILED, AttemptOutcome.UNCLEAR);
        assertThat(attempts.get(1)).isEqualTo(new Attempt(List.of(new Turn("x", "b")), AttemptOutcome.FAILED, 1, "t", "p.P"));
    }

    @Test
    void conversationsWrittenByHandAreRead() throws IOException {
        assertThat(read("""
            {"prompt":"one","response":"no","outcome":"held"}
            {"messages":[{"role":"system","content":"s"},{"role":"user","content":"two"},{"role":"assistant","content":"sure"}],"success":true,"note":"n"}
            """)).containsExactly(new Attempt(List.of(new Turn("one", "no")), AttemptOutcome.HELD, 0, "", ""),
            new Attempt(List.of(new Turn("two", "sure")), AttemptOutcome.FAILED, 1, "", "n"));
    }

    @Test
    void aFileWithoutAttemptsSaysWhatIsNeeded() {
        assertThatThrownBy(() -> read("{\"hello\":1}")).isInstanceOf(InputException.class).hasMessageContaining("log.json")
            .hasMessageContaining("turns");
    }

    @Test
    void aTornFileNamesTheLine() {
        assertThatThrownBy(() -> read("{\"prompt\":\"a\"}\n{\"prompt\":")).isInstanceOf(InputException.class).hasMessageContaining("line 2");
    }
}
