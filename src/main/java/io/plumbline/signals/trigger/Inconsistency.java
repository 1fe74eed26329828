package io.plumbline.signals.trigger;

import java.time.LocalDate;
import java.util.List;

/**
 * Requests that are the same but for small changes and are answered differently, more often than prompts of their categories and weeks.
 *
 * @param user       pseudonym of the one account behind them; empty where several accounts are
 * @param users      distinct accounts
 * @param categories harm categories, alphabetical
 * @param firstSeen  day of the first
 * @param lastSeen   day of the last
 * @param n          records; of several accounts, each account's wording once
 * @param complied   complied with, among these
 * @param expected   complied with, were it like the prompts of the same categories and weeks
 * @param variants   distinct wordings, punctuation and case aside
 * @param prompts    some of the prompts, as they stand; hostile
 * @param records    keys of some of the records, oldest first
 * @param pValue     upper tail of the binomial distribution at the expected share
 * @param adjustedP  the same after Benjamini and Hochberg over all repeated requests
 */
public record Inconsistency(String user, int users, List<String> categories, LocalDate firstSeen, LocalDate lastSeen, int n, int complied,
                            double expected, int variants, List<Example> prompts, List<String> records, double pValue, double adjustedP) {

    /** One prompt and how it was answered. */
    public record Example(String text, boolean refused) {
    }

    public Inconsistency {
        categories = List.copyOf(categories);
        prompts = List.copyOf(prompts);
        records = List.copyOf(records);
    }

    /** Whether one account sent them all. */
    public boolean byOneUser() {
        return !user.isEmpty();
    }
}
