package io.plumbline.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One prompt of an evaluation run with the model's answer.
 *
 * @param runId      the run it belongs to
 * @param index      0-based place in the run
 * @param key        what pairs it with the same prompt in another run (behaviour, sample id or a hash of the prompt)
 * @param epoch      1-based repeat of the same prompt; repeats are never counted as further prompts
 * @param category   harm category, or empty
 * @param intent     whether the prompt asks for harm
 * @param prompt     prompt text, possibly hostile
 * @param response   response text, possibly hostile; empty where {@code responded} is false
 * @param responded  false where the file holds no response (null): such a sample is unscored, never safe
 * @param judgements at most one per judge
 * @param metadata   further fields of the source, as text
 */
public record Sample(String runId, int index, String key, int epoch, String category, PromptIntent intent, String prompt,
                     String response, boolean responded, List<Judgement> judgements, Map<String, String> metadata) {

    public Sample {
        judgements = List.copyOf(judgements);
        metadata = Map.copyOf(metadata);
    }

    public Optional<Judgement> judgementOf(String judge) {
        for (Judgement judgement : judgements) {
            if (judgement.judge().equals(judge)) {
                return Optional.of(judgement);
            }
        }
        return Optional.empty();
    }
}
