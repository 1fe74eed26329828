package io.plumbline.domain;

/** Names of the kinds of decision in the journal. They are written to disk: never rename one, only add. */
public final class DecisionKinds {

    public static final String LABEL_SET = "label.set";
    public static final String LABEL_WITHDRAWN = "label.withdrawn";
    public static final String JUDGE_CHECKED = "label.judge-check";
    public static final String TEXT_REVEALED = "text.revealed";
    public static final String INCIDENT_OPENED = "incident.opened";
    public static final String INCIDENT_NOTE = "incident.note";
    public static final String INCIDENT_STEP = "incident.step";
    public static final String INCIDENT_SEVERITY = "incident.severity";
    public static final String INCIDENT_LINK = "incident.link";
    public static final String INCIDENT_CLOSED = "incident.closed";
    public static final String BASELINE_ACCEPTED = "baseline.accepted";
    public static final String RISK_FACTORS = "gate.risk-factors";
    public static final String EVIDENCE_ATTESTED = "gate.evidence";
    public static final String ACCEPTANCE_REQUESTED = "acceptance.requested";
    public static final String ACCEPTANCE_APPROVED = "acceptance.approved";
    public static final String ACCEPTANCE_REJECTED = "acceptance.rejected";
    public static final String GATE_DECIDED = "gate.decided";
    public static final String IMPORT_UNDONE = "import.undone";
    public static final String REDTEAM_STARTED = "redteam.started";
    public static final String REDTEAM_ATTEMPT = "redteam.attempt";
    public static final String REDTEAM_ENDED = "redteam.ended";
    public static final String WATCH_ADDED = "watch.added";
    public static final String WATCH_REMOVED = "watch.removed";
    public static final String PERSON_ADDED = "person.added";
    public static final String DETECTOR_SWITCHED = "signals.detector";
    public static final String CONTENT_POLICY_SAVED = "signals.policy";
    public static final String TOXICITY_MODEL_CHOSEN = "signals.toxicity-model";
    public static final String ACCEPTANCE_REVIEWED = "acceptance.reviewed";
    public static final String ACCEPTANCE_WITHDRAWN = "acceptance.withdrawn";
    public static final String POLICY_ACCEPTED = "policy.accepted";
    public static final String KEY_ENROLLED = "key.enrolled";
    public static final String KEY_REVOKED = "key.revoked";
    public static final String SENSITIVE_KIND_SWITCHED = "signals.sensitive-kind";
    public static final String NAME_MODEL_CHOSEN = "signals.name-model";
    public static final String RULES_APPLYING = "rules.applying";
    public static final String RULES_APPLIED = "rules.applied";
    public static final String JOURNAL_MERGED = "journal.merged";
    public static final String PAIRWISE_STARTED = "pairwise.started";
    public static final String PAIRWISE_RATED = "pairwise.rated";
    public static final String PAIRWISE_WITHDRAWN = "pairwise.withdrawn";
    public static final String PAIRWISE_ENDED = "pairwise.ended";
    public static final String ADAPTERS_NAMED = "run.adapters";
    public static final String FLAGS_RESTATED = "flags.restated";
    public static final String DEPLOYMENT_CONTEXT = "deployment.context";
    public static final String EVIDENCE_OWNED = "deployment.owner";
    public static final String TEXTS_REMOVED = "texts.removed";

    private DecisionKinds() {
    }
}
