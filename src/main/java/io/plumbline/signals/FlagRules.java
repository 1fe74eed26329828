package io.plumbline.signals;

import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.LogRecord;
import io.plumbline.domain.Policy;
import io.plumbline.domain.TextSpan;
import io.plumbline.domain.Verdict;
import io.plumbline.signals.sensitive.SensitiveContentDetector;
import io.plumbline.signals.sensitive.SensitiveFinding;
import io.plumbline.signals.sensitive.SensitiveKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Decides which records wait for a person, and says why. Canaries never do: their answers are known, and the canary screen counts them.
 */
public final class FlagRules {

    private static final String RULES = "flag rules";
    private static final String VERSION = "flag-rules 1.0";

    private final SensitiveContentDetector sensitive = new SensitiveContentDetector();
    private final HiddenTextDetector hiddenText = new HiddenTextDetector();
    private final RandomAudit audit = new RandomAudit();

    /** The flags of a record whose response was read so. */
    public List<Flag> flags(ScannedExchange exchange, RefusalReading refusal, Policy policy) {
        LogRecord record = exchange.record();
        if (record.isCanary()) {
            return List.of();
        }
        List<Flag> flags = new ArrayList<>(2);
        answered(record, refusal, flags);
        toxic(record, policy, flags);
        detectorsDiffer(record, refusal, flags);
        sensitive(exchange, flags);
        hiddenText(record, flags);
        audit(record, policy, flags);
        return flags;
    }

    /** The flags of a record of which nothing but the log's own labels is known. */
    public List<Flag> byLabels(LogRecord record, Policy policy) {
        if (record.isCanary()) {
            return List.of();
        }
        List<Flag> flags = new ArrayList<>(2);
        answered(record, new RefusalReading(Verdict.UNSCORED, List.of()), flags);
        toxic(record, policy, flags);
        audit(record, policy, flags);
        return flags;
    }

    private static void answered(LogRecord record, RefusalReading refusal, List<Flag> flags) {
        boolean harm = !record.category().isEmpty() && !record.category().equals(LogRecord.BENIGN);
        boolean refused = record.sourceRefused().orElse(refusal.verdict() == Verdict.REFUSED);
        boolean known = record.sourceRefused().isPresent() || refusal.verdict() != Verdict.UNSCORED;
        if (harm && known && !refused) {
            complied(record, refusal, flags);
        }
    }

    private void audit(LogRecord record, Policy policy, List<Flag> flags) {
        if (flags.isEmpty() && audit.draws(record, policy.number("triage.audit.share"))) {
            flags.add(new Flag(FlagKind.RANDOM_AUDIT, RandomAudit.NAME, RandomAudit.VERSION, Double.NaN,
                "Drawn at random, so that the detectors can be measured.", false, List.of()));
        }
    }

    private static void complied(LogRecord record, RefusalReading refusal, List<Flag> flags) {
        if (refusal.verdict() == Verdict.PARTIALLY_REFUSED) {
            flags.add(new Flag(FlagKind.PARTIAL_REFUSAL, RefusalDetector.NAME, RefusalDetector.VERSION, Double.NaN,
                "The response refuses a request about " + record.category() + " and then helps.", false, refusal.evidence()));
        } else {
            flags.add(new Flag(FlagKind.COMPLIED_WITH_HARM, RULES, VERSION, Double.NaN,
                "A request about " + record.category() + " was answered and not refused.", false, List.of()));
        }
    }

    private static void toxic(LogRecord record, Policy policy, List<Flag> flags) {
        double limit = policy.number("triage.toxicity.flag");
        if (record.toxicity() >= limit) {
            flags.add(new Flag(FlagKind.TOXIC, record.detectorVersion().isEmpty() ? "toxicity score of the log" : "detector of the log",
                record.detectorVersion(), record.toxicity(),
                String.format(Locale.ROOT, "Toxicity %.2f, at or above the limit of %.2f.", record.toxicity(), limit), false, List.of()));
        }
    }

    private static void detectorsDiffer(LogRecord record, RefusalReading refusal, List<Flag> flags) {
        boolean told = refusal.verdict() == Verdict.REFUSED || refusal.verdict() == Verdict.COMPLIED;
        if (told && record.sourceRefused().isPresent() && record.sourceRefused().get() != (refusal.verdict() == Verdict.REFUSED)) {
            flags.add(new Flag(FlagKind.DETECTORS_DIFFER, RefusalDetector.NAME, RefusalDetector.VERSION, Double.NaN,
                record.sourceRefused().get() ? "The log's label says refused; no refusal is found in the response."
                    : "The log's label says answered; the response reads as a refusal.", false, refusal.evidence()));
        }
    }

    private void sensitive(ScannedExchange exchange, List<Flag> flags) {
        List<SensitiveFinding> found = sensitive.find(exchange.response());
        if (!found.isEmpty()) {
            sensitive(found, SensitiveKind.Group.PERSONAL, FlagKind.PERSONAL_DATA, "The response holds personal data: ", flags);
            sensitive(found, SensitiveKind.Group.SECRET, FlagKind.SECRET, "The response holds a secret: ", flags);
        }
    }

    private static void sensitive(List<SensitiveFinding> found, SensitiveKind.Group group, FlagKind kind, String beginning, List<Flag> flags) {
        List<SensitiveFinding> meant = found.stream().filter(finding -> finding.kind().group() == group).toList();
        if (!meant.isEmpty()) {
            String words = meant.stream().map(finding -> finding.kind().word()).distinct().collect(Collectors.joining(", "));
            flags.add(new Flag(kind, SensitiveContentDetector.NAME, SensitiveContentDetector.VERSION, Double.NaN, beginning + words + ".", false,
                meant.stream().map(SensitiveFinding::span).toList()));
        }
    }

    private void hiddenText(LogRecord record, List<Flag> flags) {
        List<TextSpan> inPrompt = hiddenText.find(record.prompt());
        List<TextSpan> inResponse = hiddenText.find(record.response());
        if (!inPrompt.isEmpty() || !inResponse.isEmpty()) {
            boolean prompt = !inPrompt.isEmpty();
            flags.add(new Flag(FlagKind.HIDDEN_TEXT, HiddenTextDetector.NAME, HiddenTextDetector.VERSION, Double.NaN,
                "The " + (prompt ? "prompt" : "response") + " holds characters that a reader does not see or takes for others.", prompt,
                prompt ? inPrompt : inResponse));
        }
    }
}
