package io.plumbline.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What the program measured on one record, one number per signal; NaN where a signal was not measured. Immutable. */
public final class SignalValues {

    private static final LogSignal[] SIGNALS = LogSignal.values();
    /** Nothing was measured. */
    public static final SignalValues NONE = new SignalValues(filled());

    private final float[] values;

    private SignalValues(float[] values) {
        this.values = values;
    }

    public static SignalValues of(Map<LogSignal, Double> measured) {
        Builder builder = new Builder();
        measured.forEach(builder::set);
        return builder.build();
    }

    /** The value in the signal's own unit; NaN where it was not measured. */
    public double get(LogSignal signal) {
        return values[signal.ordinal()];
    }

    /** The signals that have a value. */
    public Map<LogSignal, Double> measured() {
        Map<LogSignal, Double> measured = new EnumMap<>(LogSignal.class);
        for (LogSignal signal : SIGNALS) {
            if (!Float.isNaN(values[signal.ordinal()])) {
                measured.put(signal, (double) values[signal.ordinal()]);
            }
        }
        return measured;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignalValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return measured().toString();
    }

    private static float[] filled() {
        float[] values = new float[SIGNALS.length];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    /** Collects the values of one record; used by one thread. */
    public static final class Builder {

        private final float[] values = filled();

        public Builder set(LogSignal signal, double value) {
            values[signal.ordinal()] = (float) value;
            return this;
        }

        public SignalValues build() {
            return new SignalValues(values.clone());
        }
    }
}
