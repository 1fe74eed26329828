package io.plumbline.signals;

import io.plumbline.domain.Flag;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What the measuring steps found on one record so far; each step adds to it and may read what those before it found. */
public final class Findings {

    private final SignalValues.Builder values = new SignalValues.Builder();
    private List<Flag> flags = List.of();
    private RefusalReading refusal = new RefusalReading(Verdict.UNSCORED, List.of());
    private String language = "";
    private String topic = "";

    public void value(LogSignal signal, double value) {
        values.set(signal, value);
    }

    public void flag(Flag flag) {
        if (flags.isEmpty()) {
            flags = new ArrayList<>(2);
        }
        flags.add(flag);
    }

    public void refusal(RefusalReading reading) {
        refusal = reading;
    }

    public void language(String code) {
        language = code;
    }

    public void topic(String name) {
        topic = name;
    }

    public RefusalReading refusal() {
        return refusal;
    }

    /** ISO 639-1 code: the log's own, or ours; empty where neither is known. */
    public String language() {
        return language;
    }

    public String topic() {
        return topic;
    }

    public List<Flag> flags() {
        return flags;
    }

    public SignalValues values() {
        return values.build();
    }
}
