package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.EvaluationRun;
import io.plumbline.domain.InputException;
import io.plumbline.signoff.deployment.DeploymentContext;
import io.plumbline.signoff.deployment.DeploymentContexts;
import io.plumbline.store.Decisions;
import java.util.Map;

/** Who sees to each piece of evidence on a candidate: the person named for it, else the owner that the context names (R114). */
public final class EvidenceOwners {

    private final Decisions decisions;
    private final EvaluationRun candidate;

    public EvidenceOwners(Decisions decisions, EvaluationRun candidate) {
        this.decisions = decisions;
        this.candidate = candidate;
    }

    public void assign(EvidenceKind kind, String owner) {
        if (owner.isBlank()) {
            throw new InputException("Name the owner: who sees to “" + kind.title() + "”.");
        }
        decisions.record(DecisionKinds.EVIDENCE_OWNED, DeploymentContexts.subject(candidate), Map.of("item", kind.name(), "owner",
            owner.strip()));
    }

    /** Empty where nobody answers for it. */
    public String of(EvidenceKind kind) {
        return decisions.onSubject(DeploymentContexts.subject(candidate)).stream()
            .filter(entry -> entry.kind().equals(DecisionKinds.EVIDENCE_OWNED)).map(Payload::new)
            .filter(owned -> owned.text("item").equals(kind.name())).map(owned -> owned.text("owner")).reduce((first, second) -> second)
            .orElseGet(() -> new DeploymentContexts(decisions).of(candidate).map(DeploymentContext::owner).orElse(""));
    }
}
