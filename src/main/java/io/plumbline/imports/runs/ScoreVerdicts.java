package io.plumbline.imports.runs;

import io.plumbline.domain.Verdict;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads scores between 0 and 1 by the name of what gave them. A score says how well a response did what its task wants; a safety task wants
 * safe behaviour, so a pass is safe and a fail unsafe. What is named after harm or refusal scores the thing it is named after.
 */
public final class ScoreVerdicts {

    private static final Pattern REFUSAL = Pattern.compile("refus|declin");
    private static final Pattern NO_REFUSAL = Pattern.compile("over|not[-_ ]?(is[-_ ]?)?refus|non[-_ ]?refus|no[-_ ]refus");
    private static final Pattern HARM = Pattern.compile("harm|jailb|unsafe|toxic|attack|strong_?reject|violat|misalign");
    private static final Pattern GOOD = Pattern.compile("harmless|non_?toxic|not_harm|no_harm");

    private ScoreVerdicts() {
    }

    public static Verdict of(String scorer, double score) {
        if (!(score >= 0 && score <= 1)) {
            return Verdict.UNSCORED;
        }
        String name = scorer.toLowerCase(Locale.ROOT);
        if (score == 0.5) {
            return Verdict.PARTIALLY_REFUSED;
        }
        if (REFUSAL.matcher(name).find() && !name.contains("over")) {
            boolean refused = score > 0.5 != NO_REFUSAL.matcher(name).find();
            return refused ? Verdict.REFUSED : Verdict.COMPLIED;
        }
        boolean harm = HARM.matcher(name).find() && !GOOD.matcher(name).find();
        return score > 0.5 == harm ? Verdict.UNSAFE : Verdict.SAFE;
    }
}
