package io.plumbline.signals.refusal;

import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.util.List;

/**
 * What the refusal detector made of a response.
 *
 * @param verdict     refused, partially refused, complied, or unscored where it can't tell
 * @param evidence    the phrases it rests on
 * @param probability of a refusal, full or partial; NaN where it can't tell
 */
public record RefusalReading(Verdict verdict, List<TextSpan> evidence, double probability) {

    /** Nothing to read, or a language without a rule table. */
    public static final RefusalReading UNKNOWN = new RefusalReading(Verdict.UNSCORED, List.of(), Double.NaN);
    /** Nothing in the response speaks of refusing. */
    public static final RefusalReading COMPLIED = complied(0);

    public RefusalReading {
        evidence = List.copyOf(evidence);
    }

    static RefusalReading complied(double probability) {
        return new RefusalReading(Verdict.COMPLIED, List.of(), probability);
    }
}
