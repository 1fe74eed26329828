package io.plumbline.signoff;

/**
 * One line of the evidence checklist.
 *
 * @param kind     what is wanted
 * @param status   where it stands
 * @param required whether no approval is possible without it
 * @param detail   what is there, in a few words
 * @param by       who attested it and when, or empty where it is computed
 * @param hash     hash of the import or journal line it rests on, or empty
 * @param demand   the sentence that says what is missing; empty where it holds
 */
public record EvidenceItem(EvidenceKind kind, EvidenceStatus status, boolean required, String detail, String by, String hash,
                           String demand) {

    public boolean holds() {
        return status == EvidenceStatus.HOLDS;
    }

    /** Whether it stands in the way of an approval. */
    public boolean isOpenDemand() {
        return required && !holds();
    }
}
