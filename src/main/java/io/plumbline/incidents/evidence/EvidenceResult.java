package io.plumbline.incidents.evidence;

/** What a computed check says of the explanation it tests. */
public enum EvidenceResult {
    RULED_OUT("Ruled out"),
    NOT_RULED_OUT("Not ruled out"),
    CONFIRMED("Yes"),
    NOT_CONFIRMED("No"),
    NOT_APPLICABLE("Not applicable"),
    NOT_ENOUGH_EVIDENCE("Not enough evidence");

    private final String word;

    EvidenceResult(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
