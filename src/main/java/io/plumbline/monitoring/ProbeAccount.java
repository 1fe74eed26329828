package io.plumbline.monitoring;

import java.time.LocalDate;

/**
 * An account in user traffic that behaves like a canary: it sends nothing but harm-category prompts, or tagged canaries come from it too.
 *
 * @param user          keyed hash of the account
 * @param records       its untagged records
 * @param harm          harm-category prompts among them
 * @param share         its share of all harm-category prompts of the traffic
 * @param sendsCanaries true where tagged canaries come from the same account
 * @param first         day of its first untagged record
 */
public record ProbeAccount(String user, long records, long harm, double share, boolean sendsCanaries, LocalDate first) {
}
