package io.plumbline.monitoring;

import io.plumbline.signals.trigger.WatchEntry;
import io.plumbline.stats.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an entry of the watch list found: how often, and what became of harm-category prompts with it and without it.
 *
 * @param entry    the entry
 * @param records  records of user traffic whose prompt holds it
 * @param n        harm-category prompts among them
 * @param complied complied with, among these
 * @param otherN   harm-category prompts without it
 * @param otherComplied complied with, among these
 * @param interval of the share complied with; empty where no harm-category prompt holds it
 * @param pValue   Fisher's exact test, two-sided; 1 where nothing can be compared
 * @param first    day of the first hit; empty without one
 * @param last     day of the last hit
 * @param keys     keys of the newest records with it
 */
public record WatchHits(WatchEntry entry, long records, long n, long complied, long otherN, long otherComplied, Optional<Interval> interval,
                        double pValue, Optional<LocalDate> first, Optional<LocalDate> last, List<String> keys) {

    public WatchHits {
        keys = List.copyOf(keys);
    }

    /** Share complied with of the harm-category prompts that hold it; NaN without one. */
    public double with() {
        return n == 0 ? Double.NaN : (double) complied / n;
    }

    /** Share complied with of those that do not; NaN without one. */
    public double without() {
        return otherN == 0 ? Double.NaN : (double) otherComplied / otherN;
    }

    /** {@link #with} over {@link #without}. */
    public double lift() {
        return with() / without();
    }
}
