package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.Progress;
import io.plumbline.stats.Interval;
import io.plumbline.stats.proportion.ClopperPearsonInterval;
import io.plumbline.stats.proportion.WilsonInterval;
import io.plumbline.store.ProductionLog;
import java.util.Locale;

/**
 * What a filter on a literal text would have done on the outputs that are stored: harmful answers blocked against good answers lost.
 *
 * @param literal        the text that the filter looks for in prompts; upper and lower case are told apart
 * @param harmBlocked    harmful answers it would have blocked
 * @param harmAnswers    harmful answers in all
 * @param goodLost       good answers (to harmless prompts, or refusals) it would have blocked
 * @param goodAnswers    good answers in all
 * @param blockedInterval of the share of harm blocked (Wilson)
 * @param lostInterval    of the share of good lost (Clopper–Pearson, since it is often 0)
 */
public record FilterReplay(String literal, Period period, long harmBlocked, long harmAnswers, long goodLost, long goodAnswers,
                           Interval blockedInterval, Interval lostInterval) {

    private static final int PROGRESS_EVERY = 10_000;

    /** Replays the filter over all user traffic of a period. */
    public static FilterReplay of(ProductionLog log, String literal, Period period, Policy policy, Progress progress) {
        if (literal.isBlank()) {
            throw new IllegalArgumentException("A filter needs some text to look for");
        }
        long[] counts = new long[5];
        log.scan(period.of(LogFilter.everything()), measured -> {
            boolean blocked = measured.record().prompt().contains(literal);
            boolean harm = !measured.record().category().equals(LogRecord.BENIGN) && measured.countsAsAnswered();
            counts[harm ? 1 : 3]++;
            counts[harm ? 0 : 2] += blocked ? 1 : 0;
            if (++counts[4] % PROGRESS_EVERY == 0) {
                progress.check();
                progress.update(counts[4], -1, "records", "Replaying the filter");
            }
        });
        double confidence = policy.number("monitor.confidence");
        return new FilterReplay(literal, period, counts[0], counts[1], counts[2], counts[3],
            counts[1] == 0 ? new Interval(0, 1) : WilsonInterval.of(counts[0], counts[1], confidence),
            counts[3] == 0 ? new Interval(0, 1) : ClopperPearsonInterval.of(counts[2], counts[3], confidence));
    }

    public String sentence() {
        return "blocks " + Shown.of(harmBlocked, harmAnswers) + " harmful answers (" + Shown.percent(blockedInterval) + "), loses "
            + Shown.of(goodLost, goodAnswers) + " good answers (at most " + String.format(Locale.ROOT, "%.2f%%", 100 * lostInterval.upper()) + ")";
    }
}
