package io.plumbline.signoff;

import io.plumbline.domain.DecisionKinds;
import io.plumbline.domain.InputException;
import io.plumbline.store.Decisions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records what people vouch for at a gate, and finds it again. */
public final class Attestations {

    private static final Set<String> KNOWN = Arrays.stream(EvidenceKind.values()).map(Enum::name).collect(Collectors.toSet());

    private final Decisions decisions;
    private final InstantSource clock;

    public Attestations(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Vouches for something; the note says what was done and found. */
    public Attestation attest(GateSubject gate, EvidenceKind kind, String note, int minutes, int tried, LocalDate expires) {
        if (kind.source() != EvidenceKind.Source.ATTESTED) {
            throw new InputException("“" + kind.title() + "” is computed from the data; nobody can vouch for it.");
        }
        if (note.isBlank()) {
            throw new InputException("Say in a note what was done and found, so that others can judge the evidence.");
        }
        if (minutes < 0 || tried < 0) {
            throw new InputException("Minutes and counts can't be negative.");
        }
        if (expires.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw new InputException("The evidence would already have expired on " + expires + ". Give a later day.");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("item", kind.name());
        payload.put("note", note.strip());
        payload.put("minutes", minutes);
        payload.put("tried", tried);
        payload.put("expires", expires.toString());
        return Attestation.of(decisions.record(DecisionKinds.EVIDENCE_ATTESTED, gate.id(), payload));
    }

    /** What was vouched for at this gate, oldest first. */
    public List<Attestation> at(GateSubject gate) {
        return decisions.onSubject(gate.id()).stream().filter(entry -> entry.kind().equals(DecisionKinds.EVIDENCE_ATTESTED))
            .filter(entry -> KNOWN.contains(new Payload(entry).text("item"))).map(Attestation::of).toList();
    }
}
