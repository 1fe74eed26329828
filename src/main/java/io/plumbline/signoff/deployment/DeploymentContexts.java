package io.plumbline.signoff.deployment;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.JournalEntry;
import io.plumbline.signoff.deployment.DeploymentContext.Purpose;
import io.plumbline.signoff.deployment.DeploymentContext.Reach;
import io.plumbline.signoff.deployment.DeploymentContext.Traffic;
import io.plumbline.signoff.deployment.DeploymentContext.Weights;
import io.plumbline.store.Decisions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Contexts as people recorded them. A context is the candidate's, whichever run of it is looked at; the latest one holds. */
public final class DeploymentContexts {

    private final Decisions decisions;

    public DeploymentContexts(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Subject of the journal's lines on a candidate. */
    public static String subject(EvaluationRun candidate) {
        return "candidate:" + candidate.displayName();
    }

    public Optional<DeploymentContext> of(EvaluationRun candidate) {
        return decisions.onSubject(subject(candidate)).stream().filter(entry -> entry.kind().equals(DecisionKinds.DEPLOYMENT_CONTEXT))
            .reduce((first, second) -> second).map(DeploymentContexts::read);
    }

    /** Writes the context, as the person at work. */
    public DeploymentContext record(EvaluationRun candidate, DeploymentContext context) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("access", context.reach().access().name());
        payload.put("who", context.reach().who().strip());
        payload.put("actors", context.reach().actors().stream().map(Enum::name).toList());
        payload.put("tools", context.reach().tools().strip());
        payload.put("guard", context.reach().guard().strip());
        payload.put("domain", context.purpose().domain().strip());
        payload.put("categories", context.purpose().categories());
        if (context.traffic().requestsPerDay() != Traffic.NOT_SAID) {
            payload.put("requestsPerDay", context.traffic().requestsPerDay());
        }
        if (!Double.isNaN(context.traffic().harmfulShare())) {
            payload.put("harmfulShare", Double.toString(context.traffic().harmfulShare()));
        }
        payload.put("base", context.weights().base().strip());
        payload.put("source", context.weights().source().name());
        payload.put("adapters", context.weights().adapters());
        payload.put("claims", new LinkedHashMap<String, Object>(context.claims()));
        payload.put("owner", context.owner().strip());
        return read(decisions.record(DecisionKinds.DEPLOYMENT_CONTEXT, subject(candidate), payload));
    }

    private static DeploymentContext read(JournalEntry entry) {
        Map<String, Object> payload = entry.payload();
        Set<ThreatActor> actors = texts(payload.get("actors")).stream().map(ThreatActor::valueOf).collect(Collectors.toSet());
        Map<String, String> claims = new LinkedHashMap<>();
        if (payload.get("claims") instanceof Map<?, ?> map) {
            map.forEach((category, file) -> claims.put(String.valueOf(category), String.valueOf(file)));
        }
        String share = text(payload, "harmfulShare");
        return new DeploymentContext(
            new Reach(ModelAccess.valueOf(text(payload, "access")), text(payload, "who"), actors, text(payload, "tools"),
                text(payload, "guard")),
            new Purpose(text(payload, "domain"), texts(payload.get("categories"))),
            new Traffic(payload.get("requestsPerDay") instanceof Number number ? number.longValue() : Traffic.NOT_SAID,
                share.isEmpty() ? Double.NaN : Double.parseDouble(share)),
            new Weights(text(payload, "base"), WeightsSource.valueOf(text(payload, "source")), texts(payload.get("adapters"))), claims,
            text(payload, "owner"), entry.actor());
    }

    private static String text(Map<String, Object> payload, String key) {
        Object value = payload.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
