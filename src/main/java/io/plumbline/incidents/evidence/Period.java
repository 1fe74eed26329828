package io.plumbline.incidents.evidence;

import io.plumbline.domain.LogFilter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A stretch of whole days in UTC, both ends inclusive. */
public record Period(LocalDate from, LocalDate to) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period ends before it begins: " + from + " to " + to);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public LogFilter of(LogFilter filter) {
        return filter.between(from, to);
    }

    /** As it is printed: "2–29 Jul 2026", "28 Jun – 3 Jul 2026". */
    public String label() {
        if (from.equals(to)) {
            return DAY.format(from);
        }
        if (from.getYear() != to.getYear()) {
            return DAY.format(from) + " – " + DAY.format(to);
        }
        return from.getMonth() == to.getMonth()
            ? from.getDayOfMonth() + "–" + DAY.format(to)
            : DAY_AND_MONTH.format(from) + " – " + DAY.format(to);
    }
}
