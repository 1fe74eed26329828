package io.plumbline.ui.drift;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What lies in the days that a person brushed.
 *
 * @param from         first day
 * @param to           last day
 * @param records      records of user traffic, in the category in view
 * @param canaries     canary records of these days, kept out
 * @param distribution the signal in view against the baseline; empty where there is too little
 */
record BrushedDays(LocalDate from, LocalDate to, long records, long canaries, Optional<Distribution> distribution) {
}
