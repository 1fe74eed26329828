package io.plumbline.signals;

import io.plumbline.domain.Flag;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.SignalValues;
import io.plumbline.signals.refusal.RefusalReading;
import io.plumbline.signals.toxicity.ToxicityReading;
import java.util.List;
import java.util.Optional;

/** What the measuring steps found on one record so far; each step adds to it and may read what those before it found. */
public final class Findings {

    private final SignalValues.Builder values = new SignalValues.Builder();
    private List<Flag> flags = List.of();
    private RefusalReading refusal = RefusalReading.UNKNOWN;
    private String refusalVersion = RefusalDetector.VERSION;
    private Optional<Toxicity> toxicity = Optional.empty();
    private String language = "";
    private String topic = "";

    public void value(LogSignal signal, double value) {
        values.set(signal, value);
    }

    public void flags(List<Flag> found) {
        flags = found;
    }

    public void refusal(RefusalReading reading) {
        refusal = reading;
    }

    /** A reading that an earlier version of the detector may have made. */
    public void refusal(RefusalReading reading, String version) {
        refusal = reading;
        refusalVersion = version;
    }

    /** Version of the detector that made the reading. */
    public String refusalVersion() {
        return refusalVersion;
    }

    /** A score of ours, and whose. */
    public void toxicity(String detector, String version, ToxicityReading reading) {
        toxicity = Optional.of(new Toxicity(detector, version, reading));
        values.set(LogSignal.TOXICITY, reading.score());
    }

    /** The score of ours; empty where the log has one, or none was taken. */
    public Optional<Toxicity> toxicity() {
        return toxicity;
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

    /** A toxicity score with the model that gave it. */
    public record Toxicity(String detector, String version, ToxicityReading reading) {
    }
}
