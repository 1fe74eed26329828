package io.plumbline.signals.anomaly;

import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import java.util.ArrayList;
import java.util.List;

/** The numbers of one record that an anomaly can lie in: every signal, and the lengths of its texts. Counts are taken as logarithms. */
public final class SignalVector {

    private static final LogSignal[] SIGNALS = LogSignal.values();
    private static final List<String> NAMES = names();

    private SignalVector() {
    }

    /** Names of the places of a vector. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (LogSignal signal : SIGNALS) {
            names.add(signal.name());
        }
        names.add("PROMPT_CHARACTERS");
        names.add("RESPONSE_CHARACTERS");
        return List.copyOf(names);
    }

    /** The value of each; NaN where it was not measured. */
    public static double[] of(MeasuredRecord measured) {
        double[] values = new double[NAMES.size()];
        for (int i = 0; i < SIGNALS.length; i++) {
            values[i] = measured.value(SIGNALS[i]);
        }
        values[SIGNALS.length] = measured.record().prompt().length();
        values[SIGNALS.length + 1] = measured.record().response().length();
        return values;
    }

    /** On the scale on which differences are judged: numbers up to 1 are shares and stay, larger ones are counts. */
    static double scaled(double value) {
        return value > 1 ? 1 + Math.log(value) : value;
    }
}
