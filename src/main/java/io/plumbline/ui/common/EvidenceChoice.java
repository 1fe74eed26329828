package io.plumbline.ui.common;

import io.plumbline.domain.Flag;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.signals.Evidence;
import io.plumbline.signals.SignalEvidence;
import io.plumbline.triage.FlagWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which flag or signal of the record in view a person singled out, so that its words alone stand out in the text. Choosing it again, or
 * another record, goes back to all of them. Belongs to the FX thread.
 */
public final class EvidenceChoice {

    private final ReadOnlyObjectWrapper<Optional<Singled>> singled = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Source> sources = List.of();
    /** Reads phrase tables, so it is made when it is first needed. */
    private Optional<SignalEvidence> finder = Optional.empty();

    /**
     * What is singled out.
     *
     * @param key      of the flag or signal, as its row has it
     * @param words    its name
     * @param evidence its words in the text; without spans where none can be told
     */
    public record Singled(String key, String words, Evidence evidence) {
    }

    private record Source(String key, String words, Supplier<Evidence> evidence) {
    }

    /** Turns to a record; nothing of it is singled out. */
    public void turnTo(MeasuredRecord measured) {
        List<Source> found = new ArrayList<>();
        for (Flag flag : measured.flags()) {
            if (!flag.evidence().isEmpty()) {
                found.add(new Source(keyOf(flag), FlagWords.of(flag.kind()), () -> new Evidence(flag.inPrompt(), flag.evidence())));
            }
        }
        if (!measured.refusalSpan().isEmpty()) {
            found.add(new Source(SignalRows.readingOf(measured), "Refusal", () -> new Evidence(false, measured.refusalSpan())));
        }
        for (LogSignal signal : LogSignal.values()) {
            if (SignalEvidence.canPoint(measured, signal)) {
                found.add(new Source(SignalRows.title(signal), SignalRows.title(signal), () -> finder().of(measured, signal)));
            }
        }
        sources = List.copyOf(found);
        singled.set(Optional.empty());
    }

    /** Turns away from any record. */
    public void turnAway() {
        sources = List.of();
        singled.set(Optional.empty());
    }

    public static String keyOf(Flag flag) {
        return "flag " + flag.kind() + " " + flag.version() + " " + flag.reason();
    }

    /** Whether words can be shown for this row. */
    public boolean canSingleOut(String key) {
        return sources.stream().anyMatch(source -> source.key.equals(key));
    }

    /** Singles a row out, or goes back where it was. */
    public void toggle(String key) {
        boolean again = singled.get().filter(now -> now.key.equals(key)).isPresent();
        singled.set(again ? Optional.empty() : sources.stream().filter(source -> source.key.equals(key)).findFirst().map(EvidenceChoice::found));
    }

    /** Singles out the next row that has words, back to all of them after the last. */
    public void next() {
        int at = singled.get().map(now -> sources.stream().map(Source::key).toList().indexOf(now.key)).orElse(-1);
        singled.set(at + 1 < sources.size() ? Optional.of(found(sources.get(at + 1))) : Optional.empty());
    }

    /** Goes back to all evidence; whether there was anything to go back from. */
    public boolean clear() {
        boolean was = singled.get().isPresent();
        singled.set(Optional.empty());
        return was;
    }

    public ReadOnlyObjectProperty<Optional<Singled>> singled() {
        return singled.getReadOnlyProperty();
    }

    /** "only hedges: 3 places"; empty where nothing is singled out. */
    public String words() {
        return singled.get().map(now -> "only " + now.words.substring(0, 1).toLowerCase(Locale.ROOT) + now.words.substring(1) + ": "
            + (now.evidence.spans().isEmpty() ? "no place found in the text" : Figures.count(now.evidence.spans().size())
            + (now.evidence.spans().size() == 1 ? " place" : " places") + (now.evidence.inPrompt() ? " in the prompt" : ""))).orElse("");
    }

    private static Singled found(Source source) {
        return new Singled(source.key, source.words, source.evidence.get());
    }

    private SignalEvidence finder() {
        if (finder.isEmpty()) {
            finder = Optional.of(new SignalEvidence());
        }
        return finder.get();
    }
}
