package io.plumbline.monitoring;

import io.plumbline.stats.proportion.WeightedRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the log was sampled, what that makes of its refusal rates, and whether anything is missing (R27–R30).
 *
 * @param kind       how records got into the log
 * @param records    records of user traffic
 * @param population estimated records before sampling
 * @param estimates  over all traffic, over harm-category prompts, and per harm category
 * @param days       share of the traffic that is in the log, per day
 * @param gaps       holes in time
 * @param sequence   what the record ids say; empty where they are not numbered
 */
public record SamplingReport(Kind kind, long records, double population, List<Estimate> estimates, List<Day> days, List<LogGap> gaps,
                             Optional<IdSequence.Holes> sequence) {

    /** How records got into the log. */
    public enum Kind {
        FULL("full", "every record is there"),
        RANDOM("random", "every record had the same chance"),
        RISK_BASED("risk-based", "records had different chances"),
        ADAPTIVE("adaptive", "the chance changed over time");

        private final String word;
        private final String meaning;

        Kind(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        public String word() {
            return word;
        }

        public String meaning() {
            return meaning;
        }
    }

    /**
     * A refusal rate.
     *
     * @param name    "all traffic", "harm-category prompts", or a category
     * @param n       records
     * @param refused refused among them
     * @param rate    weighted by the design
     */
    public record Estimate(String name, long n, long refused, WeightedRate rate) {

        /** What the records say without their weights: wrong wherever chances differ. */
        public double naive() {
            return (double) refused / n;
        }
    }

    /**
     * One day.
     *
     * @param records    in the log
     * @param population estimated before sampling
     */
    public record Day(LocalDate date, long records, double population) {

        public double share() {
            return records / population;
        }
    }

    public SamplingReport {
        estimates = List.copyOf(estimates);
        days = List.copyOf(days);
        gaps = List.copyOf(gaps);
    }

    /** Whether a log that says it is full has no hole that can be seen. */
    public boolean isComplete() {
        return kind == Kind.FULL && gaps.isEmpty() && sequence.map(holes -> holes.missing() == 0).orElse(true);
    }
}
