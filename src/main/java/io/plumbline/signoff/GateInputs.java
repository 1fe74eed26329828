package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.ImportManifest;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.PartialRefusal;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.domain.ProgramVersion;
import io.plumbline.evaluation.JudgeChecks;
import io.plumbline.evaluation.RunComparison;
import io.plumbline.evaluation.pairwise.RatingSession;
import io.plumbline.evaluation.pairwise.RatingSessions;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything a decision rests on, as fingerprints: if all of these are the same, the same outcome comes out again.
 *
 * @param judge          the judge
 * @param partial        reading of partial refusals
 * @param baseFile       hash of the base run's file, empty where its import is gone
 * @param candidateFile  hash of the candidate run's file
 * @param labels         hash over people's labels on these runs and this model
 * @param labelCount     number of them
 * @param imports        hash over all imports of these models
 * @param importCount    number of them
 * @param policyName     name of the policy
 * @param policyVersion  its version
 * @param policyValues   its values at the gate, by key
 * @param policyHash     hash over name, version and all its values
 * @param programVersion build that computed it
 * @param context        the risk factors as weighed, see {@link RiskAssessment#levelsText()}; empty in decisions of earlier versions
 * @param deployment     the facts of the deployment context; empty where nobody recorded one
 */
public record GateInputs(String judge, PartialRefusal partial, String baseFile, String candidateFile, String labels, int labelCount,
                         String imports, int importCount, String policyName, String policyVersion, Map<String, String> policyValues,
                         String policyHash, String programVersion, String context, Map<String, String> deployment) {

    public GateInputs {
        policyValues = Map.copyOf(policyValues);
        deployment = Map.copyOf(deployment);
    }

    static GateInputs of(RunComparison comparison, Policy policy, Workspace workspace, RiskProfile risk) {
        List<String> labels = labels(comparison, workspace);
        List<String> imports = imports(comparison, workspace);
        Map<String, String> values = new TreeMap<>();
        policy.values().stream().filter(value -> !value.stage().equals("production"))
            .forEach(value -> values.put(value.key(), value.value().toPlainString()));
        return new GateInputs(comparison.judge(), comparison.partial(), fileHash(comparison.base(), workspace),
            fileHash(comparison.candidate(), workspace), Sha256.of(labels), labels.size(), Sha256.of(imports), imports.size(),
            policy.name(), policy.version(), values, hash(policy), ProgramVersion.current(), risk.weighed().levelsText(),
            risk.deployment().map(DeploymentContext::facts).orElse(Map.of()));
    }

    /** As a decision stores it. */
    public Map<String, Object> payload() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("judge", judge);
        payload.put("partial", partial.name());
        payload.put("baseFileSha256", baseFile);
        payload.put("candidateFileSha256", candidateFile);
        payload.put("labelsSha256", labels);
        payload.put("labelCount", labelCount);
        payload.put("importsSha256", imports);
        payload.put("importCount", importCount);
        payload.put("policyName", policyName);
        payload.put("policyVersion", policyVersion);
        payload.put("policyValues", new TreeMap<>(policyValues));
        payload.put("policySha256", policyHash);
        payload.put("programVersion", programVersion);
        payload.put("context", context);
        payload.put("deployment", new TreeMap<>(deployment));
        return payload;
    }

    static GateInputs read(JournalEntry entry) {
        Map<String, Object> inputs = map(entry.payload().get("inputs"));
        JournalEntry inner = new JournalEntry(entry.sequence(), entry.time(), entry.actor(), entry.kind(), entry.subject(), inputs,
            entry.previousHash(), entry.hash());
        Payload payload = new Payload(inner);
        Map<String, String> values = new TreeMap<>();
        map(inputs.get("policyValues")).forEach((key, value) -> values.put(key, String.valueOf(value)));
        return new GateInputs(payload.text("judge"), PartialRefusal.valueOf(payload.text("partial")), payload.text("baseFileSha256"),
            payload.text("candidateFileSha256"), payload.text("labelsSha256"), payload.count("labelCount"), payload.text("importsSha256"),
            payload.count("importCount"), payload.text("policyName"), payload.text("policyVersion"), values, payload.text("policySha256"),
            payload.text("programVersion"), payload.text("context"), payload.texts("deployment"));
    }

    /** One sentence for each thing that is not as it was. Another build alone changes nothing that a person has to act on. */
    List<String> differencesTo(GateInputs now) {
        List<String> differences = new ArrayList<>();
        fileDifference(differences, "base", baseFile, now.baseFile);
        fileDifference(differences, "candidate", candidateFile, now.candidateFile);
        if (!labels.equals(now.labels)) {
            differences.add("Labels were added or changed: " + labelCount + " then, " + now.labelCount + " now.");
        }
        if (!imports.equals(now.imports)) {
            differences.add("Data of these models was added or taken away: " + importCount + " imports then, " + now.importCount + " now.");
        }
        if (!context.isEmpty() && !context.equals(now.context)) {
            differences.add("The deployment was weighed anew: " + context + " then, " + (now.context.isEmpty() ? "nothing" : now.context)
                + " now.");
        }
        if (!deployment.isEmpty()) {
            differences.addAll(DeploymentContext.differences(deployment, now.deployment));
        }
        if (!policyHash.equals(now.policyHash)) {
            differences.add(policyDifference(now));
        }
        return differences;
    }

    private String policyDifference(GateInputs now) {
        String changed = now.policyValues.entrySet().stream().sorted(Map.Entry.comparingByKey())
            .filter(value -> !value.getValue().equals(policyValues.get(value.getKey())))
            .map(value -> value.getKey() + " " + policyValues.getOrDefault(value.getKey(), "absent") + " → " + value.getValue())
            .collect(Collectors.joining(", "));
        return "The policy changed" + (changed.isEmpty() ? " (" + policyName + " " + policyVersion + " → " + now.policyName + " "
            + now.policyVersion + ")." : ": " + changed + ".");
    }

    private static void fileDifference(List<String> differences, String side, String then, String now) {
        if (!then.equals(now)) {
            differences.add("The file of the " + side + " run " + (now.isEmpty()
                ? "is no longer in the workspace." : "is another one now."));
        }
    }

    private static List<String> labels(RunComparison comparison, Workspace workspace) {
        String records = comparison.candidate().model() + "/";
        Set<String> rated = new RatingSessions(workspace.decisions()).on(comparison.base().id(), comparison.candidate().id()).stream()
            .map(RatingSession::id).collect(Collectors.toSet());
        return workspace.decisions().ofKinds(DecisionKinds.JUDGE_CHECKED, DecisionKinds.LABEL_SET, DecisionKinds.LABEL_WITHDRAWN,
                DecisionKinds.PAIRWISE_ENDED).stream()
            .filter(entry -> entry.subject().startsWith(records)
                || JudgeChecks.concerns(entry.subject(), comparison.base().id(), comparison.candidate().id())
                || entry.kind().equals(DecisionKinds.PAIRWISE_ENDED) && rated.contains(entry.subject()))
            .map(JournalEntry::hash).toList();
    }

    private static List<String> imports(RunComparison comparison, Workspace workspace) {
        Set<String> models = Set.of(comparison.base().model()).equals(Set.of(comparison.candidate().model()))
            ? Set.of(comparison.base().model()) : Set.of(comparison.base().model(), comparison.candidate().model());
        return workspace.imports().list().stream()
            .filter(manifest -> List.of(manifest.model().split(",")).stream().map(String::strip).anyMatch(models::contains))
            .map(ImportManifest::sha256).sorted().toList();
    }

    private static String fileHash(EvaluationRun run, Workspace workspace) {
        return workspace.imports().list().stream().filter(manifest -> manifest.id().equals(run.importId())).map(ImportManifest::sha256)
            .findFirst().orElse("");
    }

    static String hash(Policy policy) {
        List<String> parts = new ArrayList<>(List.of(policy.name(), policy.version()));
        for (PolicyValue value : policy.values()) {
            parts.add(value.key());
            parts.add(value.value().toPlainString());
        }
        return Sha256.of(parts);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
