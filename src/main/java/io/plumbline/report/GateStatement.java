package io.plumbline.report;

import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.domain.PolicyValue;
import io.plumbline.evaluation.GateRule;
import io.plumbline.report.Attested.Subject;
import io.plumbline.signoff.EvidenceItem;
import io.plumbline.signoff.GateDossier;
import io.plumbline.signoff.Replay;
import io.plumbline.signoff.RiskAcceptance;
import io.plumbline.store.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gate as data: what a pipeline may demand of a model, about the very files that were evaluated. */
final class GateStatement {

    private final GateDossier gate;
    private final Policy policy;

    GateStatement(GateDossier gate, Policy policy) {
        this.gate = gate;
        this.policy = policy;
    }

    /** @param decisions the journal's lines on this gate and its acceptances */
    Attested of(List<JournalEntry> decisions, Workspace workspace) {
        List<String> enrolments = decisions.stream().map(JournalEntry::key).filter(key -> !key.isEmpty()).distinct()
            .flatMap(key -> workspace.people().enrolment(key).stream()).toList();
        return new Attested(Attested.GATE, subjects(), facts(), workspace.decisions().lines(decisions.stream().map(JournalEntry::hash)
            .toList()),
            enrolments);
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        if (!gate.inputs().candidateFile().isEmpty()) {
            subjects.add(new Subject("candidate: " + gate.comparison().candidate().file(), gate.inputs().candidateFile()));
        }
        if (!gate.inputs().baseFile().isEmpty()) {
            subjects.add(new Subject("base: " + gate.comparison().base().file(), gate.inputs().baseFile()));
        }
        return subjects;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("gate", gate.subject().shortName());
        facts.put("outcome", gate.result().outcome().name());
        facts.put("evidence", gate.result().evidence().name());
        facts.put("standing", gate.state().name());
        facts.put("standingBecause", gate.stateReason());
        gate.validUntil().ifPresent(day -> facts.put("validUntil", day.toString()));
        facts.put("base", Map.of("run", gate.comparison().base().id(), "model", gate.comparison().base().displayName()));
        facts.put("candidate", Map.of("run", gate.comparison().candidate().id(), "model", gate.comparison().candidate().displayName()));
        facts.put("inputs", gate.inputs().payload());
        facts.put("policy", Map.of("name", policy.name(), "version", policy.version(), "sha256", gate.inputs().policyHash(), "values",
            policy.values().stream().map(GateStatement::value).toList()));
        facts.put("rules", gate.result().rules().stream().map(GateStatement::rule).toList());
        facts.put("checklist", gate.evidence().stream().map(GateStatement::item).toList());
        facts.put("deployment", gate.inputs().deployment());
        facts.put("demandedBecause", gate.profile().consequences(policy));
        facts.put("benchmarks", gate.suites().weaknesses());
        facts.put("circularJudging", gate.suites().circular());
        facts.put("missing", gate.missing());
        facts.put("residualGaps", gate.gaps().text());
        facts.put("acceptances", gate.acceptances().stream().map(GateStatement::acceptance).toList());
        facts.put("decisions", gate.history().stream().map(GateStatement::decision).toList());
        facts.put("dissent", Dissent.at(gate));
        return facts;
    }

    private static Map<String, Object> value(PolicyValue value) {
        return Map.of("key", value.key(), "value", value.value().toPlainString(), "source", value.source());
    }

    private static Map<String, Object> rule(GateRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.rule());
        map.put("metric", rule.metric());
        number(map, "value", rule.value());
        number(map, "threshold", rule.threshold());
        number(map, "lower", rule.interval().lower());
        number(map, "upper", rule.interval().upper());
        map.put("fired", rule.fired());
        map.put("demands", rule.outcome().name());
        map.put("evidence", rule.strength().name());
        map.put("sentence", rule.sentence());
        return map;
    }

    private static void number(Map<String, Object> map, String key, double number) {
        if (Double.isFinite(number)) {
            map.put(key, number);
        }
    }

    private static Map<String, Object> item(EvidenceItem item) {
        return Map.of("item", item.kind().name(), "title", item.kind().title(), "status", item.status().name(), "required", item.required(),
            "detail",
            item.detail(), "by", item.by(), "sha256", item.hash());
    }

    private static Map<String, Object> acceptance(RiskAcceptance acceptance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", acceptance.id());
        map.put("state", acceptance.state().name());
        map.put("because", acceptance.stateReason());
        map.put("scope", acceptance.scope());
        map.put("reason", acceptance.reason());
        map.put("conditions", acceptance.conditions());
        map.put("owner", acceptance.owner());
        map.put("expires", acceptance.expires().toString());
        number(map, "lower", acceptance.interval().lower());
        number(map, "upper", acceptance.interval().upper());
        map.put("requester", acceptance.requester());
        map.put("decidedBy", acceptance.decidedBy());
        return map;
    }

    private static Map<String, Object> decision(Replay replay) {
        return Map.of("act", replay.decision().act().name(), "by", replay.decision().by(), "at", replay.decision().at().toString(),
            "reason",
            replay.decision().reason(), "line", replay.decision().entry().sequence(), "hash", replay.decision().entry().hash(), "key",
            replay.decision().entry().key(), "changedSince", replay.changes());
    }
}
