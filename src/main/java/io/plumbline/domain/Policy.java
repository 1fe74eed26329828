package io.plumbline.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Every threshold and window the program judges by. Code asks for a number by its key and holds none itself, so that each verdict can
 * name the line of the policy it rests on.
 */
public record Policy(String name, String version, List<PolicyValue> values) {

    public Policy {
        values = List.copyOf(values);
    }

    public PolicyValue value(String key) {
        return values.stream().filter(v -> v.key().equals(key)).findFirst()
            .orElseThrow(() -> new NoSuchElementException("The policy has no value named " + key));
    }

    /** The exact decimal, for comparisons on integer counts. */
    public BigDecimal exact(String key) {
        return value(key).value();
    }

    public double number(String key) {
        return exact(key).doubleValue();
    }

    public int count(String key) {
        return exact(key).intValueExact();
    }
}
