package io.plumbline.signals.sensitive;

import io.plumbline.domain.Flag;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import java.util.List;

/** A record as it may leave the program: both texts covered up by {@link MaskedText}, and every span moved with them. */
public final class MaskedRecord {

    private MaskedRecord() {
    }

    public static MeasuredRecord of(MeasuredRecord measured) {
        LogRecord log = measured.record();
        String prompt = MaskedText.of(log.prompt());
        MaskedText response = MaskedText.of(log.response(), measured.refusalSpan());
        if (prompt.equals(log.prompt()) && response.covered() == 0) {
            return measured;
        }
        LogRecord covered = new LogRecord(log.id(), log.time(), log.model(), log.user(), log.session(), log.turn(), log.context(), log.language(),
            log.category(), log.topic(), prompt, response.text(), log.finishReason(), log.promptTokens(), log.completionTokens(),
            log.latencyMillis(), log.sourceRefused(), log.toxicity(), log.detectorVersion(), log.canary(), log.inclusionProbability(), log.feedback());
        List<Flag> flags = measured.flags().stream().map(flag -> new Flag(flag.kind(), flag.detector(), flag.version(), flag.score(), flag.reason(),
            flag.inPrompt(), MaskedText.of(flag.inPrompt() ? log.prompt() : log.response(), flag.evidence()).evidence())).toList();
        return new MeasuredRecord(covered, measured.refusal(), response.evidence(), measured.detectorVersions(), measured.language(), measured.topic(),
            measured.signals(), flags);
    }
}
