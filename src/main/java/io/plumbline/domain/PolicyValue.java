package io.plumbline.domain;

import java.math.BigDecimal;

/**
 * One number of the policy, with what a reader needs to question it.
 *
 * @param key     stable name, e.g. {@code gate.overall.block}
 * @param value   exact decimal, so that ties at a threshold are decided without rounding
 * @param unit    "fraction", "prompts", "days", …
 * @param stage   pre-deployment, gate or production: thresholds of different stages are never mixed (C1)
 * @param comparator what it is measured against: base model, accepted baseline, nothing
 * @param meaning one sentence
 * @param source  where the default comes from
 */
public record PolicyValue(String key, BigDecimal value, String unit, String stage, String comparator, String meaning, String source) {
}
