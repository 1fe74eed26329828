package io.plumbline.signoff;

import java.util.List;
import java.util.Locale;

/** The gate that stands between a base run and a candidate run: what decisions, attestations and acceptances refer to. */
public record GateSubject(String baseRunId, String candidateRunId) {

    /** The subject of its journal entries. */
    public String id() {
        return "gate:" + baseRunId + ":" + candidateRunId;
    }

    /** The gate of a journal entry's subject; run ids hold no colon. */
    static GateSubject read(String id) {
        String[] parts = id.split(":", 3);
        return parts.length == 3 ? new GateSubject(parts[1], parts[2]) : new GateSubject("", "");
    }

    /** A short name for people, e.g. "G-3F9A2C". */
    public String shortName() {
        return "G-" + Sha256.of(List.of(id())).substring(0, 6).toUpperCase(Locale.ROOT);
    }
}
