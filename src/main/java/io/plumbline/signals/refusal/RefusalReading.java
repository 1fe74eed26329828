package io.plumbline.signals.refusal;

import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What the refusal detector made of a response.
 *
 * @param verdict     refused, partially refused, complied, or unscored where it can't tell
 * @param evidence    the phrases it rests on
 * @param probability of a refusal, full or partial; NaN where it can't tell
 * @param quality     of a refusal; empty of anything else
 */
public record RefusalReading(Verdict verdict, List<TextSpan> evidence, double probability, Optional<RefusalQuality> quality) {

    /** Nothing to read, or a language without a rule table. */
    public static final RefusalReading UNKNOWN = new RefusalReading(Verdict.UNSCORED, List.of(), Double.NaN, Optional.empty());
    /** Nothing in the response speaks of refusing. */
    public static final RefusalReading COMPLIED = complied(0);

    public RefusalReading {
        evidence = List.copyOf(evidence);
    }

    static RefusalReading complied(double probability) {
        return new RefusalReading(Verdict.COMPLIED, List.of(), probability, Optional.empty());
    }
}
