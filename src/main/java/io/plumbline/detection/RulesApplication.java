package io.plumbline.detection;

import io.plumbline.domain.CancelledException;
import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.Flag;
import io.plumbline.domain.FlagKind;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.LogFilter;
import io.plumbline.domain.MeasuredRecord;
import io.plumbline.domain.Progress;
import io.plumbline.signals.Detector;
import io.plumbline.signals.Rejudgement;
import io.plumbline.signals.SignalPlan;
import io.plumbline.signals.policy.ContentPolicy;
import io.plumbline.store.ProductionLog;
import io.plumbline.store.Workspace;
import io.plumbline.store.WorkspaceChanges;
import io.plumbline.triage.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the stored records by the rules in force now: content policies, limits of flags, detectors on and off. It happens whole or not at all,
 * and the journal holds who asked for it, by which rules, and what it changed. Labels and other decisions of people stay as they are; a record
 * with a label keeps the flags it was judged by, which say their version, beside those of the new rules.
 */
public final class RulesApplication {

    private static final String SUBJECT = "stored records";
    private static final String RESULT = "result";
    private static final String APPLIED = "applied";
    private static final String CANCELLED = "cancelled";
    private static final int STEP = 500;

    private final Workspace workspace;
    private final SignalDesk desk;

    public RulesApplication(Workspace workspace) {
        this.workspace = workspace;
        desk = new SignalDesk(workspace.decisions());
    }

    /** What would come and go. Changes nothing. */
    public FlagChanges preview(Progress progress) {
        Judge judge = new Judge(desk.plan());
        long total = workspace.log().count(LogFilter.everything());
        long[] done = new long[1];
        workspace.log().scan(LogFilter.everything(), record -> {
            progress.check();
            judge.revised(record);
            if (++done[0] % STEP == 0) {
                progress.update(done[0], total, "records", "Judging stored records by the rules in force");
            }
        });
        return judge.tally.result();
    }

    /** Judges every stored record anew and keeps the flags. */
    public FlagChanges apply(Progress progress) {
        SignalPlan plan = desk.plan();
        JournalEntry begun = workspace.decisions().record(DecisionKinds.RULES_APPLYING, SUBJECT, rules(plan));
        Judge judge = new Judge(plan);
        try {
            workspace.log().revise(judge::revised, progress);
        } catch (CancelledException e) {
            workspace.decisions().record(DecisionKinds.RULES_APPLIED, SUBJECT, Map.of(RESULT, CANCELLED, "begun", begun.sequence()));
            throw e;
        }
        FlagChanges changes = judge.tally.result();
        workspace.decisions().record(DecisionKinds.RULES_APPLIED, SUBJECT, result(begun, changes));
        workspace.changes().publish(WorkspaceChanges.Change.IMPORTS);
        return changes;
    }

    /** The rules as the journal keeps them: enough to say years later what was applied. */
    private Map<String, Object> rules(SignalPlan plan) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("policy", workspace.policy().name() + " " + workspace.policy().version());
        rules.put("flagRules", Detector.FLAG_RULES.version());
        rules.put("contentPolicies", plan.policies().stream().<Object>map(ContentPolicy::versionName).toList());
        rules.put("off", plan.off().stream().map(Enum::name).sorted().<Object>map(String.class::cast).toList());
        return rules;
    }

    private static Map<String, Object> result(JournalEntry begun, FlagChanges changes) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(RESULT, APPLIED);
        result.put("begun", begun.sequence());
        result.put("records", changes.records());
        result.put("changed", changes.changed());
        result.put("come", changes.come());
        result.put("go", changes.go());
        result.put("renewed", changes.renewed());
        return result;
    }

    /** The last time that somebody applied rules to the stored records. */
    public Optional<Last> last() {
        List<JournalEntry> entries = workspace.decisions().ofKinds(DecisionKinds.RULES_APPLYING, DecisionKinds.RULES_APPLIED);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        JournalEntry last = entries.get(entries.size() - 1);
        State state = last.kind().equals(DecisionKinds.RULES_APPLYING) ? State.CUT_OFF : CANCELLED.equals(last.payload().get(RESULT)) ? State.CANCELLED
            : State.APPLIED;
        return Optional.of(new Last(last.time(), last.actor(), state));
    }

    /** How an application ended. */
    public enum State {
        /** Every stored record is judged by the rules of that day. */
        APPLIED,
        /** Stopped by a person: nothing changed. */
        CANCELLED,
        /** The program ended in between: all records are as before or all as after. Applying again makes sure. */
        CUT_OFF
    }

    /** An application that began. */
    public record Last(Instant time, String actor, State state) {
    }

    /** Judges one record after the other, and counts. */
    private final class Judge {

        private final Rejudgement rules;
        private final Set<String> labelled = new HashSet<>(Labels.of(workspace.decisions()).records());
        private final FlagChanges.Tally tally = new FlagChanges.Tally();

        Judge(SignalPlan plan) {
            rules = new Rejudgement(plan, workspace.policy());
        }

        MeasuredRecord revised(MeasuredRecord stored) {
            List<Flag> judged = rules.flags(stored);
            boolean byPeople = !judged.equals(stored.flags()) && labelled.contains(ProductionLog.keyOf(stored));
            List<Flag> flags = byPeople ? together(stored.flags(), judged) : judged;
            boolean same = flags.equals(stored.flags());
            if (stored.record().isCanary()) {
                return stored;
            }
            tally.count(stored.record().category(), stored.flags(), same ? stored.flags() : flags);
            if (byPeople && !same) {
                tally.labelled();
            }
            if (!Rejudgement.hasText(stored)) {
                tally.withoutText();
            }
            return same ? stored : stored.withFlags(flags);
        }

        private List<Flag> together(List<Flag> judgedBy, List<Flag> now) {
            List<Flag> all = new ArrayList<>(judgedBy);
            now.stream().filter(flag -> flag.kind() != FlagKind.RANDOM_AUDIT && !judgedBy.contains(flag)).forEach(all::add);
            return all;
        }
    }
}
