package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.domain.JournalEntry;
import io.plumbline.domain.Policy;
import io.plumbline.store.Decisions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The five risk factors as a person weighed them.
 *
 * @param levels                1 to 5 for each factor that was answered
 * @param reason                why, in the person's words
 * @param harmfulRequestsPerDay expected requests for harm a day, NaN where not said
 * @param by                    who weighed them; empty where nobody has
 */
public record RiskAssessment(Map<RiskFactor, Integer> levels, String reason, double harmfulRequestsPerDay, String by) {

    public RiskAssessment {
        levels = Map.copyOf(levels);
    }

    public static RiskAssessment unanswered() {
        return new RiskAssessment(Map.of(), "", Double.NaN, "");
    }

    public boolean isComplete() {
        return levels.size() == RiskFactor.values().length;
    }

    public boolean isHigh(RiskFactor factor, Policy policy) {
        return levels.getOrDefault(factor, 0) >= policy.count("gate.risk.high");
    }

    /** The levels in one line, such as "Context 2, Users 1", in the order of the factors; empty where none was answered. */
    public String levelsText() {
        return Arrays.stream(RiskFactor.values()).filter(levels::containsKey).map(factor -> factor.title() + " " + levels.get(factor))
            .collect(Collectors.joining(", "));
    }

    /** The latest assessment at a gate. */
    static RiskAssessment at(GateSubject gate, Decisions decisions) {
        List<JournalEntry> entries = decisions.onSubject(gate.id()).stream()
            .filter(entry -> entry.kind().equals(DecisionKinds.RISK_FACTORS)).toList();
        return entries.isEmpty() ? unanswered() : of(entries.get(entries.size() - 1));
    }

    /** Writes an assessment of the person at work. */
    static RiskAssessment record(GateSubject gate, Map<RiskFactor, Integer> levels, String reason, double harmfulRequestsPerDay,
                                 Decisions decisions) {
        if (levels.values().stream().anyMatch(level -> level < 1 || level > 5)) {
            throw new InputException("A risk factor is weighed from 1 to 5.");
        }
        if (harmfulRequestsPerDay < 0) {
            throw new InputException("Requests a day can't be negative.");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        for (RiskFactor factor : RiskFactor.values()) {
            if (levels.containsKey(factor)) {
                payload.put(factor.name(), levels.get(factor));
            }
        }
        payload.put("reason", reason.strip());
        if (!Double.isNaN(harmfulRequestsPerDay)) {
            payload.put("harmfulRequestsPerDay", Double.toString(harmfulRequestsPerDay));
        }
        return of(decisions.record(DecisionKinds.RISK_FACTORS, gate.id(), payload));
    }

    private static RiskAssessment of(JournalEntry entry) {
        Payload payload = new Payload(entry);
        Map<RiskFactor, Integer> levels = new EnumMap<>(RiskFactor.class);
        for (RiskFactor factor : RiskFactor.values()) {
            if (payload.count(factor.name()) > 0) {
                levels.put(factor, payload.count(factor.name()));
            }
        }
        return new RiskAssessment(levels, payload.text("reason"), payload.number("harmfulRequestsPerDay"), entry.actor());
    }
}
