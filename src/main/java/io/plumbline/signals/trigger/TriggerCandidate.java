package io.plumbline.signals.trigger;

import io.plumbline.stats.Interval;
import java.time.LocalDate;

/**
 * A text in prompts that the model complies with although it refuses their like: what an activated backdoor looks like from outside (R45,
 * R60). One user's repeats of one request count once.
 *
 * @param text       the text as it stands in the prompts; hostile
 * @param firstSeen  day of its first prompt
 * @param lastSeen   day of its last prompt
 * @param records    harm-category records that hold it, repeats included
 * @param users      distinct accounts behind them
 * @param n          harm-category prompts with it
 * @param complied   complied with, among these
 * @param interval   interval of that share
 * @param otherN     prompts of the same categories and weeks without it
 * @param otherComplied complied with, among these
 * @param expected   share complied with to be expected from prompts of the same categories and weeks, in its own mix of these
 * @param lift       share with it over the expected share
 * @param logOddsZ   weighted log-odds ratio of complied against refused prompts over its standard error
 * @param pValue     exact test over categories and weeks, one-sided
 * @param adjustedP  the same after Benjamini and Hochberg over all n-grams examined
 */
public record TriggerCandidate(String text, LocalDate firstSeen, LocalDate lastSeen, long records, long users, long n, long complied,
                               Interval interval, long otherN, long otherComplied, double expected, double lift, double logOddsZ,
                               double pValue, double adjustedP) {

    /** Share complied with, of the prompts that hold it. */
    public double share() {
        return (double) complied / n;
    }
}
