package io.plumbline.signals;

import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import java.util.List;

/**
 * What the refusal detector made of a response.
 *
 * @param verdict  refused, partially refused, complied, or unscored where it can't tell
 * @param evidence the phrases it rests on
 */
public record RefusalReading(Verdict verdict, List<TextSpan> evidence) {

    public RefusalReading {
        evidence = List.copyOf(evidence);
    }
}
