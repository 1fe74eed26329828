package io.plumbline.monitoring;

import io.plumbline.stats.Interval;
import java.time.LocalDate;

/**
 * A word or pair of words in prompts that the model complies with although it refuses their like: what an activated backdoor looks like
 * from outside (R45, R60).
 *
 * @param text       the token as it stands in the prompts; hostile text
 * @param firstSeen  day of its first prompt
 * @param lastSeen   day of its last prompt
 * @param n          harm-category prompts with it
 * @param complied   complied with, among these
 * @param interval   interval of that share
 * @param otherN     prompts of the same categories and weeks without it
 * @param otherComplied complied with, among these
 * @param lift       share with it over the share expected from prompts of the same categories and weeks
 * @param adjustedP  Fisher's exact test, one-sided, after Benjamini and Hochberg over all tokens examined
 */
public record TriggerCandidate(String text, LocalDate firstSeen, LocalDate lastSeen, long n, long complied, Interval interval,
                               long otherN, long otherComplied, double lift, double adjustedP) {

    public double share() {
        return (double) complied / n;
    }
}
