package io.plumbline.imports;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportKind;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.store.Imports;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What taking an import back would do, to be shown before it is done: which decisions of people rest on its runs or records, and which records
 * of other files would be missing.
 *
 * @param manifest the import
 * @param resting  how many decisions of which kind speak of its runs or records, in words for people
 * @param missing  later imports that left records out because this one has them
 */
public record UndoConsequence(ImportManifest manifest, Map<String, Integer> resting, List<Imports.LeftOut> missing) {

    private static final Map<String, String> KINDS = kinds();

    /** Reads it out of a workspace; with a large journal this takes a moment. */
    public static UndoConsequence of(ImportManifest manifest, Workspace workspace) {
        Set<String> runs = workspace.runs().list().stream().filter(run -> run.importId().equals(manifest.id())).map(EvaluationRun::id)
            .collect(Collectors.toSet());
        boolean onlyLog = manifest.kind() == ImportKind.LOG && workspace.imports().list().stream().filter(m -> m.kind() == ImportKind.LOG).count() == 1;
        List<String> records = manifest.kind() == ImportKind.LOG ? List.of(manifest.model().split(", ")) : List.of();
        Map<String, Set<String>> subjects = new LinkedHashMap<>();
        for (JournalEntry entry : workspace.decisions().ofKinds(KINDS.keySet().toArray(String[]::new))) {
            if (onlyLog && entry.payload().containsKey("from") || speaksOf(entry.subject(), runs, records) || entry.payload().values().stream().anyMatch(value -> mentions(value, runs, records))) {
                subjects.computeIfAbsent(KINDS.get(entry.kind()), kind -> new HashSet<>()).add(entry.subject());
            }
        }
        Map<String, Integer> resting = new LinkedHashMap<>();
        KINDS.values().forEach(kind -> Optional.ofNullable(subjects.get(kind)).ifPresent(found -> resting.put(kind, found.size())));
        return new UndoConsequence(manifest, resting, workspace.imports().leftOutBecauseOf(manifest.id()));
    }

    /** The whole of it, a sentence each. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>();
        boolean log = manifest.kind() == ImportKind.LOG;
        all.add("%,d %s of %s leave every number and chart.".formatted(manifest.records(), log ? "records" : "samples", manifest.file()));
        if (resting.isEmpty()) {
            all.add("No label, incident, baseline, acceptance or decision at the gate speaks of " + (log ? "records of its models." : "its runs."));
        } else {
            all.add("In the journal, " + resting.entrySet().stream().map(kind -> kind.getKey() + ": " + kind.getValue()).collect(Collectors.joining(", "))
                + (log ? " speak of records of its models." : " speak of its runs.") + " They stay, but where they rest on this file nobody can look "
                + "at what they rest on any more.");
        }
        missing.forEach(left -> all.add("%,d records of %s were left out because this import has them, and would be missing: take %s back too and import that "
            .formatted(left.records(), left.file(), left.importId()) + "file again to have them."));
        all.add("The act is written to the journal. The file itself is not touched and can be imported again.");
        return all;
    }

    private static boolean mentions(Object value, Set<String> runs, List<String> models) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(each -> mentions(each, runs, models));
        }
        if (value instanceof Iterable<?> list) {
            for (Object each : list) {
                if (mentions(each, runs, models)) {
                    return true;
                }
            }
            return false;
        }
        return value instanceof String text && speaksOf(text, runs, models);
    }

    /** Records are named by model and id, runs by an id of their own. */
    private static boolean speaksOf(String text, Set<String> runs, List<String> models) {
        return runs.stream().anyMatch(text::contains) || models.stream().anyMatch(model -> text.startsWith(model + "/"));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(DecisionKinds.GATE_DECIDED, "decisions at the gate");
        kinds.put(DecisionKinds.ACCEPTANCE_REQUESTED, "risk acceptances");
        kinds.put(DecisionKinds.ACCEPTANCE_APPROVED, "risk acceptances");
        kinds.put(DecisionKinds.EVIDENCE_ATTESTED, "attested evidence");
        kinds.put(DecisionKinds.RISK_FACTORS, "risk factors");
        kinds.put(DecisionKinds.BASELINE_ACCEPTED, "accepted baselines");
        kinds.put(DecisionKinds.INCIDENT_OPENED, "incidents");
        kinds.put(DecisionKinds.INCIDENT_LINK, "incidents");
        kinds.put(DecisionKinds.LABEL_SET, "labels");
        kinds.put(DecisionKinds.JUDGE_CHECKED, "checks of a judge");
        kinds.put(DecisionKinds.PAIRWISE_STARTED, "pairwise ratings");
        return kinds;
    }
}
