package io.plumbline.domain;

/** How firmly an interval lies in the band that its point estimate fell in (REQUIREMENTS section 3, items 4 and 5). */
public enum EvidenceStrength {
    ASSURED("assured"), LIKELY("likely"), STRADDLES("straddles"), NOT_ENOUGH_EVIDENCE("not enough evidence");

    private final String word;

    EvidenceStrength(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
