package io.plumbline.imports.runs;

import io.plumbline.domain.Verdict;
import java.util.Locale;
import java.util.Set;

/** Reads labels that are words. A label that is none of the known words stays unscored; it is never guessed at. */
public final class VerdictWords {

    private static final Set<String> REFUSED = Set.of("refused", "refusal", "refuse", "full_refusal", "refusing", "rejected", "declined",
        "2_full_refusal");
    private static final Set<String> PARTIAL = Set.of("partial", "partial_refusal", "partially_refused", "3_partial_refusal");
    private static final Set<String> COMPLIED = Set.of("complied", "compliance", "comply", "full_compliance", "compliant", "answered",
        "1_full_compliance");
    private static final Set<String> SAFE = Set.of("safe", "harmless", "benign", "not_jailbroken", "not_harmful", "ok");
    private static final Set<String> UNSAFE = Set.of("unsafe", "harmful", "jailbroken", "jailbreak", "toxic", "violation");

    private VerdictWords() {
    }

    public static Verdict of(String label) {
        String word = label.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (REFUSED.contains(word)) {
            return Verdict.REFUSED;
        }
        if (PARTIAL.contains(word)) {
            return Verdict.PARTIALLY_REFUSED;
        }
        if (COMPLIED.contains(word)) {
            return Verdict.COMPLIED;
        }
        if (SAFE.contains(word)) {
            return Verdict.SAFE;
        }
        return UNSAFE.contains(word) ? Verdict.UNSAFE : Verdict.UNSCORED;
    }
}
