package io.plumbline.signals;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogSignal;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.signals.refusal.RefusalReading;
import io.plumbline.signals.toxicity.ToxicityReading;
import io.plumbline.signals.toxicity.ToxicityWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the flags of stored records anew, by the rules in force now. What was measured stays: the reading of the response and every number are
 * those of the import, with the version that made them. What a person watches for and what is unlike the baseline is found elsewhere, so those
 * flags stay too. Of a record whose texts were dropped the flags that rest on a text stay. For one thread.
 */
public final class Rejudgement {

    /** Flags that other rules raise and take back. */
    private static final Set<FlagKind> FOUND_ELSEWHERE = EnumSet.of(FlagKind.TRIGGER, FlagKind.ANOMALY);
    private static final Set<FlagKind> FROM_TEXTS = EnumSet.of(FlagKind.PERSONAL_DATA, FlagKind.SECRET, FlagKind.HIDDEN_TEXT, FlagKind.POLICY);
    private static final String TOXICITY = "toxicity";

    private final ScannedExchange exchange = new ScannedExchange();
    private final ToxicityWords words = ToxicityWords.builtIn();
    private final SignalPlan plan;
    private final FlagRules rules;
    private final double toxicWordsLimit;

    public Rejudgement(SignalPlan plan, Policy policy) {
        this.plan = plan;
        rules = new FlagRules(plan, policy);
        toxicWordsLimit = policy.number("triage.toxicity.words.flag");
    }

    /** The flags of a stored record by today's rules; its own where nothing changes. */
    public List<Flag> flags(MeasuredRecord stored) {
        if (stored.record().isCanary()) {
            return stored.flags();
        }
        boolean hasText = hasText(stored);
        List<Flag> judged = new ArrayList<>();
        for (Flag flag : rules.flags(exchange.of(stored.record()), found(stored))) {
            if (!FOUND_ELSEWHERE.contains(flag.kind()) && (hasText || !FROM_TEXTS.contains(flag.kind())) && flag.kind() != FlagKind.RANDOM_AUDIT) {
                judged.add(asStored(flag, stored.flags()));
            }
        }
        stored.flags().stream().filter(flag -> !hasText && FROM_TEXTS.contains(flag.kind())).forEach(judged::add);
        boolean flagged = !judged.isEmpty();
        for (Flag flag : stored.flags()) {
            // What was drawn when nothing else was known of it stays drawn, also if its anomaly showed later.
            if (FOUND_ELSEWHERE.contains(flag.kind()) || flag.kind() == FlagKind.RANDOM_AUDIT && !flagged) {
                judged.add(flag);
            }
        }
        if (judged.isEmpty()) {
            rules.drawn(stored.record()).ifPresent(judged::add);
        }
        return same(judged, stored.flags()) ? stored.flags() : judged;
    }

    /** Whether there is a text to judge; retention may have dropped it. */
    public static boolean hasText(MeasuredRecord stored) {
        return !stored.record().prompt().isEmpty() || !stored.record().response().isEmpty();
    }

    private Findings found(MeasuredRecord stored) {
        String[] versions = stored.detectorVersions().split(Pattern.quote(MeasuredRecord.AND));
        Findings found = new Findings();
        for (LogSignal signal : LogSignal.values()) {
            double value = stored.signals().get(signal);
            if (!Double.isNaN(value)) {
                found.value(signal, value);
            }
        }
        found.refusal(new RefusalReading(stored.refusal(), stored.refusalSpan(), stored.signals().get(LogSignal.REFUSAL_PROBABILITY), Optional.empty()),
            versions[0].isEmpty() ? RefusalDetector.VERSION : versions[0]);
        double score = stored.signals().get(LogSignal.TOXICITY);
        if (Double.isNaN(stored.record().toxicity()) && !Double.isNaN(score) && plan.runs(Detector.TOXICITY)) {
            toxicity(stored, Arrays.stream(versions).filter(version -> version.startsWith(TOXICITY)).findFirst().orElse(ToxicityWords.VERSION), score, found);
        }
        return found;
    }

    private void toxicity(MeasuredRecord stored, String version, double score, Findings found) {
        Optional<Flag> before = stored.flags().stream().filter(flag -> flag.kind() == FlagKind.TOXIC && flag.version().equals(version)).findFirst();
        boolean builtIn = version.equals(ToxicityWords.VERSION);
        String name = builtIn ? ToxicityWords.NAME : before.map(Flag::detector).orElse(version);
        boolean read = before.isEmpty() && builtIn && score >= toxicWordsLimit && hasText(stored);
        found.toxicity(name, version, new ToxicityReading(score, read ? words.reader().read(exchange.response()).evidence()
            : before.map(Flag::evidence).orElse(List.of())));
    }

    /** Storage rounds scores; what differs in that alone does not differ. */
    private static Flag asStored(Flag flag, List<Flag> stored) {
        return stored.stream().filter(other -> isSame(flag, other)).findFirst().orElse(flag);
    }

    private static boolean isSame(Flag flag, Flag other) {
        boolean score = Double.isNaN(flag.score()) ? Double.isNaN(other.score()) : Math.abs(flag.score() - other.score()) < 1e-3;
        return score && flag.kind() == other.kind() && flag.detector().equals(other.detector()) && flag.version().equals(other.version())
            && flag.reason().equals(other.reason()) && flag.inPrompt() == other.inPrompt() && flag.evidence().equals(other.evidence());
    }

    private static boolean same(List<Flag> judged, List<Flag> stored) {
        return judged.size() == stored.size() && stored.containsAll(judged) && judged.containsAll(stored);
    }
}
