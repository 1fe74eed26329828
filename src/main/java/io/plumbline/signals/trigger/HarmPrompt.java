package io.plumbline.signals.trigger;

import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A harm-category prompt of user traffic, as the searches for triggers and for inconsistent answers see it.
 *
 * @param key      stable key of its record
 * @param day      UTC
 * @param category harm category
 * @param user     pseudonym of the account, empty where unknown
 * @param text     the prompt, hostile
 * @param refused  whether the answer counts as a refusal
 * @param weight   inverse inclusion probability
 */
public record HarmPrompt(String key, LocalDate day, String category, String user, String text, boolean refused, double weight) {

    /** @param key stable key of the record in its workspace */
    public static HarmPrompt of(MeasuredRecord measured, String key) {
        LogRecord record = measured.record();
        return new HarmPrompt(key, record.time().atZone(ZoneOffset.UTC).toLocalDate(), record.category(), record.user(), record.prompt(),
            measured.countsAsRefused(), 1 / record.inclusionProbability());
    }

    /** Prompts that are compared with each other: those of one category in one week. */
    record Stratum(String category, long week) {
    }

    Stratum stratum() {
        return new Stratum(category, Math.floorDiv(day.toEpochDay(), 7));
    }

    /** Hash of letters and digits alone, in lower case: the request without its punctuation, spaces and case. */
    long requestHash() {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                hash = (hash ^ Character.toLowerCase(c)) * 0x100000001b3L;
            }
        }
        return Atoms.mix(hash);
    }
}
