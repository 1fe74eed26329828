package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What counts as usual. An accepted baseline keeps its own numbers, so it stays what was accepted even if the log it came from is taken
 * back; the first one accepted is the anchor and never replaced (C4).
 *
 * @param state      proposed, or accepted and in force
 * @param from       first day, UTC
 * @param to         last day, UTC
 * @param days       days with records
 * @param detector   detector version behind the labels
 * @param context    deployment context
 * @param categories refusals per harm category
 * @param benign     refusals of benign prompts
 * @param toxicityP95 95th percentile of toxicity, NaN without scores
 * @param toxicityInterval its interval
 * @param toxicityP999 99.9th percentile, NaN without scores
 * @param responseTokens median length of benign answers, NaN without lengths
 * @param acceptedBy who accepted it, empty for a proposal
 * @param acceptedAt when
 * @param note       why these days, or the reason given
 */
public record Baseline(State state, LocalDate from, LocalDate to, int days, String detector, String context,
                       Map<String, Tally> categories, Tally benign, double toxicityP95, Optional<Interval> toxicityInterval,
                       double toxicityP999, double responseTokens, String acceptedBy, Optional<Instant> acceptedAt, String note) {

    /** How a baseline stands. */
    public enum State {
        PROPOSED("proposed"), ACCEPTED("accepted"), ANCHOR("anchor");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Baseline {
        categories = Map.copyOf(categories);
    }

    /** All harm categories together. */
    public Tally overall() {
        return categories.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    public Tally category(String name) {
        return MetricSeries.ALL.equals(name) ? overall() : categories.getOrDefault(name, Tally.NONE);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    Baseline as(State standing, String who, Optional<Instant> when, String why) {
        return new Baseline(standing, from, to, days, detector, context, categories, benign, toxicityP95, toxicityInterval, toxicityP999,
            responseTokens, who, when, why);
    }
}
