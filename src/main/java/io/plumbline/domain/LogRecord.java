package io.plumbline.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One exchange of the deployed model, as a production log recorded it. Text fields are empty where the log has none.
 *
 * @param id                   record id, unique within source and model
 * @param time                 when it happened, UTC
 * @param model                deployed model
 * @param user                 keyed hash of the user id; the raw id is never stored
 * @param session              session id
 * @param turn                 1-based turn in the session, 0 if unknown
 * @param context              hash or name of system prompt and tools
 * @param language             ISO 639-1 code
 * @param category             harm category, or {@link #BENIGN}
 * @param topic                topic of the request
 * @param prompt               prompt text, possibly hostile
 * @param response             response text, possibly hostile
 * @param finishReason         as the source gives it
 * @param promptTokens         tokens, −1 if unknown
 * @param completionTokens     tokens, −1 if unknown
 * @param latencyMillis        milliseconds, −1 if unknown
 * @param sourceRefused        the log's own refusal label, where it has one
 * @param toxicity             the log's own score in [0, 1], NaN where it has none
 * @param detectorVersion      version of the detector behind the log's own labels
 * @param canary               canary type, empty for user traffic; canaries never enter a production number
 * @param inclusionProbability probability with which this record got into the export, in (0, 1]
 * @param feedback             the user's feedback
 */
public record LogRecord(String id, Instant time, String model, String user, String session, int turn, String context, String language,
                        String category, String topic, String prompt, String response, String finishReason, int promptTokens,
                        int completionTokens, int latencyMillis, Optional<Boolean> sourceRefused, double toxicity,
                        String detectorVersion, String canary, double inclusionProbability, Feedback feedback) {

    /** Category of requests that ask for no harm. */
    public static final String BENIGN = "benign";

    public boolean isCanary() {
        return !canary.isEmpty();
    }
}
