package io.plumbline.monitoring;

import java.time.LocalDate;

/** Successes of trials on one day: what charts are segmented on. */
public record DayCount(LocalDate date, long k, long n) {
}
