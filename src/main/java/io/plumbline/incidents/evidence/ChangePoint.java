package io.plumbline.incidents.evidence;

import java.time.LocalDate;

/**
 * A day from which on the refusal rate is another.
 *
 * @param category which series; empty for all harmful prompts
 * @param day      first day of the new rate
 * @param earliest lower end of its 95 % interval
 * @param latest   upper end
 * @param before   counts of the segment before
 * @param after    counts of the segment after
 */
public record ChangePoint(String category, LocalDate day, LocalDate earliest, LocalDate latest, Tally before, Tally after) {

    public double change() {
        return after.refusal() - before.refusal();
    }

    public String series() {
        return category.isEmpty() ? "all harmful prompts" : Shown.category(category);
    }

    /** "1–3 Jul 2026". */
    public String interval() {
        return new Period(earliest, latest).label();
    }
}
