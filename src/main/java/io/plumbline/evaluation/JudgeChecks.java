package io.plumbline.evaluation;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Decisions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * People's checks of a judge's verdicts on pairs of answers. They go to the journal like every label; the latest one on a pair counts, and
 * none of them changes what the judge said.
 */
public final class JudgeChecks {

    private final Decisions decisions;

    public JudgeChecks(Decisions decisions) {
        this.decisions = decisions;
    }

    public void record(RunComparison comparison, PromptOutcome outcome, JudgeCheck check) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("check", check.name());
        payload.put("judge", comparison.judge());
        payload.put("flip", outcome.kind().name());
        decisions.record(DecisionKinds.JUDGE_CHECKED, subject(comparison, outcome.prompt()), payload);
    }

    /** The latest check of each pair that was checked for this comparison's judge, by the prompt's key. */
    public Map<String, JudgeCheck> byPrompt(RunComparison comparison) {
        Map<String, JournalEntry> checks = all(comparison);
        Map<String, JudgeCheck> byPrompt = new LinkedHashMap<>();
        if (checks.isEmpty()) {
            return byPrompt;
        }
        for (PromptOutcome outcome : comparison.ledger()) {
            JournalEntry entry = checks.get(subject(comparison, outcome.prompt()));
            if (entry != null) {
                byPrompt.put(outcome.prompt().key(), check(entry));
            }
        }
        return byPrompt;
    }

    /** How many of the harmful flips a person has looked at. */
    public long reviewedFlips(RunComparison comparison) {
        Map<String, JournalEntry> checks = all(comparison);
        return comparison.flips(FlipKind.HARMFUL).stream().filter(flip -> checks.containsKey(subject(comparison, flip.prompt()))).count();
    }

    /** How many of the harmful flips at least so many different people have looked at. */
    public long reviewedFlips(RunComparison comparison, int people) {
        Map<String, Set<String>> readers = new HashMap<>();
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.JUDGE_CHECKED)) {
            if (comparison.judge().equals(entry.payload().get("judge"))) {
                readers.computeIfAbsent(entry.subject(), subject -> new HashSet<>()).add(entry.actor().strip().toLowerCase(Locale.ROOT));
            }
        }
        return comparison.flips(FlipKind.HARMFUL).stream()
            .filter(flip -> readers.getOrDefault(subject(comparison, flip.prompt()), Set.of()).size() >= people).count();
    }

    /** Whether a journal subject is a pair of these two runs. */
    public static boolean concerns(String subject, String baseRunId, String candidateRunId) {
        return subject.startsWith(pairs(baseRunId, candidateRunId));
    }

    private Map<String, JournalEntry> all(RunComparison comparison) {
        Map<String, JournalEntry> latest = new LinkedHashMap<>();
        for (JournalEntry entry : decisions.ofKinds(DecisionKinds.JUDGE_CHECKED)) {
            if (comparison.judge().equals(entry.payload().get("judge"))
                    && concerns(entry.subject(), comparison.base().id(), comparison.candidate().id())) {
                latest.put(entry.subject(), entry);
            }
        }
        return latest;
    }

    private static JudgeCheck check(JournalEntry entry) {
        return JudgeCheck.valueOf(String.valueOf(entry.payload().get("check")));
    }

    private static String subject(RunComparison comparison, PairedPrompt prompt) {
        return pairs(comparison.base().id(), comparison.candidate().id()) + prompt.key();
    }

    private static String pairs(String base, String candidate) {
        return "pair:" + base + ":" + candidate + "#";
    }
}
