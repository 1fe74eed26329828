package io.plumbline.signals.sensitive;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.TextSpan;
import java.util.List;

/** A record as it may leave the program: both texts covered up by {@link MaskedText}, and every span moved with them. */
public final class MaskedRecord {

    private MaskedRecord() {
    }

    /** Where a model found names of persons in the prompt. */
    public static List<TextSpan> namesInPrompt(MeasuredRecord measured) {
        return measured.flags().stream().filter(flag -> flag.inPrompt() && isOfNames(flag)).flatMap(flag -> flag.evidence().stream()).toList();
    }

    /** Where a model found names of persons in the response. */
    public static List<TextSpan> namesInResponse(MeasuredRecord measured) {
        return measured.flags().stream().filter(flag -> !flag.inPrompt() && isOfNames(flag)).flatMap(flag -> flag.evidence().stream()).toList();
    }

    private static boolean isOfNames(Flag flag) {
        return flag.kind() == FlagKind.PERSONAL_DATA && flag.detector().equals(NameModel.DETECTOR);
    }

    public static MeasuredRecord of(MeasuredRecord measured) {
        LogRecord log = measured.record();
        List<TextSpan> inPrompt = namesInPrompt(measured);
        List<TextSpan> inResponse = namesInResponse(measured);
        String prompt = MaskedText.of(log.prompt(), List.of(), inPrompt).text();
        MaskedText response = MaskedText.of(log.response(), measured.refusalSpan(), inResponse);
        if (prompt.equals(log.prompt()) && response.covered() == 0) {
            return measured;
        }
        LogRecord covered = new LogRecord(log.id(), log.time(), log.model(), log.user(), log.session(), log.turn(), log.context(), log.language(),
            log.category(), log.topic(), prompt, response.text(), log.finishReason(), log.promptTokens(), log.completionTokens(),
            log.latencyMillis(), log.sourceRefused(), log.toxicity(), log.detectorVersion(), log.canary(), log.inclusionProbability(), log.feedback());
        List<Flag> flags = measured.flags().stream().map(flag -> new Flag(flag.kind(), flag.detector(), flag.version(), flag.score(), flag.reason(),
            flag.inPrompt(), (flag.inPrompt() ? MaskedText.of(log.prompt(), flag.evidence(), inPrompt)
                : MaskedText.of(log.response(), flag.evidence(), inResponse)).evidence())).toList();
        return new MeasuredRecord(covered, measured.refusal(), response.evidence(), measured.detectorVersions(), measured.language(), measured.topic(),
            measured.signals(), flags, measured.textsRemoved());
    }
}
