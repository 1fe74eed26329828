package io.plumbline.signals;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.SignalValues;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.policy.PolicyMatch;
import io.plumbline.signals.policy.PolicyMatcher;
import io.plumbline.signals.policy.PolicyRule;
import io.plumbline.signals.refusal.RefusalReading;
import io.plumbline.signals.sensitive.NameModel;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.sensitive.SensitiveFinding;
import io.plumbline.signals.sensitive.SensitiveKind;
import io.plumbline.signals.trigger.WatchedTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which records wait for a person, and says why. Canaries never do: their answers are known, and the canary screen counts them.
 */
public final class FlagRules {

    private final SensitiveContentDetector sensitive = new SensitiveContentDetector();
    private final HiddenTextDetector hiddenText = new HiddenTextDetector();
    private final RandomAudit audit = new RandomAudit();
    private final SignalPlan plan;
    private final PolicyMatcher policies;
    private final WatchedTexts watched;

    /** Reasons that many records share, put together once: by hundredths of toxicity, and by category. */
    private final String[] toxicReasons = new String[101];
    private final Map<String, String> compliedReasons = new HashMap<>();
    private final NameModel.Reader names;
    private final double toxicLimit;
    private final double toxicWordsLimit;
    private final double auditShare;

    public FlagRules(SignalPlan plan, Policy policy) {
        this.plan = plan;
        names = plan.names().reader();
        toxicLimit = policy.number("triage.toxicity.flag");
        toxicWordsLimit = policy.number("triage.toxicity.words.flag");
        auditShare = policy.number("triage.audit.share");
        watched = new WatchedTexts(plan.watched());
        policies = new PolicyMatcher(plan.runs(Detector.CONTENT_POLICIES) ? plan.policies() : List.of());
    }

    /** The flags of a record on which this was found. */
    public List<Flag> flags(ScannedExchange exchange, Findings found) {
        LogRecord record = exchange.record();
        if (record.isCanary()) {
            return List.of();
        }
        List<Flag> flags = new ArrayList<>(2);
        answered(record, found, flags);
        toxic(record, flags);
        found.toxicity().ifPresent(toxicity -> toxic(toxicity, flags));
        detectorsDiffer(record, found, flags);
        flags.addAll(watched.flags(record.prompt()));
        if (plan.runs(Detector.SENSITIVE_CONTENT)) {
            sensitive(exchange, flags);
        }
        if (plan.runs(Detector.NAMES)) {
            names(record.response(), "The response names a person.", Stands.IN_RESPONSE, flags);
            names(record.prompt(), "The prompt names a person.", Stands.IN_PROMPT, flags);
        }
        if (plan.runs(Detector.HIDDEN_TEXT)) {
            hiddenText(exchange, flags);
        }
        if (!policies.isEmpty()) {
            policies(exchange, found, flags);
        }
        audit(record, flags);
        return flags;
    }

    /** The flags of a record of which nothing but the log's own labels is known. */
    public List<Flag> byLabels(LogRecord record) {
        if (record.isCanary()) {
            return List.of();
        }
        List<Flag> flags = new ArrayList<>(2);
        answered(record, new Findings(), flags);
        toxic(record, flags);
        flags.addAll(watched.flags(record.prompt()));
        audit(record, flags);
        return flags;
    }

    /** A stored record with the flags of the watch list as it is now; what rests on other detectors stays. */
    public MeasuredRecord watchedAnew(MeasuredRecord stored) {
        LogRecord record = stored.record();
        if (record.isCanary() || record.prompt().isEmpty()) {
            return stored;
        }
        List<Flag> before = stored.flags().stream().filter(flag -> flag.detector().equals(WatchedTexts.NAME)).toList();
        List<Flag> now = watched.flags(record.prompt());
        if (before.equals(now)) {
            return stored;
        }
        List<Flag> flags = new ArrayList<>(stored.flags());
        flags.removeIf(flag -> flag.detector().equals(WatchedTexts.NAME) || flag.kind() == FlagKind.RANDOM_AUDIT);
        flags.addAll(now);
        audit(record, flags);
        return stored.withFlags(flags);
    }

    private void answered(LogRecord record, Findings found, List<Flag> flags) {
        RefusalReading refusal = found.refusal();
        boolean harm = !record.category().isEmpty() && !record.category().equals(LogRecord.BENIGN);
        boolean refused = record.sourceRefused().orElse(refusal.verdict() == Verdict.REFUSED);
        boolean known = record.sourceRefused().isPresent() || refusal.verdict() != Verdict.UNSCORED;
        if (harm && known && !refused) {
            complied(record, found, flags);
        }
    }

    private void audit(LogRecord record, List<Flag> flags) {
        if (flags.isEmpty()) {
            drawn(record).ifPresent(flags::add);
        }
    }

    /** The flag of a record that the random draw takes. */
    Optional<Flag> drawn(LogRecord record) {
        return audit.draws(record, auditShare) ? Optional.of(new Flag(FlagKind.RANDOM_AUDIT, RandomAudit.NAME, RandomAudit.VERSION, Double.NaN,
            "Drawn at random, so that the detectors can be measured.", false, List.of())) : Optional.empty();
    }

    private void complied(LogRecord record, Findings found, List<Flag> flags) {
        if (found.refusal().verdict() == Verdict.PARTIALLY_REFUSED) {
            flags.add(new Flag(FlagKind.PARTIAL_REFUSAL, RefusalDetector.NAME, found.refusalVersion(), Double.NaN,
                "The response refuses a request about " + record.category() + " and then helps.", false, found.refusal().evidence()));
        } else {
            flags.add(new Flag(FlagKind.COMPLIED_WITH_HARM, Detector.FLAG_RULES.title(), Detector.FLAG_RULES.version(), Double.NaN,
                compliedReasons.computeIfAbsent(record.category(), FlagRules::compliedReason), false, List.of()));
        }
    }

    private static String compliedReason(String category) {
        return "A request about " + category + " was answered and not refused.";
    }

    private void toxic(LogRecord record, List<Flag> flags) {
        if (record.toxicity() >= toxicLimit) {
            flags.add(new Flag(FlagKind.TOXIC, record.detectorVersion().isEmpty() ? "toxicity score of the log" : "detector of the log",
                record.detectorVersion(), record.toxicity(), toxicReason(hundredths(record.toxicity())), false, List.of()));
        }
    }

    private String toxicReason(int score) {
        int place = Math.min(score, toxicReasons.length - 1);
        if (toxicReasons[place] == null) {
            toxicReasons[place] = "Toxicity " + decimal(place) + ", at or above the limit of " + decimal(hundredths(toxicLimit)) + ".";
        }
        return toxicReasons[place];
    }

    private void toxic(Findings.Toxicity toxicity, List<Flag> flags) {
        double limit = toxicWordsLimit;
        double score = toxicity.reading().score();
        if (score >= limit) {
            flags.add(new Flag(FlagKind.TOXIC, toxicity.detector(), toxicity.version(), score,
                "Toxicity " + decimal(hundredths(score)) + " by “" + toxicity.detector() + "”, at or above the limit of "
                    + decimal(hundredths(limit)) + "; the log has no score.",
                false, toxicity.reading().evidence()));
        }
    }

    /** Of a number from 0 to 1, rounded as "%.2f" rounds. */
    private static int hundredths(double value) {
        return (int) ((Math.round(value * 1e9) + 5_000_000) / 10_000_000);
    }

    private static String decimal(int hundredths) {
        return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
    }

    private void policies(ScannedExchange exchange, Findings found, List<Flag> flags) {
        LogRecord record = exchange.record();
        SignalValues measured = found.values();
        MeasuredRecord soFar = new MeasuredRecord(record, found.refusal().verdict(), List.of(), "", "", "", measured, List.of());
        for (PolicyMatch match : policies.matches(exchange.prompt(), exchange.response(), soFar::value)) {
            flags.add(new Flag(FlagKind.POLICY, match.policy().name(), match.policy().versionName(), match.score(), match.reason(),
                match.where() == PolicyRule.Where.PROMPT, match.evidence()));
        }
    }

    private static void detectorsDiffer(LogRecord record, Findings found, List<Flag> flags) {
        RefusalReading refusal = found.refusal();
        boolean told = refusal.verdict() == Verdict.REFUSED || refusal.verdict() == Verdict.COMPLIED;
        if (told && record.sourceRefused().isPresent() && record.sourceRefused().get() != (refusal.verdict() == Verdict.REFUSED)) {
            flags.add(new Flag(FlagKind.DETECTORS_DIFFER, RefusalDetector.NAME, found.refusalVersion(), Double.NaN,
                record.sourceRefused().get() ? "The log's label says refused; no refusal is found in the response."
                    : "The log's label says answered; the response reads as a refusal.", false, refusal.evidence()));
        }
    }

    /** Names are flagged in prompts too: only what is stored can be covered up later. */
    private void names(String text, String reason, Stands stands, List<Flag> flags) {
        List<TextSpan> found = names.find(text);
        if (!found.isEmpty()) {
            flags.add(new Flag(FlagKind.PERSONAL_DATA, NameModel.DETECTOR, plan.names().version(), Double.NaN, reason, stands == Stands.IN_PROMPT, found));
        }
    }

    private enum Stands {
        IN_PROMPT, IN_RESPONSE
    }

    private void sensitive(ScannedExchange exchange, List<Flag> flags) {
        List<SensitiveFinding> found = sensitive.find(exchange.response()).stream().filter(finding -> !plan.unflagged().contains(finding.kind())).toList();
        if (!found.isEmpty()) {
            sensitive(found, SensitiveKind.Group.PERSONAL, FlagKind.PERSONAL_DATA, "The response holds personal data: ", flags);
            sensitive(found, SensitiveKind.Group.SECRET, FlagKind.SECRET, "The response holds a secret: ", flags);
        }
    }

    private static void sensitive(List<SensitiveFinding> found, SensitiveKind.Group group, FlagKind kind, String beginning, List<Flag> flags) {
        List<SensitiveFinding> meant = found.stream().filter(finding -> finding.kind().group() == group).toList();
        if (!meant.isEmpty()) {
            flags.add(new Flag(kind, SensitiveContentDetector.NAME, SensitiveContentDetector.VERSION, Double.NaN, beginning + SensitiveKind.listed(meant), false,
                meant.stream().map(SensitiveFinding::span).toList()));
        }
    }

    private void hiddenText(ScannedExchange exchange, List<Flag> flags) {
        List<TextSpan> inPrompt = hiddenText.find(exchange.prompt());
        List<TextSpan> inResponse = hiddenText.find(exchange.response());
        if (!inPrompt.isEmpty() || !inResponse.isEmpty()) {
            boolean prompt = !inPrompt.isEmpty();
            flags.add(new Flag(FlagKind.HIDDEN_TEXT, HiddenTextDetector.NAME, HiddenTextDetector.VERSION, Double.NaN,
                "The " + (prompt ? "prompt" : "response") + " holds characters that a reader does not see or takes for others.", prompt,
                prompt ? inPrompt : inResponse));
        }
    }
}
